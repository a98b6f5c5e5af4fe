import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type ZipFile } from 'yauzl';
import { CodedError } from '../../shared/errors.ts';
import { withoutInvisible } from '../../shared/domain/plain-text.ts';
import { resolveReferences } from './xml-references.ts';

/** What a stranger's Word file may cost; a charter of 50 pages stays far below. */
const limits = { fileBytes: 32 * 1024 * 1024, partBytes: 16 * 1024 * 1024, characters: 200_000 } as const;

const unreadable = (
  reason: 'not-word' | 'encrypted' | 'too-large' | 'damaged',
  cause?: unknown,
): CodedError => new CodedError('WORD_UNREADABLE', { reason }, { cause });

/** Text runs, tabs, breaks and ends of paragraphs, in their order; everything else is left out. */
const piece = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\b[^>]*\/>|<\/w:(p)>/g;

const documentXml = async (zip: ZipFile): Promise<string> => {
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    if (entry.isEncrypted()) throw unreadable('encrypted');
    if (entry.uncompressedSize > limits.partBytes) throw unreadable('too-large');
    return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
  }
  throw unreadable('not-word');
};

const textOf = (xml: string): string => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw unreadable('damaged');
  const parts: string[] = [];
  for (const [, run, mark, paragraph] of xml.matchAll(piece)) {
    if (run !== undefined) parts.push(unescaped(run));
    else if (paragraph !== undefined) parts.push('\n');
    else if (mark !== undefined) parts.push(mark === 'tab' ? ' ' : '\n');
  }
  return withoutInvisible(parts.join(''))
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
    .slice(0, limits.characters);
};

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A run's own text; references to characters beyond the basic plane become those characters. */
const unescaped = (run: string): string =>
  resolveReferences(run).replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => named[name] ?? '');

/** Old .doc files and files with an opening password are OLE compounds. */
const isOleCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

/**
 * The words of a .docx, one line a paragraph: no macros, no fields, no pictures.
 *
 * @throws CodedError WORD_UNREADABLE
 */
export const readWordText = async (bytes: Uint8Array): Promise<string> => {
  if (bytes.byteLength > limits.fileBytes) throw unreadable('too-large');
  if (isOleCompound(bytes)) throw unreadable('encrypted');
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
    });
    return textOf(await documentXml(zip));
  } catch (cause) {
    throw cause instanceof CodedError ? cause : unreadable('not-word', cause);
  }
};
