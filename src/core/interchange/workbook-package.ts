import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { CodedError } from '../../shared/errors.ts';
import { resolveReferences } from './xml-references.ts';

/**
 * What a stranger's workbook may cost. A street's ledger of 300 organizations and 60,000 roster rows stays
 * far below each of these.
 */
export const workbookLimits = {
  fileBytes: 64 * 1024 * 1024,
  /** Old .xls files are not compressed and are read whole. */
  oldFileBytes: 24 * 1024 * 1024,
  entries: 2_000,
  partBytes: 96 * 1024 * 1024,
  totalBytes: 160 * 1024 * 1024,
  /** Real sheets compress 5 to 40 times; deflate can reach a thousand. */
  compressionRatio: 250,
  ratioMattersAbove: 4 * 1024 * 1024,
  rows: 150_000,
  cells: 1_500_000,
} as const;

const unreadable = (
  reason: 'not-a-workbook' | 'encrypted' | 'too-large' | 'damaged' | 'unsafe',
  cause?: unknown,
): CodedError => new CodedError('WORKBOOK_UNREADABLE', { reason }, { cause });

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

const decodeXml = (bytes: Buffer): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const xml = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'utf-8' ? xml : xml.replace(/encoding=(["'])utf-16\1/i, 'encoding="UTF-8"');
  } catch (cause) {
    throw unreadable('damaged', cause);
  }
};

/** A document type or an entity has no place in a workbook; billion-laughs and external entities need one. */
const safeXml = (bytes: Buffer): string => {
  const xml = decodeXml(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw unreadable('unsafe');
  return resolveReferences(xml);
};

const checkEntry = (entry: Entry): void => {
  if (entry.isEncrypted()) throw unreadable('encrypted');
  if (entry.uncompressedSize > workbookLimits.partBytes) throw unreadable('too-large');
  if (
    entry.uncompressedSize > workbookLimits.ratioMattersAbove &&
    entry.uncompressedSize > entry.compressedSize * workbookLimits.compressionRatio
  ) {
    throw unreadable('too-large');
  }
};

interface Part {
  readonly name: string;
  readonly xml: string;
}

const readParts = async (zip: ZipFile): Promise<readonly Part[]> => {
  if (zip.entryCount > workbookLimits.entries) throw unreadable('too-large');
  const parts = new Map<string, Part>();
  let total = 0;
  let packed = 0;
  let rows = 0;
  let cells = 0;
  for await (const entry of zip.eachEntry()) {
    if (!neededPart.test(entry.fileName)) continue;
    checkEntry(entry);
    total += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (total > workbookLimits.totalBytes) throw unreadable('too-large');
    // Entries that overlap, or a name given twice, are how one text passes two readers.
    if (packed > zip.fileSize || parts.has(entry.fileName.toLowerCase())) throw unreadable('damaged');
    const xml = safeXml(await buffer(await zip.openReadStreamPromise(entry)));
    if (/^xl\/worksheets\//i.test(entry.fileName)) {
      rows += countElements(xml, 'row');
      cells += countElements(xml, 'c');
    }
    if (rows > workbookLimits.rows || cells > workbookLimits.cells) throw unreadable('too-large');
    parts.set(entry.fileName.toLowerCase(), { name: entry.fileName, xml });
  }
  if (!parts.has('xl/workbook.xml')) throw unreadable('not-a-workbook');
  return [...parts.values()];
};

const rebuild = async (parts: readonly Part[]): Promise<Buffer> => {
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
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
    });
    return await rebuild(await readParts(zip));
  } catch (cause) {
    throw cause instanceof CodedError ? cause : unreadable('damaged', cause);
  }
};
