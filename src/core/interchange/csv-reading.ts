import { CodedError } from '../../shared/errors.ts';
import type { Cell, CellRow, Workbook } from './workbook-cells.ts';
import { workbookLimits } from './workbook-package.ts';

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Chinese Excel saves GB18030 without saying so; what is not UTF-8 is tried as that.
    }
  }
  throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'not-a-workbook' });
};

/** Fields of RFC 4180, by comma, semicolon or tab; quotes double, line ends may be mixed. */
const fieldsOf = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') field += text[++index];
      else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === delimiter) endField();
    else if (character === '\n') endRow();
    else if (character !== '\r') field += character;
    else if (text[index + 1] !== '\n') endRow();
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
};

const delimiterOf = (text: string): string => {
  const head = text.slice(0, 4096);
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
};

/** `="0123"` is how some programs keep leading zeros in CSV; its text is the quoted part. */
const cellOf = (field: string): Cell | undefined => {
  const value = /^="(.*)"$/.exec(field)?.[1] ?? field;
  return value === '' ? undefined : { value, dateFormatted: false, formula: false };
};

/**
 * Reads a CSV as one sheet of text cells.
 * @throws CodedError WORKBOOK_UNREADABLE when it is no text or has too many cells
 */
export const readCsv = (bytes: Uint8Array, fileName: string): Workbook => {
  const text = decode(bytes);
  if (text.includes('\u0000')) throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'not-a-workbook' });
  const fields = fieldsOf(text, delimiterOf(text));
  const cells = fields.reduce((total, row) => total + row.length, 0);
  if (fields.length > workbookLimits.rows || cells > workbookLimits.cells) {
    throw new CodedError('WORKBOOK_UNREADABLE', { reason: 'too-large' });
  }
  const rows: CellRow[] = fields.map((row) => row.map(cellOf));
  return {
    dateSystem: 1900,
    sheets: [{ name: fileName.replace(/\.\w+$/, ''), hidden: false, rows, merges: [] }],
  };
};
