import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { rowHeight, type SheetColumn } from './sheet-measures.ts';
import { SheetRow } from './SheetRow.tsx';
import classes from './Sheet.module.css';
import { cellsOfBlock, type SheetAction, type SheetRows, type SheetState } from './sheet-state.ts';

interface SheetProps {
  readonly label: string;
  readonly columns: readonly SheetColumn[];
  readonly state: SheetState;
  /** What is wrong with a cell; null where nothing is. */
  readonly problemAt: (row: number, column: number) => string | null;
  readonly onAction: (action: SheetAction) => void;
  /** Lets a block with its own header be brought into this sheet's order. */
  readonly arrange: (block: SheetRows) => SheetRows;
}

const numberWidth = 44;
/** At most twelve rows; fewer on a low screen, so that the buttons below stay in sight. */
const viewHeight = 12 * rowHeight;
const shownHeight = `clamp(${5 * rowHeight}px, 100dvh - 300px, ${viewHeight}px)`;
/** Rows drawn above and below what is seen. */
const overscan = 6;

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** While an input method composes, its keys are its own. */
const composing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

/**
 * A sheet that is filled without a mouse: one input lies over the present cell and always has the focus, so that typing
 * and input methods begin in the cell at once. Only the rows in sight are drawn.
 */
export const Sheet = ({ label, columns, state, problemAt, onAction, arrange }: SheetProps) => {
  const { rows, at } = state;
  const [typed, setTyped] = useState<string | null>(null);
  const [top, setTop] = useState(0);
  const view = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const present = rows[at.row]?.[at.column] ?? '';
  const left = numberWidth + columns.slice(0, at.column).reduce((sum, { width }) => sum + width, 0);

  const commit = (): void => {
    if (typed !== null) onAction({ type: 'write', text: typed.trim() });
    setTyped(null);
  };
  const leave = (action: SheetAction): void => {
    commit();
    onAction(action);
  };

  useEffect(() => {
    const box = view.current;
    if (box === null) return;
    const rowTop = at.row * rowHeight;
    if (rowTop < box.scrollTop) box.scrollTop = rowTop;
    else if (rowTop + 2 * rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = rowTop + 2 * rowHeight - box.clientHeight;
  }, [at.row]);

  const editKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
    }
  };
  const moveKeys = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onAction({ type: 'move', rows: step[0], columns: step[1] });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onAction({ type: 'write', text: '' });
    } else if (event.key === 'F2') setTyped(present);
    else if (event.key === 'Home') onAction({ type: 'go', to: { row: at.row, column: 0 } });
    else if (event.key === 'End') onAction({ type: 'go', to: { row: at.row, column: columns.length - 1 } });
    else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      const redo = event.key.toLowerCase() === 'y' || event.shiftKey;
      onAction({ type: redo ? 'redo' : 'undo' });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      leave({ type: 'move', rows: event.shiftKey ? -1 : 1, columns: 0 });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      leave({ type: 'next', backwards: event.shiftKey });
    } else if (typed === null) moveKeys(event);
    else editKeys(event);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const block = cellsOfBlock(event.clipboardData.getData('text/plain'));
    const single = block.length <= 1 && (block[0]?.length ?? 0) <= 1;
    if (single && typed !== null) return;
    event.preventDefault();
    setTyped(null);
    onAction({ type: 'paste', block: arrange(block) });
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (typed !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', present);
  };

  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(rows.length, Math.ceil((top + viewHeight) / rowHeight) + overscan);
  const width = numberWidth + columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={view}
      className={classes['view'] ?? ''}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-colcount={columns.length}
      style={{ height: shownHeight }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div className={classes['head'] ?? ''} style={{ width, height: rowHeight }} role="row">
        <span style={{ width: numberWidth }} />
        {columns.map(({ title, width: wide }) => (
          <span key={title} role="columnheader" style={{ width: wide }}>
            {title}
          </span>
        ))}
      </div>
      <div className={classes['rows'] ?? ''} style={{ width, height: rows.length * rowHeight }}>
        {rows.slice(first, last).map((cells, index) => (
          <SheetRow
            key={first + index}
            row={first + index}
            cells={cells}
            columns={columns}
            numberWidth={numberWidth}
            problemAt={problemAt}
            onGo={(column) => {
              leave({ type: 'go', to: { row: first + index, column } });
              input.current?.focus({ preventScroll: true });
            }}
          />
        ))}
        <input
          ref={input}
          className={`${classes['input']} ${typed === null ? '' : classes['typing']}`}
          aria-label={`第 ${at.row + 1} 行 ${columns[at.column]?.title ?? ''}`}
          aria-invalid={problemAt(at.row, at.column) !== null}
          autoComplete="off"
          autoFocus
          data-autofocus
          spellCheck={false}
          style={{
            top: at.row * rowHeight,
            left,
            width: columns[at.column]?.width ?? 0,
            height: rowHeight,
          }}
          value={typed ?? ''}
          placeholder={typed === null ? present : ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onDoubleClick={() => setTyped(present)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onCopy={onCopy}
          onBlur={commit}
        />
      </div>
    </div>
  );
};
