import { createHash, type Hash } from 'node:crypto';
import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { canonicalJson } from '../../shared/domain/ledger-snapshot.ts';
import {
  packageParts,
  partName,
  partsFormatVersion,
  partsIndexName,
  type PackageParts,
} from '../../shared/domain/package-parts.ts';
import { CodedError } from '../../shared/errors.ts';
import { syncFolder } from '../keys/key-file.ts';
import { asStorageError } from '../storage-error.ts';
import { unsafeNameReason } from './safe-name.ts';

const pieceBytes = 1024 * 1024;
const mostParts = 999;
const maxIndexBytes = 1024 * 1024;

/** Told of the bytes that are done. @throws to stop */
export type Copied = (done: number, total: number) => Promise<void>;

interface Digested {
  readonly byteLength: number;
  readonly sha256: string;
}

interface Copying {
  readonly from: FileHandle;
  readonly start: number;
  readonly end: number;
  readonly into: FileHandle;
  /** Goes on over all parts. */
  readonly whole: Hash;
  readonly copied: (bytes: number) => Promise<void>;
}

/** Copies a range from one open file to the end of another, and hashes it. */
const copyRange = async ({ from, start, end, into, whole, copied }: Copying): Promise<Digested> => {
  const hash = createHash('sha256');
  const piece = new Uint8Array(pieceBytes);
  for (let at = start; at < end;) {
    const { bytesRead } = await from.read(piece, 0, Math.min(piece.length, end - at), at);
    if (bytesRead === 0) break;
    const read = piece.subarray(0, bytesRead);
    hash.update(read);
    whole.update(read);
    await into.writeFile(read);
    at += bytesRead;
    await copied(bytesRead);
  }
  return { byteLength: end - start, sha256: hash.digest('hex') };
};

const removeAll = (paths: readonly string[]): Promise<unknown> =>
  Promise.all(paths.map((path) => rm(path, { force: true })));

/**
 * Cuts a package into parts of at most `partBytes` beside an index of their names, sizes and digests. On failure or
 * cancel no part is left.
 *
 * @returns names of what was written, the index last
 * @throws CodedError INVALID_VALUE `partBytes`, CONFLICT `package` where such a part lies there, DISK_FULL,
 *   STORAGE_UNWRITABLE, and what `copied` throws
 */
export const splitPackage = async (
  path: string,
  folder: string,
  partBytes: number,
  copied: Copied = async () => {},
): Promise<string[]> => {
  const { size } = await stat(path);
  const count = Math.ceil(size / partBytes);
  if (!(partBytes >= 1) || count > mostParts)
    throw new CodedError('INVALID_VALUE', { field: 'partBytes', reason: 'too-many-parts' });
  const fileName = basename(path);
  const written: string[] = [];
  const source = await open(path, 'r');
  const whole = createHash('sha256');
  let done = 0;
  const create = async (name: string, fill: (file: FileHandle) => Promise<void>): Promise<void> => {
    const target = join(folder, name);
    const file = await open(target, 'wx', 0o600);
    written.push(target);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
  };
  try {
    const parts: PackageParts['parts'] = [];
    for (let index = 0; index < count; index++) {
      const name = partName(fileName, index);
      const start = index * partBytes;
      await create(name, async (file) => {
        const digested = await copyRange({
          from: source,
          start,
          end: Math.min(size, start + partBytes),
          into: file,
          whole,
          copied: (bytes) => copied((done += bytes), size),
        });
        parts.push({ name, ...digested });
      });
    }
    const index: PackageParts = {
      format: 'hub-archive-parts',
      version: partsFormatVersion,
      fileName,
      byteLength: size,
      sha256: whole.digest('hex'),
      parts,
    };
    await create(partsIndexName(fileName), (file) => file.writeFile(canonicalJson(index)));
    syncFolder(folder);
    return written.map((each) => basename(each));
  } catch (error) {
    await removeAll(written);
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new CodedError('CONFLICT', { what: 'package' }, { cause: error });
    throw asStorageError(error);
  } finally {
    await source.close();
  }
};

