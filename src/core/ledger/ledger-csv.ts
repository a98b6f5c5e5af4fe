import { ledgerSnapshot, type LedgerOrganization } from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';

type Line = LedgerOrganization;

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

const cellOf = (field: (typeof columns)[number], line: Line): string => {
  const value = line[field];
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // An empty text is told from none.
  const safe = text === '' || guarded.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const byteOrderMark = '\uFEFF';

/** The lines of a ledger as CSV (RFC 4180, UTF-8 with a mark, so that office programs read Chinese). */
export const ledgerCsv = (lines: readonly Line[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Buffer.from(
      `${byteOrderMark}${[columns.join(','), ...lines.map((line) => columns.map((field) => cellOf(field, line)).join(','))].join('\r\n')}\r\n`,
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

const valueOf = (field: (typeof columns)[number], cell: string): unknown => {
  if (cell === '') return null;
  const text = cell.startsWith("'") ? cell.slice(1) : cell;
  return texts.has(field) ? text : JSON.parse(text);
};

/** The lines that such a CSV holds. @throws CodedError PACKAGE_SCHEMA_INVALID */
export const readLedgerCsv = (bytes: Uint8Array): Line[] => {
  const [head, ...rows] = recordsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (head?.join(',') !== columns.join(','))
    throw new CodedError('PACKAGE_SCHEMA_INVALID', { path: 'csv', reason: 'columns' });
  const { element } = ledgerSnapshot.shape.organizations;
  return rows.map((row) =>
    element.parse(Object.fromEntries(columns.map((field, at) => [field, valueOf(field, row[at] ?? '')]))),
  );
};
