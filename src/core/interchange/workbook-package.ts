import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { ZipFile as ZipWriter } from 'yazl';
import { CodedError } from '../../shared/errors.ts';
import { officeLimits, readXmlParts, unreadable, type XmlPart } from './office-package.ts';

/**
 * What a stranger's workbook may cost. A street's ledger of 300 organizations and 60,000 roster rows stays
 * far below each of these.
 */
export const workbookLimits = {
  ...officeLimits,
  /** Old .xls files are not compressed and are read whole. */
  oldFileBytes: 24 * 1024 * 1024,
  rows: 150_000,
  cells: 1_500_000,
} as const;

/**
 * The parts that hold cells, and nothing else: macros, external links, queries, embedded objects, pictures and
 * printer settings never reach the reader.
 */
const neededPart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/** Openings of one element, with or without a namespace prefix; counted without keeping the matches. */
const countElements = (xml: string, name: 'row' | 'c'): number => {
  const opening = new RegExp(String.raw`<(?:\w+:)?${name}[\s>/]`, 'g');
  let count = 0;
  while (opening.test(xml)) count++;
  return count;
};

const readParts = async (bytes: Uint8Array): Promise<readonly XmlPart[]> => {
  let rows = 0;
  let cells = 0;
  const parts = await readXmlParts(bytes, neededPart, ({ name, xml }) => {
    if (!/^xl\/worksheets\//i.test(name)) return;
    rows += countElements(xml, 'row');
    cells += countElements(xml, 'c');
    if (rows > workbookLimits.rows || cells > workbookLimits.cells) throw unreadable('too-large');
  });
  if (!parts.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) throw unreadable('not-a-workbook');
  return parts;
};

const rebuild = async (parts: readonly XmlPart[]): Promise<Buffer> => {
  const zip = new ZipWriter();
  for (const { name, xml } of parts) zip.addBuffer(Buffer.from(xml, 'utf8'), name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
};

/**
 * Takes an .xlsx or .xlsm apart under limits and puts the cell-bearing parts together again: no macros, no links,
 * no document types, rare characters as themselves. Sizes are checked before and while inflating.
 * @throws CodedError WORKBOOK_UNREADABLE
 */
export const rebuildWorkbookPackage = async (bytes: Uint8Array): Promise<Buffer> => {
  try {
    return await rebuild(await readParts(bytes));
  } catch (cause) {
    throw cause instanceof CodedError ? cause : unreadable('damaged', cause);
  }
};
