import { Readable } from 'node:stream';
import yauzl, { type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { CodedError } from '../../shared/errors.ts';
import type { ByteSource } from './byte-source.ts';
import { foldedName, unsafeNameReason } from './safe-name.ts';

const limits = { entries: 200_000, ratio: 200, ratioFrom: 1024 * 1024, unpackedBytes: 2 ** 40 } as const;

export interface ZipEntry {
  readonly name: string;
  readonly byteLength: number;
  read(): AsyncIterable<Uint8Array>;
  /** Where its bytes lie, for threads that read them themselves; null when it is compressed. */
  storedAt(): Promise<{ readonly start: number; readonly end: number } | null>;
}

export interface ZipContent {
  /** Files in the order in which they lie in the zip. */
  readonly entries: readonly ZipEntry[];
}

/** An encrypted source opens a block of this size whole, however little of it is wanted. */
const blockBytes = 64 * 1024;

/**
 * Lets the library read anywhere. It walks a directory by the handful of bytes; up to the end of a block they come from
 * memory, or a block would be opened twice for every entry.
 */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  #block: { readonly start: number; readonly bytes: Uint8Array } | null = null;
  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const pieces = end - start > blockBytes ? this.#source.read(start, end) : this.#readSmall(start, end);
    return Readable.from(pieces, { objectMode: false });
  }
  async *#readSmall(start: number, end: number): AsyncGenerator<Uint8Array> {
    let block = this.#block;
    if (block === null || start < block.start || end > block.start + block.bytes.length) {
      const until = Math.min(this.#source.length, Math.ceil(end / blockBytes) * blockBytes);
      const parts: Uint8Array[] = [];
      for await (const part of this.#source.read(start, until)) parts.push(part);
      block = { start, bytes: Buffer.concat(parts) };
      this.#block = block;
    }
    yield block.bytes.subarray(start - block.start, end - block.start);
  }
}

const unsafe = (name: string, reason: string): never => {
  throw new CodedError('ZIP_UNSAFE', { name: name.slice(0, 120), reason });
};

const damaged = (error: unknown): never => {
  if (error instanceof CodedError) throw error;
  throw new CodedError(
    'ZIP_DAMAGED',
    { reason: error instanceof Error ? error.message.slice(0, 120) : 'unknown' },
    { cause: error },
  );
};

const fileTypes = { none: 0, regular: 0o100000, folder: 0o040000, link: 0o120000 } as const;

/** As Unix programs write it; others leave it out. */
const fileTypeOf = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0o170000;

const refuseUnsafe = (entry: Entry): void => {
  const reason = unsafeNameReason(entry.fileName);
  if (reason !== null) unsafe(entry.fileName, reason);
  const type = fileTypeOf(entry);
  if (type === fileTypes.link) unsafe(entry.fileName, 'link');
  if (type !== fileTypes.none && type !== fileTypes.regular && type !== fileTypes.folder)
    unsafe(entry.fileName, 'special-file');
  if (entry.isEncrypted()) unsafe(entry.fileName, 'encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    unsafe(entry.fileName, 'compression-method');
  if (
    entry.uncompressedSize > limits.ratioFrom &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  ) {
    unsafe(entry.fileName, 'compression-ratio');
  }
};

/** No two names that some file system takes for one, and no two files that share bytes. */
const refuseClashes = (entries: readonly Entry[]): void => {
  const seen = new Set<string>();
  let end = 0;
  let total = 0;
  for (const entry of entries) {
    const folded = foldedName(entry.fileName);
    if (seen.has(folded)) unsafe(entry.fileName, 'duplicate-name');
    seen.add(folded);
    if (entry.relativeOffsetOfLocalHeader < end) unsafe(entry.fileName, 'overlapping');
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize;
    total += entry.uncompressedSize;
    if (total > limits.unpackedBytes) unsafe(entry.fileName, 'total-size');
  }
};

const listEntries = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > limits.entries)
        reject(new CodedError('ZIP_UNSAFE', { name: '', reason: 'too-many-entries' }));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

/** General purpose bit 3: checksum and sizes follow the data, the local header has none. */
const sizesFollow = 0x0008;

/** Readers that stream go by the local header, others by the directory: both must see the same file. */
const trustedHeader = async (zip: ZipFile, entry: Entry): Promise<LocalFileHeader> => {
  const local = await zip.readLocalFileHeaderPromise(entry, { minimal: false });
  const isZip64 = local.uncompressedSize === 0xffff_ffff || local.compressedSize === 0xffff_ffff;
  const agrees =
    Buffer.compare(local.fileName, entry.fileNameRaw) === 0 &&
    local.compressionMethod === entry.compressionMethod &&
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    ((local.generalPurposeBitFlag & sizesFollow) !== 0 ||
      isZip64 ||
      (local.crc32 === entry.crc32 &&
        local.compressedSize === entry.compressedSize &&
        local.uncompressedSize === entry.uncompressedSize));
  if (!agrees) unsafe(entry.fileName, 'headers-disagree');
  return local;
};

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    await trustedHeader(zip, entry);
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
  } catch (error) {
    damaged(error);
  }
}

const storedAt = async (zip: ZipFile, entry: Entry) => {
  if (entry.compressionMethod !== 0) return null;
  try {
    const { fileDataStart: start } = await trustedHeader(zip, entry);
    return { start, end: start + entry.uncompressedSize };
  } catch (error) {
    return damaged(error);
  }
};

/**
 * Lists a foreign zip under limits and refuses what could harm whoever unpacks it. Nothing is extracted.
 *
 * @throws CodedError ZIP_UNSAFE, ZIP_DAMAGED, and those of the source
 */
export const openZip = async (source: ByteSource): Promise<ZipContent> => {
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.length, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    const entries = (await listEntries(zip)).sort(
      (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
    );
    for (const entry of entries) refuseUnsafe(entry);
    refuseClashes(entries);
    return {
      entries: entries
        .filter(({ fileName }) => !fileName.endsWith('/'))
        .map((entry) => ({
          name: entry.fileName,
          byteLength: entry.uncompressedSize,
          read: () => readEntry(zip, entry),
          storedAt: () => storedAt(zip, entry),
        })),
    };
  } catch (error) {
    return damaged(error);
  }
};
