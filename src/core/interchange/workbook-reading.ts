import { Buffer } from 'node:buffer';
import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { CodedError } from '../../shared/errors.ts';
import { readCsv } from './csv-reading.ts';
import type { Cell, CellRow, MergedRange, Sheet, Workbook } from './workbook-cells.ts';
import { rebuildWorkbookPackage, workbookLimits } from './workbook-package.ts';

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
/** The OLE container: old .xls files, and new files under a password. */
const isOle = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

const isDateFormat = (format: unknown): boolean => typeof format === 'string' && SSF.is_date(format) === true;

const cellOf = (cell: CellObject | undefined): Cell | undefined => {
  if (!cell || cell.v === undefined || cell.t === 'z') return undefined;
  const formula = cell.f !== undefined;
  if (typeof cell.v === 'number' && cell.t === 'n') {
    return { value: cell.v, dateFormatted: isDateFormat(cell.z), formula };
  }
  const value =
    cell.t === 'e'
      ? (cell.w ?? '#N/A')
      : typeof cell.v === 'boolean'
        ? String(cell.v).toUpperCase()
        : String(cell.v);
  return value === '' ? undefined : { value, dateFormatted: false, formula };
};

const sheetOf = (name: string, hidden: boolean, sheet: WorkSheet | undefined): Sheet => {
  const rows: CellRow[] = Array.from(sheet?.['!data'] ?? [], (row) => (row ? Array.from(row, cellOf) : []));
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }): MergedRange => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return { name, hidden, rows, merges };
};

const parse = (bytes: Buffer): WorkBook => {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      bookVBA: false,
    });
  } catch (cause) {
    const encrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new CodedError('WORKBOOK_UNREADABLE', { reason: encrypted ? 'encrypted' : 'damaged' }, { cause });
  }
};

const workbookOf = (book: WorkBook): Workbook => ({
  dateSystem: book.Workbook?.WBProps?.date1904 ? 1904 : 1900,
  sheets: book.SheetNames.map((name, index) =>
    sheetOf(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, book.Sheets[name]),
  ),
});

/**
 * Reads .xlsx, .xlsm (cells only), old .xls and .csv (UTF-8, UTF-16 or GB18030) into plain cells. Formulas are
 * never run; the result they had when the file was saved is read and marked.
 * @throws CodedError WORKBOOK_UNREADABLE, WORKBOOK_EMPTY
 */
export const readWorkbook = async (bytes: Uint8Array, fileName: string): Promise<Workbook> => {
  if (bytes.byteLength > workbookLimits.fileBytes) {
    throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'too-large' });
  }
  const workbook = await readByKind(bytes, fileName);
  if (workbook.sheets.every((sheet) => sheet.rows.every((row) => row.every((cell) => cell === undefined)))) {
    throw new CodedError('WORKBOOK_EMPTY', {});
  }
  return workbook;
};

const readByKind = async (bytes: Uint8Array, fileName: string): Promise<Workbook> => {
  if (isZip(bytes)) return workbookOf(parse(await rebuildWorkbookPackage(bytes)));
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isOle(bytes)) {
    if (bytes.byteLength > workbookLimits.oldFileBytes) {
      throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'too-large' });
    }
    if (whole.includes(encryptedStream)) throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'encrypted' });
    return workbookOf(parse(whole));
  }
  if (/\.(?:csv|txt)$/i.test(fileName)) return readCsv(whole, fileName);
  throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'not-a-workbook' });
};