export const readPartsIndex = async (path: string): Promise<PackageParts> => {
  const { size } = await stat(path).catch(() => ({ size: Number.POSITIVE_INFINITY }));
  if (size > maxIndexBytes) throw new CodedError('PARTS_INDEX_INVALID', {});
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new CodedError('PARTS_INDEX_INVALID', {}, { cause: error });
  }
  const index = packageParts.safeParse(value);
  const names = index.success ? [index.data.fileName, ...index.data.parts.map(({ name }) => name)] : [];
  const isOurs =
    index.success &&
    names.every((name) => !name.includes('/') && unsafeNameReason(name) === null) &&
    index.data.parts.every(({ name }, at) => name === partName(index.data.fileName, at)) &&
    index.data.parts.reduce((total, { byteLength }) => total + byteLength, 0) === index.data.byteLength;
  if (!isOurs) throw new CodedError('PARTS_INDEX_INVALID', {});
  return index.data;
};

/** Where the parts lie, by name; the order in which they are given does not matter. */
const locate = async (index: PackageParts, paths: readonly string[]): Promise<readonly string[]> => {
  const byName = new Map(paths.map((path) => [basename(path), path]));
  const missing: string[] = [];
  const found: string[] = [];
  for (const { name } of index.parts) {
    const path = byName.get(name);
    if (path !== undefined && (await stat(path).catch(() => null))?.isFile() === true) found.push(path);
    else missing.push(name);
  }
  if (missing.length > 0) throw new CodedError('PARTS_MISSING', { names: missing });
  return found;
};

/**
 * Joins parts to the package they were, each compared with the index. The package gets its name only when it is whole.
 *
 * @param indexPath the `.parts.json`
 * @param partPaths where the parts lie, in any order; those beside the index where none are given
 * @returns path of the package in `folder`
 * @throws CodedError PARTS_INDEX_INVALID, PARTS_MISSING (names), PARTS_DAMAGED (name), CONFLICT `package`, DISK_FULL,
 *   STORAGE_UNWRITABLE, and what `copied` throws
 */
export const joinParts = async (
  indexPath: string,
  folder: string,
  {
    partPaths,
    copied = async () => {},
  }: { readonly partPaths?: readonly string[]; readonly copied?: Copied } = {},
): Promise<string> => {
  const index = await readPartsIndex(indexPath);
  const beside = index.parts.map(({ name }) => join(dirname(indexPath), name));
  const located = await locate(index, partPaths ?? beside);
  const target = join(folder, index.fileName);
  if ((await stat(target).catch(() => null)) !== null) throw new CodedError('CONFLICT', { what: 'package' });
  const partial = `${target}.joining.partial`;
  try {
    const joined = await open(partial, 'w', 0o600);
    try {
      const whole = createHash('sha256');
      let done = 0;
      for (const [at, part] of index.parts.entries()) {
        const source = await open(located[at] ?? '', 'r');
        try {
          const { size } = await source.stat();
          if (size !== part.byteLength) throw new CodedError('PARTS_DAMAGED', { name: part.name });
          const { sha256 } = await copyRange({
            from: source,
            start: 0,
            end: size,
            into: joined,
            whole,
            copied: (bytes) => copied((done += bytes), index.byteLength),
          });
          if (sha256 !== part.sha256) throw new CodedError('PARTS_DAMAGED', { name: part.name });
        } finally {
          await source.close();
        }
      }
      if (whole.digest('hex') !== index.sha256) throw new CodedError('PARTS_INDEX_INVALID', {});
      await joined.sync();
    } finally {
      await joined.close();
    }
    await rename(partial, target);
    syncFolder(folder);
    return target;
  } catch (error) {
    await rm(partial, { force: true });
    throw asStorageError(error);
  }
};
