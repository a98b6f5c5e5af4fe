/** A sheet of typed cells: rows of texts, the place one is at, and the way back. Everything here is pure. */

export interface Place {
  readonly row: number;
  readonly column: number;
}

export type SheetRows = readonly (readonly string[])[];

export interface SheetState {
  readonly rows: SheetRows;
  readonly at: Place;
  /** Rows as they were before each change, the newest last. */
  readonly past: readonly SheetRows[];
  /** Rows that undo took away, the newest last. */
  readonly undone: readonly SheetRows[];
}

export interface SheetSize {
  readonly columns: number;
  /** Rows there are at first; more come as they are needed. */
  readonly rows: number;
  readonly mostRows: number;
}

export type SheetAction =
  | { readonly type: 'move'; readonly rows: number; readonly columns: number }
  | { readonly type: 'go'; readonly to: Place }
  | { readonly type: 'next'; readonly backwards: boolean }
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'paste'; readonly block: SheetRows }
  | { readonly type: 'replace'; readonly rows: SheetRows }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Steps that can be taken back. */
const longestPast = 100;

const blankRow = ({ columns }: SheetSize): readonly string[] => Array.from({ length: columns }, () => '');

const padded = (rows: SheetRows, size: SheetSize): SheetRows =>
  rows.length >= size.rows
    ? rows
    : [...rows, ...Array.from({ length: size.rows - rows.length }, () => blankRow(size))];

export const emptySheet = (size: SheetSize): SheetState => ({
  rows: padded([], size),
  at: { row: 0, column: 0 },
  past: [],
  undone: [],
});

const within = (value: number, length: number): number => Math.max(0, Math.min(value, length - 1));

const changed = (state: SheetState, rows: SheetRows): SheetState => ({
  ...state,
  rows,
  past: [...state.past, state.rows].slice(-longestPast),
  undone: [],
});

const withCell = (rows: SheetRows, { row, column }: Place, text: string): SheetRows =>
  rows.map((cells, index) =>
    index === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells,
  );

/** A block from the present place on; what does not fit to the right is left out, rows are added below. */
const pasted = (state: SheetState, block: SheetRows, size: SheetSize): SheetState => {
  const { row, column } = state.at;
  const height = Math.min(size.mostRows, Math.max(state.rows.length, row + block.length));
  const rows = Array.from({ length: height }, (_, index) => {
    const cells = state.rows[index] ?? blankRow(size);
    const given = block[index - row];
    return index < row || given === undefined
      ? cells
      : cells.map((cell, place) => given[place - column] ?? cell);
  });
  return changed(state, rows);
};

/** Down the rows adds one at the end, so that entry never stops. */
const moved = (state: SheetState, rows: number, columns: number, size: SheetSize): SheetState => {
  const row = Math.max(0, Math.min(state.at.row + rows, size.mostRows - 1));
  const grown = rows === 1 && row >= state.rows.length ? [...state.rows, blankRow(size)] : state.rows;
  return {
    ...state,
    rows: grown,
    at: { row: within(row, grown.length), column: within(state.at.column + columns, size.columns) },
  };
};

/** From cell to cell as one reads; at the end of a row to the next one. */
const next = (state: SheetState, backwards: boolean, size: SheetSize): SheetState => {
  const { row, column } = state.at;
  if (backwards) {
    if (column > 0) return { ...state, at: { row, column: column - 1 } };
    return row === 0 ? state : { ...state, at: { row: row - 1, column: size.columns - 1 } };
  }
  if (column < size.columns - 1) return { ...state, at: { row, column: column + 1 } };
  const below = moved(state, 1, 0, size);
  return { ...below, at: { row: below.at.row, column: 0 } };
};

export const sheetAfter = (state: SheetState, action: SheetAction, size: SheetSize): SheetState => {
  switch (action.type) {
    case 'move':
      return moved(state, action.rows, action.columns, size);
    case 'go':
      return {
        ...state,
        at: {
          row: within(action.to.row, state.rows.length),
          column: within(action.to.column, size.columns),
        },
      };
    case 'next':
      return next(state, action.backwards, size);
    case 'write': {
      const { row, column } = state.at;
      if (state.rows[row]?.[column] === action.text) return state;
      return changed(state, withCell(state.rows, state.at, action.text));
    }
    case 'paste':
      return pasted(state, action.block, size);
    case 'replace':
      return { ...changed(state, padded(action.rows, size)), at: { row: 0, column: 0 } };
    case 'undo': {
      const before = state.past.at(-1);
      if (before === undefined) return state;
      const { row, column } = state.at;
      return {
        rows: before,
        at: { row: within(row, before.length), column },
        past: state.past.slice(0, -1),
        undone: [...state.undone, state.rows],
      };
    }
    case 'redo': {
      const after = state.undone.at(-1);
      if (after === undefined) return state;
      return { ...state, rows: after, past: [...state.past, state.rows], undone: state.undone.slice(0, -1) };
    }
  }
};

/**
 * Cells of a block that was copied out of Excel, WPS or a web page: tabs between cells, lines between rows; a cell in
 * quotes may hold both. Texts stay as they are, so that leading zeros and 18-digit numbers survive.
 */
export const cellsOfBlock = (text: string): SheetRows => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replaceAll('\r\n', '\n');
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character === '\n' ? ' ' : character;
      else if (source.charAt(index + 1) === '"') cell += source.charAt(++index);
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') endRow();
    else cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
};
