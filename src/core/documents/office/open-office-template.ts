import { buffer } from 'node:stream/consumers';
import PizZip from 'pizzip';
import { fromBufferPromise, type Entry } from 'yauzl';
import { CodedError } from '../../../shared/errors.ts';

/** What an office's own template may cost. The largest built-in one has 40 KiB; a logo may have some megabytes. */
const limits = {
  fileBytes: 8 * 1024 * 1024,
  entries: 400,
  partBytes: 16 * 1024 * 1024,
  totalBytes: 32 * 1024 * 1024,
  /** Real parts compress 5 to 40 times; deflate can reach a thousand. */
  ratio: 250,
  ratioMattersAbove: 1024 * 1024,
} as const;

type TemplateRefusal = 'not-word' | 'encrypted' | 'too-large' | 'damaged' | 'macro' | 'outside' | 'embedded';

const refused = (reason: TemplateRefusal, cause?: unknown): CodedError<'TEMPLATE_REFUSED'> =>
  new CodedError('TEMPLATE_REFUSED', { reason }, { cause });

const checkSize = (entry: Entry, totalBytes: number): void => {
  if (entry.isEncrypted()) throw refused('encrypted');
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > limits.partBytes || totalBytes > limits.totalBytes) throw refused('too-large');
  if (uncompressedSize > limits.ratioMattersAbove && uncompressedSize > compressedSize * limits.ratio)
    throw refused('too-large');
};

const checkName = (name: string): void => {
  if (/vba|\.bin$|macrosheets|attachedToolbars/i.test(name)) throw refused('macro');
  if (/^word\/(?:embeddings|activeX|afchunk)/i.test(name)) throw refused('embedded');
};

const macroTypes = /macroEnabled|vbaProject|ms-word\.(?:attachedToolbars|vbaData)/i;

const checkXml = (name: string, xml: string): void => {
  // A document type or an entity has no place in a Word file; external entities and billions of laughs need one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw refused('damaged');
  if (name === '[Content_Types].xml' && macroTypes.test(xml)) throw refused('macro');
  if (!name.endsWith('.rels')) {
    // Fields that fetch from elsewhere or start a program.
    if (/\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b/.test(xml)) throw refused('outside');
    return;
  }
  if (/\bTargetMode\s*=\s*["']External["']/i.test(xml)) throw refused('outside');
  if (/\/(?:aFChunk|oleObject|package|control|vbaProject)["']/i.test(xml)) throw refused('embedded');
};

/**
 * A Word file that somebody brought, read part by part under limits and packed anew, with nothing in it that could run,
 * fetch or carry another file.
 *
 * @throws CodedError TEMPLATE_REFUSED
 */
export const openOfficeTemplate = async (bytes: Uint8Array): Promise<Uint8Array> => {
  if (bytes.byteLength > limits.fileBytes) throw refused('too-large');
  // Word keeps files with a password, and those of before 2007, in a format of its own.
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0') throw refused('not-word');
  const zip = await fromBufferPromise(Buffer.from(bytes), {
    lazyEntries: true,
    validateEntrySizes: true,
  }).catch((cause: unknown) => {
    throw refused('not-word', cause);
  });
  if (zip.entryCount > limits.entries) throw refused('too-large');
  const checked = new PizZip();
  const names = new Set<string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      checkSize(entry, total);
      checkName(fileName);
      // A name given twice is how one text passes two readers.
      if (names.has(fileName.toLowerCase())) throw refused('damaged');
      names.add(fileName.toLowerCase());
      const part = await buffer(await zip.openReadStreamPromise(entry));
      if (/\.(?:xml|rels)$/i.test(fileName)) checkXml(fileName, part.toString('utf8'));
      checked.file(fileName, part);
    }
  } catch (cause) {
    throw cause instanceof CodedError ? cause : refused('damaged', cause);
  }
  if (!names.has('word/document.xml') || !names.has('[content_types].xml')) throw refused('not-word');
  return checked.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
};
