import type { DateSystem } from '../../shared/domain/date-reading.ts';
import { dateOfSerial } from '../../shared/domain/date-reading.ts';

/** One cell as the file holds it. Empty cells are absent. */
export interface Cell {
  readonly value: string | number;
  /** A number that shows as a date. */
  readonly dateFormatted: boolean;
  /** The value is the stored result of a formula. */
  readonly formula: boolean;
}

/** A merged range; rows and columns are 0-based, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type CellRow = readonly (Cell | undefined)[];

export interface Sheet {
  readonly name: string;
  /** Hidden from whoever opened the file, so not imported unless chosen. */
  readonly hidden: boolean;
  readonly rows: readonly CellRow[];
  readonly merges: readonly MergedRange[];
}

export interface Workbook {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly Sheet[];
}

/** A, B … Z, AA: what Excel calls the 0-based column. */
export const columnLetter = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
};

/** Excel keeps 15 significant digits; what a float shows beyond them is noise. Whole numbers have all their digits. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));

/** The cell in words, as it stood: dates as ISO days, numbers with all the digits the file has. */
export const cellText = (cell: Cell | undefined, dateSystem: DateSystem): string => {
  if (!cell) return '';
  if (typeof cell.value === 'string') return cell.value;
  const date = cell.dateFormatted ? dateOfSerial(cell.value, dateSystem) : null;
  return date ?? numberText(cell.value);
};
