import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../keys/key-file.ts';
import { unfinishedSuffix } from './backup-layout.ts';
import type { StoredFile } from './stored-list.ts';

/** Not every file system of a stick lets its folders be synced; such a one keeps its entries in order by itself. */
export const syncFolderWherePossible = (folder: string): void => {
  try {
    syncFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS', 'EPERM'].includes(code)) throw error;
  }
};

const pieceBytes = 1024 * 1024;

const pour = async (
  source: string,
  target: FileHandle,
  hash: Hash,
  poured: (bytes: number) => Promise<void>,
): Promise<number> => {
  let bytes = 0;
  for await (const piece of createReadStream(source, { highWaterMark: pieceBytes })) {
    const part = piece as Uint8Array; // no encoding was asked for
    hash.update(part);
    // Not `write`: on a disk that fills up it writes a piece of a part and calls that done.
    await target.writeFile(part);
    bytes += part.length;
    await poured(part.length);
  }
  return bytes;
};

/** A file that was copied under its working name, and waits to be synced and named. */
interface Poured extends StoredFile {
  readonly byteLength: number;
  readonly handle: FileHandle;
  readonly target: string;
}

export interface CopiedFile extends StoredFile {
  readonly byteLength: number;
}

/** A file and the path that it gets below the folder that it goes to. */
export interface FileToCopy {
  readonly path: string;
  readonly source: string;
}

const copyOne = async (
  { path, source }: FileToCopy,
  to: string,
  poured: (bytes: number) => Promise<void>,
): Promise<Poured> => {
  const target = join(to, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const handle = await open(`${target}${unfinishedSuffix}`, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    const byteLength = await pour(source, handle, hash, poured);
    return { path, sha256: hash.digest('hex'), byteLength, handle, target };
  } catch (error) {
    await handle.close();
    await rm(`${target}${unfinishedSuffix}`, { force: true });
    throw error;
  }
};

/**
 * Syncs what was written, then gives it its name: a name always stands for a whole file. Many at once, because the
 * first sync carries most of the others with it.
 */
const settle = async (batch: readonly Poured[]): Promise<void> => {
  await Promise.all(batch.map(({ handle }) => handle.sync()));
  for (const { handle, target } of batch) {
    await handle.close();
    await rename(`${target}${unfinishedSuffix}`, target);
  }
  for (const folder of new Set(batch.map(({ target }) => dirname(target)))) syncFolderWherePossible(folder);
};

const drop = async (batch: readonly Poured[]): Promise<void> => {
  for (const { handle, target } of batch) {
    await handle.close().catch(() => {});
    await rm(`${target}${unfinishedSuffix}`, { force: true }).catch(() => {});
  }
};

/** Files in a batch and copied side by side; each holds a descriptor and a piece. */
const batchFiles = 64;
const lanes = 4;

/**
 * Copies files as they are, encrypted. Those already settled stay when it fails: they are
 * whole, and whoever names them by their digest finds them.
 *
 * @param copied is told bytes as they go, and may throw to stop
 * @throws the file system's own errors
 */
export async function* copyFiles(
  files: readonly FileToCopy[],
  to: string,
  copied: (bytes: number) => Promise<void>,
): AsyncGenerator<CopiedFile> {
  for (let at = 0; at < files.length; at += batchFiles) {
    const waiting = files.slice(at, at + batchFiles);
    const batch: Poured[] = [];
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        try {
          batch.push(await copyOne(file, to, copied));
        } catch (error) {
          waiting.length = 0; // the other lanes need not go on
          throw error;
        }
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: lanes }, work));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) {
      await drop(batch);
      throw failed.reason;
    }
    await settle(batch);
    for (const { path, sha256, byteLength } of batch) yield { path, sha256, byteLength };
  }
}

/** Writes a small file whole and syncs it. */
export const writeSynced = async (path: string, content: string | Uint8Array): Promise<void> => {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
