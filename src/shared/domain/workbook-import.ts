import { z } from 'zod';
import { isoInstant } from './dates.ts';
import { importId, uploadId } from './ids.ts';
import { groupNamedIn } from './trainee-words.ts';

/** What a sheet can be. */
export const sheetKind = z.enum(['organizations', 'roster', 'trainees', 'ignored']);
export type SheetKind = z.infer<typeof sheetKind>;

/** Fields a column can be mapped to. */
export const importField = z.enum([
  'sequence',
  'community',
  'organization-name',
  'category',
  'filing-number',
  'filed-on',
  'responsible-person',
  'responsible-political-status',
  'contact-phone',
  'member-count',
  'premises',
  'business-scope',
  'activity-area',
  'purpose',
  'funds',
  'fallback-party',
  'founded-on',
  'remark',
  'person-name',
  'sex',
  'identity-number',
  'birth-date',
  'political-status',
  'role',
  'phone',
  'joined-on',
  'trainee-group',
  'work-unit',
  'post',
  'starts-on',
  'ends-on',
]);
export type ImportField = z.infer<typeof importField>;

export const columnGuess = z.object({
  index: z.int(),
  letter: z.string(),
  header: z.string(),
  samples: z.array(z.string()).max(5),
  field: importField.nullable(),
  /** How the guess came about: an office's remembered choice, a known header word, or none. */
  origin: z.enum(['remembered', 'synonym', 'none']),
});
export const sheetAnalysis = z.object({
  name: z.string(),
  kind: sheetKind,
  headerRows: z.array(z.int()), // 1-based rows that make the header
  firstDataRow: z.int(),
  dataRowCount: z.int(),
  mergedRanges: z.int(),
  /** One sheet per organization: the name found in the title. */
  organizationName: z.string().nullable(),
  columns: z.array(columnGuess),
});
export const workbookAnalysis = z.object({
  uploadId,
  fileName: z.string(),
  sha256: z.string(),
  sheets: z.array(sheetAnalysis),
});
export type ColumnGuess = z.infer<typeof columnGuess>;
export type SheetAnalysis = z.infer<typeof sheetAnalysis>;
export type WorkbookAnalysis = z.infer<typeof workbookAnalysis>;

export const sheetMapping = z.object({
  name: z.string(),
  kind: sheetKind,
  headerRows: z.array(z.int()),
  firstDataRow: z.int(),
  organizationName: z.string().nullable(),
  columns: z.array(z.object({ index: z.int(), field: importField.nullable() })),
});
export const importMapping = z.object({ sheets: z.array(sheetMapping) });
export type SheetMapping = z.infer<typeof sheetMapping>;
export type ImportMapping = z.infer<typeof importMapping>;

/** The mapping as analysis guessed it. */
export const guessedMapping = (sheets: readonly SheetAnalysis[]): ImportMapping => ({
  sheets: sheets.map(({ name, kind, headerRows, firstDataRow, organizationName, columns }) => ({
    name,
    kind,
    headerRows,
    firstDataRow,
    organizationName,
    columns: columns.map(({ index, field }) => ({ index, field })),
  })),
});

const requiredFields: Readonly<Record<SheetKind, readonly ImportField[]>> = {
  organizations: ['organization-name', 'community'],
  roster: ['person-name', 'organization-name'],
  trainees: ['person-name', 'trainee-group'],
  ignored: [],
};

/**
 * Fields that a sheet needs and no column gives. A roster that is named as a whole needs no name in its rows, and a
 * staff list whose sheet is called after one of the six groups needs no group in them.
 */
export const missingFields = (sheet: SheetMapping): readonly ImportField[] =>
  requiredFields[sheet.kind].filter((field) => {
    if (sheet.columns.some((column) => column.field === field)) return false;
    if (field === 'organization-name') return sheet.kind !== 'roster' || sheet.organizationName === null;
    return field !== 'trainee-group' || groupNamedIn(sheet.name) === null;
  });

export const findingCode = z.enum([
  // refusals: the row (or value) is not taken
  'identity-cut-by-excel',
  'identity-check-digit',
  'identity-malformed',
  'identity-birth-impossible',
  'date-unreadable',
  'date-impossible',
  'name-missing',
  'organization-unknown',
  'community-unknown',
  'duplicate-row',
  'duplicate-organization',
  'duplicate-person',
  'phone-unreadable',
  'number-unreadable',
  'value-unknown',
  'filing-number-taken',
  'dossier-sealed',
  'value-too-long',
  'guardian-consent-missing',
  // changes: the value is taken, altered
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
  // warnings: taken as it stands, worth a look
  'birth-differs-from-identity',
  'sex-differs-from-identity',
  'phone-differs',
  'minor',
  'filing-number-missing',
  'member-count-differs',
  'near-duplicate-name',
  'date-in-future',
  'person-in-several-organizations',
  'joined-before-founded',
  'formula-value',
  'identity-other-document',
  'responsible-person-not-in-roster',
  'several-responsible-persons',
  'row-skipped',
  'imported-before',
  'differs-from-archive',
  'filing-open',
  'political-status-differs',
]);
export type FindingCode = z.infer<typeof findingCode>;

export const importFinding = z.object({
  sheet: z.string(),
  row: z.int(), // 1-based, as Excel shows it
  column: z.string().nullable(), // letter
  field: importField.nullable(),
  level: z.enum(['refused', 'changed', 'warning']),
  code: findingCode,
  /** Identity numbers are masked in both. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ImportFinding = z.infer<typeof importFinding>;

export const importCounts = z.object({
  rowsRead: z.int(),
  rowsRefused: z.int(),
  organizationsCreated: z.int(),
  organizationsUpdated: z.int(),
  peopleCreated: z.int(),
  peopleMatched: z.int(),
  membershipsCreated: z.int(),
  /** Stays in groups of the training rotation; imports of before say nothing of them. */
  traineesCreated: z.int().default(0),
  valuesChanged: z.int(),
  warnings: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** Counts per finding code and some findings of each; the whole report is a workbook. */
export const importReport = z.object({
  uploadId: uploadId.nullable(),
  importId: importId.nullable(),
  dryRun: z.boolean(),
  counts: importCounts,
  byCode: z.array(
    z.object({ code: findingCode, level: z.enum(['refused', 'changed', 'warning']), count: z.int() }),
  ),
  /** Of each code the first ones. */
  findings: z.array(importFinding).max(2000),
});
export type ImportReport = z.infer<typeof importReport>;

export const importRecord = z.object({
  id: importId,
  fileName: z.string(),
  sha256: z.string(),
  finishedAt: isoInstant,
  undoneAt: isoInstant.nullable(),
  counts: importCounts,
});
export type ImportRecord = z.infer<typeof importRecord>;
