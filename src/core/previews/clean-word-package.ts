import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { PreviewFailed } from './preview-job.ts';

const limits = {
  entries: 3_000,
  partBytes: 48 * 1024 * 1024,
  totalBytes: 96 * 1024 * 1024,
  ratio: 250,
  ratioMattersAbove: 4 * 1024 * 1024,
} as const;

/** Text, styles, numbers, notes and pictures. Macros, embedded objects and settings never reach the reader. */
const neededPart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(?:document|footnotes|endnotes)\.xml\.rels|word\/media\/[^/]+\.(?:png|jpe?g|gif))$/i;

const tooLarge = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > limits.partBytes ||
  (uncompressedSize > limits.ratioMattersAbove && uncompressedSize > compressedSize * limits.ratio);

/** A relation to a place outside the package could make a reader fetch it: it stays, and leads nowhere. */
const withoutOutside = (xml: string): string =>
  xml.replaceAll(/<Relationship\b[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi, (relation) =>
    relation.replace(/\bTarget\s*=\s*(?:"[^"]*"|'[^']*')/, 'Target="#"'),
  );

const checkedPart = (name: string, bytes: Buffer): Buffer => {
  if (!/\.(?:xml|rels)$/i.test(name)) return bytes;
  const xml = bytes.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new PreviewFailed('damaged');
  return name.endsWith('.rels') ? Buffer.from(withoutOutside(xml)) : bytes;
};

const rebuild = async (zip: ZipFile): Promise<Buffer> => {
  if (zip.entryCount > limits.entries) throw new PreviewFailed('too-large');
  const clean = new ZipWriter();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (!neededPart.test(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new PreviewFailed('encrypted');
    total += entry.uncompressedSize;
    if (tooLarge(entry) || total > limits.totalBytes) throw new PreviewFailed('too-large');
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    clean.addBuffer(checkedPart(entry.fileName, bytes), entry.fileName, { compress: false });
  }
  clean.end();
  return buffer(clean.outputStream);
};

/** A .docx taken apart under limits and put together again from what is shown of it. @throws PreviewFailed */
export const cleanWordPackage = async (bytes: Uint8Array): Promise<Buffer> => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
    });
    return await rebuild(zip);
  } catch (cause) {
    throw cause instanceof PreviewFailed ? cause : new PreviewFailed('damaged', { cause });
  }
};
