import {
  ledgerSnapshot,
  type LedgerOrganization,
  type LedgerSnapshot,
} from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';

type Line = LedgerOrganization;
type StreetLines = Pick<LedgerSnapshot, 'street' | 'organizations'>;

/** Columns of the open CSV export, in their order; documented in docs/formats/ledger-csv.md and never renamed. */
const columns = [
  'id',
  'community',
  'communityCode',
  'settlement',
  'name',
  'category',
  'status',
  'filingNumber',
  'filedOn',
  'responsiblePerson',
  'maskedPhone',
  'members',
  'partyMembers',
  'fallbackParty',
  'proposedRegistration',
  'completeness',
  'reports',
  'satisfaction',
  'disclosures',
  'activities',
  'dispositions',
  'trained',
  'events',
  'remark',
] as const satisfies readonly (keyof Line)[];

/** Texts as they are; everything else as JSON, so that nothing has to be guessed on the way back. */
const texts: ReadonlySet<keyof Line> = new Set([
  'id',
  'community',
  'communityCode',
  'settlement',
  'name',
  'category',
  'status',
  'filingNumber',
  'filedOn',
  'responsiblePerson',
  'maskedPhone',
  'fallbackParty',
  'remark',
]);

/** What makes a spreadsheet run a cell is led by an apostrophe, and so is an apostrophe (ASVS 5.0, 1.2.10). */
const guarded = /^[=+\-@＝＋－＠\t\r\n\0']/;

const cellOf = (value: unknown): string => {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // An empty text is told from none.
  const safe = text === '' || guarded.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const byteOrderMark = '\uFEFF';

/** CSV (RFC 4180, UTF-8 with a mark, so that office programs read Chinese). */
const csvOf = (head: readonly string[], rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Buffer.from(`${byteOrderMark}${[head, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`),
  );

const cellsOf = (line: Line): readonly string[] => columns.map((field) => cellOf(line[field]));

/** The lines of a ledger as CSV. */
export const ledgerCsv = (lines: readonly Line[]): Uint8Array<ArrayBuffer> =>
  csvOf(columns, lines.map(cellsOf));

const streetColumns = ['streetCode', 'street'] as const;

/** The lines of several streets' ledgers as CSV, each led by its street. */
export const districtCsv = (ledgers: readonly StreetLines[]): Uint8Array<ArrayBuffer> =>
  csvOf(
    [...streetColumns, ...columns],
    ledgers.flatMap(({ street, organizations }) =>
      organizations.map((line) => [cellOf(street.code), cellOf(street.name), ...cellsOf(line)]),
    ),
  );

/** Fields of RFC 4180 records; line breaks inside quotes belong to their field. */
const recordsOf = (text: string): string[][] => {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) throw new CodedError('PACKAGE_SCHEMA_INVALID', { path: 'csv', reason: 'quotes' });
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      records.push(record);
      record = [];
    }
  }
  return records;
};

const textOf = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const valueOf = (field: (typeof columns)[number], cell: string): unknown => {
  if (cell === '') return null;
  const text = textOf(cell);
  return texts.has(field) ? text : JSON.parse(text);
};

const rowsUnder = (bytes: Uint8Array, columnsWanted: readonly string[]): string[][] => {
  const [head, ...rows] = recordsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (head?.join(',') !== columnsWanted.join(','))
    throw new CodedError('PACKAGE_SCHEMA_INVALID', { path: 'csv', reason: 'columns' });
  return rows;
};

const lineIn = (cells: readonly string[]): Line =>
  ledgerSnapshot.shape.organizations.element.parse(
    Object.fromEntries(columns.map((field, at) => [field, valueOf(field, cells[at] ?? '')])),
  );

/** The lines that such a CSV holds. @throws CodedError PACKAGE_SCHEMA_INVALID */
export const readLedgerCsv = (bytes: Uint8Array): Line[] => rowsUnder(bytes, columns).map(lineIn);

/** The lines of each street in such a CSV. @throws CodedError PACKAGE_SCHEMA_INVALID */
export const readDistrictCsv = (bytes: Uint8Array): StreetLines[] => {
  const rows = rowsUnder(bytes, [...streetColumns, ...columns]);
  return [...Map.groupBy(rows, ([code]) => code ?? '')].map(([code, of]) => ({
    street: { code, name: textOf(of[0]?.[1] ?? '') },
    organizations: of.map((cells) => lineIn(cells.slice(streetColumns.length))),
  }));
};
