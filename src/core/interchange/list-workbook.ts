import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { neutralText } from './neutral-text.ts';

/** One column of a list: numbers stay numbers, everything else is a text cell. */
export interface ListColumn<Row> {
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly value: (row: Row) => string | number;
}

export interface ListWorkbook<Row> {
  readonly sheetName: string;
  readonly title: string;
  /** The line between title and headers. */
  readonly note: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: Iterable<Row>;
}

const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

const countStyle: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 10 },
  border,
  alignment: { vertical: 'middle', wrapText: true },
};
const textStyle: Partial<ExcelJS.Style> = { ...countStyle, numFmt: '@' };

/**
 * Writes a list as a workbook that prints: title, note, headers repeated on every A4 landscape page, text cells for
 * everything that is not a count, formulas impossible. Streams rows, so that memory stays flat.
 */
export const writeListWorkbook = async <Row>(list: ListWorkbook<Row>): Promise<Uint8Array<ArrayBuffer>> => {
  const output = new PassThrough();
  const collected = buffer(output);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet(list.sheetName, {
    pageSetup: {
      paperSize: 9,
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
  sheet.columns = list.columns.map(({ width }) => ({ width }));
  const last = list.columns.length;

  const title = sheet.addRow([list.title]);
  title.height = 28;
  title.getCell(1).font = { name: '宋体', size: 16, bold: true };
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.mergeCells(1, 1, 1, last);
  title.commit();
  const note = sheet.addRow([list.note]);
  sheet.mergeCells(2, 1, 2, last);
  note.commit();

  const headers = sheet.addRow(list.columns.map(({ header }) => header));
  headers.eachCell((cell) => {
    cell.font = { name: '宋体', size: 10, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1F0' } };
    cell.border = border;
  });
  headers.commit();

  for (const value of list.rows) {
    const row = sheet.addRow(
      list.columns.map((column) => {
        const cell = column.value(value);
        return typeof cell === 'number' ? cell : neutralText(cell);
      }),
    );
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.style = typeof cell.value === 'number' ? countStyle : textStyle;
    });
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  return new Uint8Array(await collected);
};
