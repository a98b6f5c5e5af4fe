import type ExcelJS from 'exceljs';
import { neutralText } from '../interchange/neutral-text.ts';
import type { SheetColumn } from '../../shared/labels/ledger-sheet.ts';

const thin = { style: 'thin', color: { argb: 'FF808080' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const face = { name: '宋体', size: 10 } as const;

/** Excel's numbers for paper. */
// The types name A4 and smaller only; the format has A3 as 8 (ECMA-376, 18.3.1.63).
const paperSizes = { A3: 8 as ExcelJS.PaperSize, A4: 9 as ExcelJS.PaperSize } as const;

export interface PrintedSheet<Row> {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly paper: keyof typeof paperSizes;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  readonly total?: readonly (string | number)[];
  /** What to say where there are no rows. */
  readonly empty?: string;
}

/** Adds a sheet that prints across A3 or A4: title, note, headings on every page, text cells for all but counts. */
export const addPrintedSheet = <Row>(
  workbook: ExcelJS.Workbook,
  { name, title, note, paper, columns, rows, total, empty }: PrintedSheet<Row>,
): void => {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: paperSizes[paper],
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', ySplit: 3 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.addRow([title]).height = 30;
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).font = { name: '宋体', size: 16, bold: true };
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.addRow([neutralText(note)]).font = face;
  sheet.mergeCells(2, 1, 2, columns.length);
  const header = sheet.addRow(columns.map((column) => column.header));
  header.font = { ...face, bold: true };
  header.eachCell((cell) => {
    cell.border = border;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  const addLine = (values: readonly (string | number)[]): ExcelJS.Row => {
    const line = sheet.addRow(
      values.map((value) => (typeof value === 'number' ? value : neutralText(value))),
    );
    line.font = face;
    line.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = border;
      cell.alignment = { vertical: 'middle', wrapText: true };
      if (typeof cell.value !== 'number') cell.numFmt = '@';
    });
    return line;
  };
  rows.forEach((row, index) => addLine(columns.map((column) => column.value(row, index))));
  if (rows.length === 0 && empty !== undefined) {
    const line = addLine([empty, ...columns.slice(1).map(() => '')]);
    sheet.mergeCells(line.number, 1, line.number, columns.length);
  }
  if (total !== undefined) addLine(total);
};
