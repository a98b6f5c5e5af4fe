import { inflateSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import {
  mediaTypes,
  type AttachmentKind,
  type AttachmentWarning,
} from '../../shared/domain/attachment-kind.ts';
import { CodedError } from '../../shared/errors.ts';

/** What a paper is, by its bytes, and what it carries that must not be run. */
export interface ProvenAttachment {
  readonly mediaType: string;
  readonly warnings: readonly AttachmentWarning[];
}

interface Proven {
  readonly kind: AttachmentKind;
  readonly warnings: readonly AttachmentWarning[];
}

type Refusal = 'empty' | 'archive' | 'phone-picture' | 'program' | 'unknown' | 'damaged';

const refused = (reason: Refusal, cause?: unknown): CodedError =>
  new CodedError('PAPER_REFUSED', { reason }, { cause });

const pictures: readonly { readonly kind: AttachmentKind; readonly test: (bytes: Buffer) => boolean }[] = [
  { kind: 'jpeg', test: (bytes) => bytes.readUIntBE(0, 3) === 0xffd8ff },
  {
    kind: 'png',
    test: (bytes) => bytes.readUInt32BE(0) === 0x89504e47 && bytes.readUInt32BE(4) === 0x0d0a1a0a,
  },
  { kind: 'tiff', test: (bytes) => [0x49492a00, 0x4d4d002a].includes(bytes.readUInt32BE(0)) },
  {
    kind: 'bmp',
    test: (bytes) => bytes.toString('latin1', 0, 2) === 'BM' && bytes.readUInt32LE(2) === bytes.length,
  },
  {
    kind: 'webp',
    test: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
];

const pdfMarks: readonly (readonly [AttachmentWarning, RegExp])[] = [
  ['scripts', /\/(?:JavaScript|JS)\b/],
  ['launches', /\/Launch\b/],
  ['carries-files', /\/EmbeddedFiles?\b/],
  ['encrypted', /\/Encrypt\b/],
];

const mostObjectStreams = 400;
const objectStreamBytes = 4 * 1024 * 1024;

/** Objects that lie packed in streams; a script is as easily hidden there as it is written outside. */
const packedObjects = function* (text: string, bytes: Buffer): Generator<string> {
  const opening = /\/ObjStm\b[^]{0,400}?stream\r?\n/g;
  for (let count = 0; count < mostObjectStreams; count++) {
    const match = opening.exec(text);
    if (match === null) return;
    try {
      const start = match.index + match[0].length;
      yield inflateSync(bytes.subarray(start), { maxOutputLength: objectStreamBytes }).toString('latin1');
    } catch {
      // Not packed, packed otherwise, or too long to be what it says: nothing to find here.
    }
  }
};

/** Names may be written with hexadecimal escapes, so that `/J#53` is `/JS`. */
const withoutEscapes = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const pdfWarnings = (bytes: Buffer): readonly AttachmentWarning[] => {
  const text = bytes.toString('latin1');
  const found = new Set<AttachmentWarning>();
  for (const part of [text, ...packedObjects(text, bytes)]) {
    const plain = withoutEscapes(part);
    for (const [warning, mark] of pdfMarks) if (mark.test(plain)) found.add(warning);
  }
  return [...found];
};

const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');

/** Names of the streams that old Office and WPS files are made of. */
const oldKinds: readonly (readonly [AttachmentKind, Buffer])[] = [
  ['old-word', utf16('WordDocument')],
  ['old-excel', utf16('Workbook')],
  ['old-excel', utf16('Book\u0000')],
  ['old-slides', utf16('PowerPoint Document')],
];
const encryptedKinds: Readonly<Record<string, AttachmentKind>> = {
  docx: 'word',
  docm: 'word',
  xlsx: 'excel',
  xlsm: 'excel',
  pptx: 'slides',
};

const proveOldOffice = (bytes: Buffer, extension: string): Proven => {
  if (bytes.includes(utf16('EncryptedPackage'))) {
    return { kind: encryptedKinds[extension] ?? 'word', warnings: ['encrypted'] };
  }
  const kind = oldKinds.find(([, name]) => bytes.includes(name))?.[0];
  if (kind === undefined) throw refused('unknown');
  return { kind, warnings: bytes.includes(utf16('_VBA_PROJECT')) ? ['macros'] : [] };
};

const packageKinds: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['word', /^word\/document\.xml$/i],
  ['excel', /^xl\/workbook\.(?:xml|bin)$/i],
  ['slides', /^ppt\/presentation\.xml$/i],
  ['ofd', /^OFD\.xml$/i],
];
const mostEntries = 20_000;

/** Only the list of names is read; nothing is unpacked. */
const provePackage = async (bytes: Buffer): Promise<Proven> => {
  const names: string[] = [];
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > mostEntries) throw refused('archive');
    for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  } catch (cause) {
    throw cause instanceof CodedError ? cause : refused('damaged', cause);
  }
  const kind = packageKinds.find(([, part]) => names.some((name) => part.test(name)))?.[0];
  if (kind === undefined) throw refused('archive');
  const warnings: AttachmentWarning[] = [];
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) warnings.push('macros');
  if (names.some((name) => /\/(?:embeddings|activeX)\//i.test(name))) warnings.push('carries-files');
  return { kind, warnings };
};

const isText = (bytes: Buffer): boolean => {
  const utf16Mark = bytes.length > 1 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0));
  if (!utf16Mark && bytes.includes(0)) return false;
  return ['utf-8', 'gb18030', ...(utf16Mark ? ['utf-16le', 'utf-16be'] : [])].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
};

const startsWith = (bytes: Buffer, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const isProgram = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x4d, 0x5a) || startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) || startsWith(bytes, 0x23, 0x21);

const isOtherArchive = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x52, 0x61, 0x72, 0x21) ||
  startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
  startsWith(bytes, 0x1f, 0x8b);

const isPhonePicture = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 4, 8) === 'ftyp' &&
  /^(?:hei[cxms]|hev[cx]|mif1|msf1)/.test(bytes.toString('latin1', 8, 12));

const prove = async (bytes: Buffer, extension: string): Promise<Proven> => {
  if (bytes.length === 0) throw refused('empty');
  if (bytes.length >= 16) {
    if (bytes.toString('latin1', 0, 5) === '%PDF-') return { kind: 'pdf', warnings: pdfWarnings(bytes) };
    const picture = pictures.find(({ test }) => test(bytes));
    if (picture !== undefined) return { kind: picture.kind, warnings: [] };
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
      return proveOldOffice(bytes, extension);
    if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return provePackage(bytes);
    if (isPhonePicture(bytes)) throw refused('phone-picture');
    if (isOtherArchive(bytes)) throw refused('archive');
    if (isProgram(bytes)) throw refused('program');
  }
  if (['txt', 'csv'].includes(extension) && isText(bytes)) {
    return { kind: extension === 'csv' ? 'csv' : 'text', warnings: [] };
  }
  throw refused('unknown');
};

/**
 * What a paper is, proven by its bytes: a name or a browser's word for it proves nothing. Text alone has no mark of its
 * own and is believed where it is called so and reads as text.
 *
 * @throws CodedError PAPER_REFUSED
 */
export const proveAttachment = async (bytes: Uint8Array, fileName: string): Promise<ProvenAttachment> => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const { kind, warnings } = await prove(whole, extension);
  return { mediaType: mediaTypes[kind], warnings };
};
