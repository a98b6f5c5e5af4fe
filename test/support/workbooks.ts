import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';

export type SheetCells = readonly (readonly ExcelJS.CellValue[])[];

export interface SheetFixture {
  readonly name: string;
  readonly rows: SheetCells;
  readonly merges?: readonly string[];
  readonly formats?: Readonly<Record<string, string>>;
}

/** A real .xlsx of these cells, written by exceljs. */
export const workbookBytes = async (
  sheets: readonly SheetFixture[],
  options: { readonly date1904?: boolean } = {},
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = options.date1904 ?? false;
  for (const { name, rows, merges, formats } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merges ?? []) sheet.mergeCells(range);
    for (const [address, format] of Object.entries(formats ?? {})) sheet.getCell(address).numFmt = format;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

/** A zip of these texts or bytes, as they are. */
export const zipBytes = async (parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
};

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`;
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRelationships = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`;
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a one-sheet package with this sheet data, to be spoiled by a test and zipped. */
export const packageParts = (sheetData: string, sheetName = '花名册'): Record<string, string> => ({
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': packageRelationships,
  'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': workbookRelationships,
  'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${spreadsheet}"><sheetData>${sheetData}</sheetData></worksheet>`,
});

/** One row of inline texts; each is written into the XML as it is. */
export const inlineRow = (row: number, ...texts: readonly string[]): string =>
  `<row r="${row}">${texts
    .map(
      (text, index) =>
        `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('')}</row>`;

/** The cells of the first sheet of a workbook that was exported, row by row. */
export const workbookRows = async (file: Blob): Promise<unknown[][]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const rows: unknown[][] = [];
  // exceljs counts from one and leaves the first place of its arrays empty.
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row) =>
    rows.push(Array.from(row.values as unknown[], (cell) => cell ?? '').slice(1)),
  );
  return rows;
};
