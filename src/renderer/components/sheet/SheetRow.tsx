import { memo } from 'react';
import { rowHeight, type SheetColumn } from './sheet-measures.ts';
import classes from './Sheet.module.css';

interface SheetRowProps {
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly numberWidth: number;
  readonly problemAt: (row: number, column: number) => string | null;
  readonly onGo: (column: number) => void;
}

export const SheetRow = memo(({ row, cells, columns, numberWidth, problemAt, onGo }: SheetRowProps) => (
  <div
    role="row"
    aria-rowindex={row + 1}
    className={classes['row'] ?? ''}
    style={{ top: row * rowHeight, height: rowHeight }}
  >
    <span className={classes['number'] ?? ''} style={{ width: numberWidth }}>
      {row + 1}
    </span>
    {columns.map(({ title, width }, column) => {
      const problem = problemAt(row, column);
      return (
        <span
          key={title}
          role="gridcell"
          className={`${classes['cell']} ${problem === null ? '' : classes['wrong']}`}
          style={{ width }}
          title={problem ?? undefined}
          onMouseDown={(event) => {
            event.preventDefault();
            onGo(column);
          }}
        >
          {cells[column]}
        </span>
      );
    })}
  </div>
));
SheetRow.displayName = 'SheetRow';
