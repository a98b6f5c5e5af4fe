import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import type { FindingCode, ImportField } from '../../shared/domain/workbook-import.ts';
import { findingLabels, importFieldLabels } from '../../shared/labels/workbook-import.ts';
import { rejectColumns } from './header-words.ts';

/** A refused row as it stood. */
export interface RefusedRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  readonly reasons: readonly { readonly code: FindingCode; readonly field: ImportField | null }[];
}

/** A sheet that refused rows come from. */
export interface RefusedSheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** Name of the organization where the sheet is the roster of one. */
  readonly organizationName: string | null;
  /** 0-based column of each mapped field. */
  readonly columns: readonly (readonly [ImportField, number])[];
}

const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3F1EF' } } as const;
const faultFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE2DD' } } as const;

const reasonOf = ({ code, field }: RefusedRow['reasons'][number]): string =>
  `${field === null ? '' : `${importFieldLabels[field]}：`}${findingLabels[code].happened}`;

const lines = (texts: readonly string[]): string => [...new Set(texts)].join('\n');

/** A name that Excel takes for a sheet; a CSV brings its file name. */
const tabName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, '_').slice(0, 31) || '退回的行';

const addSheet = (workbook: ExcelJS.Workbook, source: RefusedSheet, rows: readonly RefusedRow[]): void => {
  const width = Math.max(source.headers.length, ...rows.map(({ cells }) => cells.length));
  const headers = [
    ...Array.from({ length: width }, (_, column) => source.headers[column] ?? ''),
    ...rejectColumns,
  ];
  const sheet = workbook.addWorksheet(tabName(source.name));
  // Every cell is text, so that Excel cuts no number and runs no formula, whatever a cell begins with.
  sheet.columns = headers.map((_, column) => ({
    width: column === width || column === width + 1 ? 36 : 16,
    style: { numFmt: '@' },
  }));
  if (source.organizationName !== null) sheet.addRow([`组织名称：${source.organizationName}`]);
  const header = sheet.addRow(headers);
  header.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = headerFill;
  });
  sheet.views = [{ state: 'frozen', ySplit: header.number }];
  const columnOf = new Map(source.columns);
  for (const { row, cells, reasons } of rows) {
    const texts = Array.from({ length: width }, (_, column) => cells[column] ?? '');
    const advice = lines(reasons.map(({ code }) => findingLabels[code].advice));
    const added = sheet.addRow([...texts, lines(reasons.map(reasonOf)), advice, String(row)]);
    for (const { field } of reasons) {
      const column = field === null ? undefined : columnOf.get(field);
      if (column !== undefined) added.getCell(column + 1).fill = faultFill;
    }
    for (const column of [width + 1, width + 2]) {
      added.getCell(column).alignment = { wrapText: true, vertical: 'top' };
    }
  }
};

/**
 * Refused rows under their own headers, cells as they stood, with the reason and how to mend it beside them. The
 * cells at fault are marked. Corrected, the workbook can be imported as it is.
 */
export const writeRejectsWorkbook = async (
  sheets: readonly RefusedSheet[],
  rows: readonly RefusedRow[],
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    const own = rows.filter((row) => row.sheet === sheet.name);
    if (own.length > 0) addSheet(workbook, sheet, own);
  }
  if (workbook.worksheets.length === 0) workbook.addWorksheet('没有退回的行');
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
