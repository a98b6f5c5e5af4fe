import { narrow, withoutSpaces } from '../../shared/domain/plain-text.ts';
import { CodedError } from '../../shared/errors.ts';
import { cellText, type Cell, type CellRow, type Sheet } from './workbook-cells.ts';
import { workbookLimits } from './workbook-package.ts';

/** A row that carries one record. */
export interface DataRow {
  /** 1-based, as Excel shows it. */
  readonly row: number;
  /** As they stood in the file; a merged area has its value only at the top left. */
  readonly own: CellRow;
  /** Values of merged areas that reach down into this row, by 0-based column. */
  readonly filled: ReadonlyMap<number, Cell>;
}

/** A row that is no record: a total, a signature line, a header printed again. */
export interface SkippedRow {
  readonly row: number;
  readonly text: string;
}

export interface SheetRows {
  readonly data: readonly DataRow[];
  readonly skipped: readonly SkippedRow[];
}

const totalWord = /^(?:合计|总计|小计|共计|总数|累计|本页合计|本页小计)/;
const countPhrase = /^共\d+(?:个|家|支|人|名|户)/;
const signatureLine = /^(?:填表|制表|审核|填报|经办|单位负责人|主要负责人签字|备注|说明|注)[^:：]{0,8}[:：]/;

const beginning = 80;

/** Beginnings of the texts of a row: enough to tell a total or a signature line, however long the cells are. */
const wordsOf = (cells: CellRow): string[] =>
  cells
    .flatMap((cell) => (cell ? [withoutSpaces(narrow(cellText(cell, 1900).trim().slice(0, beginning)))] : []))
    .filter((text) => text !== '');

const isTotal = (words: readonly string[]): boolean =>
  totalWord.test(words[0] ?? '') || words.some((word) => countPhrase.test(word));

const isSignature = (words: readonly string[]): boolean =>
  words.length <= 3 && signatureLine.test(words[0] ?? '');

/** Values of merged areas by row and column, below their first row. Only the left column of an area is filled. */
const fillMerged = (sheet: Sheet, firstRow: number): ReadonlyMap<number, ReadonlyMap<number, Cell>> => {
  const filled = new Map<number, Map<number, Cell>>();
  let steps = 0;
  for (const { top, left, bottom } of sheet.merges) {
    const cell = sheet.rows[top]?.[left];
    if (!cell || top < firstRow) continue;
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row++) {
      if (++steps > workbookLimits.cells)
        throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'too-large' });
      if (!filled.has(row)) filled.set(row, new Map());
      filled.get(row)?.set(left, cell);
    }
  }
  return filled;
};

const nothing: ReadonlyMap<number, Cell> = new Map();

/**
 * Rows of a sheet from its first data row on: empty rows left out, totals and signature lines set aside, merged
 * areas filled downwards.
 * @param headers what the header row says, to know it again where it is printed on every page
 * @throws CodedError WORKBOOK_UNREADABLE when merged areas overlap beyond reason
 */
export const rowsOfSheet = (sheet: Sheet, firstDataRow: number, headers: readonly string[]): SheetRows => {
  const filled = fillMerged(sheet, firstDataRow - 1);
  const header = headers
    .map((text) => withoutSpaces(narrow(text.trim().slice(0, beginning))))
    .filter((text) => text !== '');
  const data: DataRow[] = [];
  const skipped: SkippedRow[] = [];
  for (let index = firstDataRow - 1; index < sheet.rows.length; index++) {
    const own = sheet.rows[index] ?? [];
    const words = wordsOf(own);
    if (words.length === 0) continue;
    const repeated = header.length > 1 && words.join('\n') === header.join('\n');
    if (repeated || isTotal(words) || isSignature(words)) {
      skipped.push({ row: index + 1, text: words.join(' ').slice(0, 120) });
    } else {
      data.push({ row: index + 1, own, filled: filled.get(index) ?? nothing });
    }
  }
  return { data, skipped };
};
