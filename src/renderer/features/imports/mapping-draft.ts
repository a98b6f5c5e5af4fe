import {
  missingFields,
  type ImportField,
  type ImportMapping,
  type SheetMapping,
} from '../../../shared/domain/workbook-import.ts';
import { importFieldLabels } from '../../../shared/labels/workbook-import.ts';

/** The sheet with a column given a meaning; a meaning belongs to one column, so the one that had it loses it. */
export const withColumn = (sheet: SheetMapping, index: number, field: ImportField | null): SheetMapping => ({
  ...sheet,
  columns: sheet.columns.map((column) => {
    if (column.index === index) return { ...column, field };
    return field !== null && column.field === field ? { ...column, field: null } : column;
  }),
});

/** The mapping with one of its sheets replaced. */
export const withSheet = (mapping: ImportMapping, sheet: SheetMapping): ImportMapping => ({
  sheets: mapping.sheets.map((one) => (one.name === sheet.name ? sheet : one)),
});

/** What a sheet still lacks before it can be imported, in words; empty when nothing. */
export const sheetLacks = (sheet: SheetMapping): readonly string[] =>
  missingFields(sheet).map((field) => importFieldLabels[field]);

/** True once every sheet that is taken is complete, and there is one. */
export const isReady = ({ sheets }: ImportMapping): boolean =>
  sheets.some(({ kind }) => kind !== 'ignored') && sheets.every((sheet) => missingFields(sheet).length === 0);
