import { readDate, type DateSystem } from '../../shared/domain/date-reading.ts';
import type { PartialDate } from '../../shared/domain/dates.ts';
import { maskIdentityNumber } from '../../shared/domain/masking.ts';
import {
  characterCount,
  isPlaceholder,
  narrow,
  withoutInvisible,
  withoutSpaces,
} from '../../shared/domain/plain-text.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import type { FindingCode, ImportField, ImportFinding } from '../../shared/domain/workbook-import.ts';
import { cellText, columnLetter, type Cell } from './workbook-cells.ts';

/** Codes that say a value was altered; every other finding of a reader is a warning. */
const changeCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'identity-upgraded-15',
  'identity-case',
  'digits-narrowed',
  'phone-normalized',
  'spaces-removed',
  'date-normalized',
  'word-normalized',
  'merged-filled',
  'status-from-remark',
  'text-repaired',
  'placeholder-emptied',
]);

const longestShown = 120;

/** Digits four to seven of a phone as it was written, whatever stands between them. */
const maskPhoneAsWritten = (text: string): string => {
  let digit = 0;
  return text.replaceAll(/[0-9０-９]/g, (character) => (++digit >= 4 && digit <= 7 ? '*' : character));
};

const shown = (field: ImportField, text: string): string => {
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  if (field === 'identity-number') return maskIdentityNumber(short) ?? '';
  return field === 'phone' || field === 'contact-phone' ? maskPhoneAsWritten(short) : short;
};

/** Where the values of one row stand. */
export interface RowSource {
  readonly sheet: string;
  /** 1-based, as Excel shows it. */
  readonly row: number;
  readonly dateSystem: DateSystem;
  /** 0-based column of each mapped field. */
  readonly columns: ReadonlyMap<ImportField, number>;
  readonly cell: (column: number) => { readonly cell: Cell; readonly filled: boolean } | undefined;
}

/** Reads the fields of one row and keeps what there is to say about them. */
export interface FieldReading {
  readonly findings: readonly ImportFinding[];
  /** True when any value was refused: then the row as a whole is not taken. */
  readonly refused: boolean;
  text(field: ImportField, longest: number): string | null;
  name(field: ImportField, longest: number): string | null;
  date(field: ImportField): PartialDate | null;
  count(field: ImportField): number | null;
  /** A value that its reader takes from a text or a number cell. */
  value<Value>(
    field: ImportField,
    read: (cell: string | number) => Reading<Value>,
    word: (value: Value) => string,
  ): Value | null;
  /** A value that its reader takes from a word. */
  word<Value>(
    field: ImportField,
    read: (cell: string) => Reading<Value>,
    word: (value: Value) => string,
  ): Value | null;
  refuse(field: ImportField | null, code: FindingCode, before?: string | null): void;
  warn(field: ImportField | null, code: FindingCode, before?: string | null, after?: string | null): void;
  change(field: ImportField, code: FindingCode, before: string, after: string): void;
}

/** Clean one-line text: no invisible or broken characters, no space around it. */
const repaired = (text: string): string => withoutInvisible(text).toWellFormed().trim();

const hasHan = /\p{Script=Han}/u;

/** Chinese names carry no spaces (clerks align two-character names with them); in others one space parts the words. */
const withoutNameSpaces = (name: string): string =>
  hasHan.test(name) ? withoutSpaces(name) : name.replaceAll(/\s+/g, ' ');

/** Opens one row for reading. */
export const readFields = (source: RowSource): FieldReading => {
  const findings: ImportFinding[] = [];
  const add = (
    level: ImportFinding['level'],
    field: ImportField | null,
    code: FindingCode,
    before: string | null,
    after: string | null,
  ): void => {
    const column = field === null ? undefined : source.columns.get(field);
    findings.push({
      sheet: source.sheet,
      row: source.row,
      column: column === undefined ? null : columnLetter(column),
      field,
      level,
      code,
      before: before === null || field === null ? before : shown(field, before),
      after: after === null || field === null ? after : shown(field, after),
    });
  };
  const refuse: FieldReading['refuse'] = (field, code, before = null) =>
    add('refused', field, code, before, null);
  const warn: FieldReading['warn'] = (field, code, before = null, after = null) =>
    add('warning', field, code, before, after);
  const change: FieldReading['change'] = (field, code, before, after) =>
    add('changed', field, code, before, after);

  const cellOf = (field: ImportField): Cell | null => {
    const column = source.columns.get(field);
    const found = column === undefined ? undefined : source.cell(column);
    if (!found) return null;
    const text = cellText(found.cell, source.dateSystem);
    if (found.filled) change(field, 'merged-filled', '', text);
    if (found.cell.formula) warn(field, 'formula-value', text, text);
    return found.cell;
  };

  const taken = <Value>(
    field: ImportField,
    cell: Cell,
    reading: Reading<Value>,
    word: (value: Value) => string,
  ): Value | null => {
    const before = cellText(cell, source.dateSystem);
    switch (reading.kind) {
      case 'empty':
        if (before.trim() !== '') change(field, 'placeholder-emptied', before, '');
        return null;
      case 'refused':
        refuse(field, reading.code, before);
        return null;
      case 'value':
        for (const code of reading.changes) {
          const after = word(reading.value);
          if (changeCodes.has(code)) change(field, code, before, after);
          else warn(field, code, before, after);
        }
        return reading.value;
    }
  };

  const plainText = (
    field: ImportField,
    longest: number,
    arranged: (text: string) => string,
  ): string | null => {
    const cell = cellOf(field);
    if (!cell) return null;
    const before = cellText(cell, source.dateSystem);
    const visible = repaired(before);
    const text = arranged(visible);
    if (text === '') return null;
    if (isPlaceholder(text)) {
      change(field, 'placeholder-emptied', before, '');
      return null;
    }
    if (characterCount(text) > longest) {
      refuse(field, 'value-too-long', before);
      return null;
    }
    if (visible !== before.trim()) change(field, 'text-repaired', before, text);
    else if (text !== before) change(field, 'spaces-removed', before, text);
    return text;
  };

  return {
    findings,
    get refused() {
      return findings.some(({ level }) => level === 'refused');
    },
    text: (field, longest) => plainText(field, longest, (text) => text),
    name: (field, longest) => plainText(field, longest, withoutNameSpaces),
    date: (field) => {
      const cell = cellOf(field);
      if (!cell) return null;
      const options = { dateSystem: source.dateSystem, dateFormatted: cell.dateFormatted };
      return taken(field, cell, readDate(cell.value, options), (date) => date);
    },
    count: (field) => {
      const cell = cellOf(field);
      if (!cell) return null;
      const digits = withoutSpaces(narrow(cellText(cell, source.dateSystem))).replace(
        /(?:余|多)?(?:人|名|个)$/,
        '',
      );
      const reading: Reading<number> =
        digits === '' || isPlaceholder(digits)
          ? { kind: 'empty' }
          : /^\d{1,7}$/.test(digits)
            ? {
                kind: 'value',
                value: Number(digits),
                changes: String(cell.value) === digits ? [] : ['digits-narrowed'],
              }
            : { kind: 'refused', code: 'number-unreadable' };
      return taken(field, cell, reading, String);
    },
    value: (field, read, word) => {
      const cell = cellOf(field);
      return cell ? taken(field, cell, read(cell.value), word) : null;
    },
    word: (field, read, word) => {
      const cell = cellOf(field);
      return cell ? taken(field, cell, read(cellText(cell, source.dateSystem)), word) : null;
    },
    refuse,
    warn,
    change,
  };
};
