import {
  missingFields,
  type ImportField,
  type ImportMapping,
  type SheetMapping,
} from '../../shared/domain/workbook-import.ts';
import { CodedError } from '../../shared/errors.ts';
import type { RowSource } from './field-reading.ts';
import type { RowSheetKind } from './header-words.ts';
import { headerTextsOf } from './sheet-analysis.ts';
import { rowsOfSheet, type DataRow, type SkippedRow } from './sheet-rows.ts';
import type { Sheet, Workbook } from './workbook-cells.ts';

/** A sheet with the meaning that a person confirmed for its columns, and its records. */
export interface MappedSheet {
  readonly name: string;
  readonly kind: RowSheetKind;
  /** Name of the one organization whose roster this is, where no column says it. */
  readonly organizationName: string | null;
  /** Header text by 0-based column. */
  readonly headers: readonly string[];
  readonly columns: ReadonlyMap<ImportField, number>;
  readonly rows: readonly DataRow[];
  readonly skipped: readonly SkippedRow[];
}

const columnsOf = (mapping: SheetMapping): ReadonlyMap<ImportField, number> =>
  new Map(mapping.columns.flatMap(({ index, field }) => (field === null ? [] : [[field, index] as const])));

const mapSheet = (
  sheet: Sheet,
  workbook: Workbook,
  mapping: SheetMapping,
  kind: RowSheetKind,
): MappedSheet => {
  const columns = columnsOf(mapping);
  const missing = [...missingFields(mapping)];
  if (missing.length > 0) throw new CodedError('MAPPING_INCOMPLETE', { sheet: sheet.name, missing });
  const headers = headerTextsOf(sheet, workbook.dateSystem, mapping.headerRows);
  const { data, skipped } = rowsOfSheet(sheet, mapping.firstDataRow, headers);
  return {
    name: sheet.name,
    kind,
    organizationName: mapping.organizationName,
    headers,
    columns,
    rows: data,
    skipped,
  };
};

/**
 * The sheets of a workbook under a mapping; ignored ones left out.
 * @throws CodedError MAPPING_INCOMPLETE when a needed column is not mapped, or no sheet is to be imported
 */
export const mappedSheets = (workbook: Workbook, mapping: ImportMapping): readonly MappedSheet[] => {
  const sheets = mapping.sheets.flatMap((one) => {
    const sheet = workbook.sheets.find(({ name }) => name === one.name);
    return sheet && one.kind !== 'ignored' ? [mapSheet(sheet, workbook, one, one.kind)] : [];
  });
  if (sheets.length === 0) {
    throw new CodedError('MAPPING_INCOMPLETE', {
      sheet: workbook.sheets[0]?.name ?? '',
      missing: ['organization-name', 'person-name'],
    });
  }
  return sheets;
};

/** The cells of one record by mapped field, merged areas filled. */
export const rowSource = (sheet: MappedSheet, row: DataRow, workbook: Workbook): RowSource => ({
  sheet: sheet.name,
  row: row.row,
  dateSystem: workbook.dateSystem,
  columns: sheet.columns,
  cell: (column) => {
    const own = row.own[column];
    if (own) return { cell: own, filled: false };
    const filled = row.filled.get(column);
    return filled ? { cell: filled, filled: true } : undefined;
  },
});
