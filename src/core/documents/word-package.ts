import { crc32, deflateRawSync } from 'node:zlib';
import { Packer, type Document } from 'docx';
import type { IsoInstant } from '../../shared/domain/dates.ts';
import type { WordPart } from './word-parts.ts';

interface DocxCompiler {
  compile(
    document: Document,
    prettify: undefined,
    overrides: readonly WordPart[],
  ): ReadonlyMap<string, string | Uint8Array>;
}

// Packer keeps its compiler to itself and always zips in JavaScript, three quarters of the time of a certificate.
const compilerOf = (): DocxCompiler => {
  const compiler: unknown = Reflect.get(Packer, 'compiler');
  if (typeof compiler === 'object' && compiler !== null && 'compile' in compiler)
    return compiler as DocxCompiler;
  throw new Error('this version of docx keeps its compiler elsewhere');
};

/** The parts of a Word file by path, as `docx` writes them. */
export const compileParts = (
  document: Document,
  overrides: readonly WordPart[],
): ReadonlyMap<string, string | Uint8Array> => compilerOf().compile(document, undefined, overrides);

/** MS-DOS date and time of a zip entry, from UTC so that every machine writes the same. */
const dosTime = (instant: IsoInstant): { readonly date: number; readonly time: number } => {
  const at = new Date(instant);
  return {
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
};

const localHeaderLength = 30;
const centralHeaderLength = 46;

/** A part and its line of the zip's directory, ready to be laid into a file. */
interface ZipEntry {
  readonly local: Buffer;
  readonly bytes: Uint8Array;
  readonly central: Buffer;
}

/** @param level of compression; null keeps the bytes as they are */
const zipEntry = (path: string, raw: Uint8Array, level: number | null, madeAt: IsoInstant): ZipEntry => {
  const name = Buffer.from(path, 'latin1');
  const bytes = level === null ? raw : deflateRawSync(raw, { level });
  const { date, time } = dosTime(madeAt);
  const local = Buffer.alloc(localHeaderLength + name.length);
  const central = Buffer.alloc(centralHeaderLength + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(level === null ? 0 : 8, 8);
  local.writeUInt16LE(time, 10);
  local.writeUInt16LE(date, 12);
  local.writeUInt32LE(crc32(raw), 14);
  local.writeUInt32LE(bytes.byteLength, 18);
  local.writeUInt32LE(raw.byteLength, 22);
  local.writeUInt16LE(name.byteLength, 26);
  local.set(name, localHeaderLength);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.set(local.subarray(4, localHeaderLength), 6);
  central.set(name, centralHeaderLength);
  return { local, bytes, central };
};

/** Entries one after another from `offset` on, and their lines of the directory. */
const layOut = (
  entries: readonly ZipEntry[],
  offset: number,
): { readonly chunks: Uint8Array[]; readonly directory: Uint8Array[]; readonly end: number } => {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let end = offset;
  for (const { local, bytes, central } of entries) {
    central.writeUInt32LE(end, 42);
    directory.push(central);
    chunks.push(local, bytes);
    end += local.byteLength + bytes.byteLength;
  }
  return { chunks, directory, end };
};

/** The part of a zip that many files begin with. */
interface ZipStart {
  readonly madeAt: IsoInstant;
  readonly bytes: Buffer;
  readonly directory: Buffer;
  readonly entries: number;
}

const zipFile = (start: ZipStart, added: readonly ZipEntry[]): Buffer => {
  const { chunks, directory, end } = layOut(added, start.bytes.byteLength);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(start.entries + added.length, 8);
  tail.writeUInt16LE(start.entries + added.length, 10);
  tail.writeUInt32LE(
    directory.reduce((sum, line) => sum + line.byteLength, start.directory.byteLength),
    12,
  );
  tail.writeUInt32LE(end, 16);
  return Buffer.concat([start.bytes, ...chunks, start.directory, ...directory, tail]);
};

const contentTypes = '[Content_Types].xml';

/** Word files that share most of their parts: those are deflated once and copied from file to file. */
export class WordPackage {
  readonly #shared: readonly WordPart[];
  #start: ZipStart | null = null;

  constructor(shared: readonly WordPart[]) {
    // Readers that look only at the beginning know the file by its content types.
    this.#shared = shared.toSorted(
      (a, b) => Number(b.path === contentTypes) - Number(a.path === contentTypes),
    );
  }

  #startAt(madeAt: IsoInstant): ZipStart {
    if (this.#start?.madeAt === madeAt) return this.#start;
    const entries = this.#shared.map(({ path, data }) => zipEntry(path, Buffer.from(data), 6, madeAt));
    const { chunks, directory } = layOut(entries, 0);
    this.#start = {
      madeAt,
      bytes: Buffer.concat(chunks),
      directory: Buffer.concat(directory),
      entries: entries.length,
    };
    return this.#start;
  }

  /** A file of the shared parts and these. Little ones and pictures are stored; others are deflated lightly. */
  file(
    parts: readonly { readonly path: string; readonly bytes: Uint8Array; readonly deflate: boolean }[],
    madeAt: IsoInstant,
  ): Buffer {
    const entries = parts.map(({ path, bytes, deflate }) =>
      zipEntry(path, bytes, deflate ? 2 : null, madeAt),
    );
    return zipFile(this.#startAt(madeAt), entries);
  }
}
