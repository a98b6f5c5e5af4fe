import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { CodedError } from '../../shared/errors.ts';
import { resolveReferences } from './xml-references.ts';

/** What a stranger's Office file may cost. */
export const officeLimits = {
  fileBytes: 64 * 1024 * 1024,
  entries: 2_000,
  partBytes: 96 * 1024 * 1024,
  totalBytes: 160 * 1024 * 1024,
  /** Real parts compress 5 to 40 times; deflate can reach a thousand. */
  compressionRatio: 250,
  ratioMattersAbove: 4 * 1024 * 1024,
} as const;

export const unreadable = (
  reason: 'not-a-workbook' | 'encrypted' | 'too-large' | 'damaged' | 'unsafe',
  cause?: unknown,
): CodedError<'WORKBOOK_UNREADABLE'> => new CodedError('WORKBOOK_UNREADABLE', { reason }, { cause });

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

/** A document type or an entity has no place in an Office file; billion-laughs and external entities need one. */
const safeXml = (bytes: Buffer): string => {
  const xml = decodeXml(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw unreadable('unsafe');
  return resolveReferences(xml);
};

const checkEntry = (entry: Entry): void => {
  if (entry.isEncrypted()) throw unreadable('encrypted');
  if (entry.uncompressedSize > officeLimits.partBytes) throw unreadable('too-large');
  if (
    entry.uncompressedSize > officeLimits.ratioMattersAbove &&
    entry.uncompressedSize > entry.compressedSize * officeLimits.compressionRatio
  ) {
    throw unreadable('too-large');
  }
};

export interface XmlPart {
  readonly name: string;
  readonly xml: string;
}

const readFrom = async (
  zip: ZipFile,
  wanted: RegExp,
  onPart: (part: XmlPart) => void,
): Promise<readonly XmlPart[]> => {
  if (zip.entryCount > officeLimits.entries) throw unreadable('too-large');
  const parts = new Map<string, XmlPart>();
  let total = 0;
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    if (!wanted.test(entry.fileName)) continue;
    checkEntry(entry);
    total += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (total > officeLimits.totalBytes) throw unreadable('too-large');
    // Entries that overlap, or a name given twice, are how one text passes two readers.
    if (packed > zip.fileSize || parts.has(entry.fileName.toLowerCase())) throw unreadable('damaged');
    const part = {
      name: entry.fileName,
      xml: safeXml(await buffer(await zip.openReadStreamPromise(entry))),
    };
    onPart(part);
    parts.set(entry.fileName.toLowerCase(), part);
  }
  return [...parts.values()];
};

/**
 * The XML parts of an Office file that are wanted, under limits: sizes are checked before and while inflating, no
 * document types, rare characters as themselves.
 *
 * @param onPart looks at each part as it comes and may refuse it
 * @throws CodedError WORKBOOK_UNREADABLE, or what the zip reader throws for bytes that are no zip
 */
export const readXmlParts = async (
  bytes: Uint8Array,
  wanted: RegExp,
  onPart: (part: XmlPart) => void = () => {},
): Promise<readonly XmlPart[]> => {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
  });
  return readFrom(zip, wanted, onPart);
};
