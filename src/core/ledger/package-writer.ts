import { createHmac } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAgeHeader } from '../crypto/age-header.ts';
import type { ClearPart, SealJob } from '../crypto/bulk-job.ts';
import type { BulkThreads } from '../crypto/bulk-threads.ts';
import { chunkBytes, runChunks, sealedChunkBytes, sealedLength } from '../crypto/chunk-cipher.ts';
import { writeWhole } from '../crypto/write-whole.ts';
import { asStorageError } from '../storage-error.ts';
import { syncFolder } from '../keys/key-file.ts';
import { layZip, type ZipLayout, type ZipSource } from './zip-layout.ts';

const partialSuffix = (mark: string): string => `.ledger.age.${mark}.partial`;
const runBytes = runChunks * chunkBytes;

/** Tells an archive's unfinished packages from another's in the same folder. */
export const packageMark = (lookupKey: Uint8Array): string =>
  createHmac('sha256', lookupKey).update('unfinished packages').digest('hex').slice(0, 16);

/**
 * Removes what a killed process left behind: a package without its final name was never a package. Only one process
 * has an archive open, so when that opens it none of them is still being written.
 *
 * @param mark of the archive; null in a folder that is the archive's alone
 */
export const removePartialPackages = async (folder: string, mark: string | null): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  const suffix = mark === null ? '.partial' : partialSuffix(mark);
  await Promise.all(
    names.filter((name) => name.endsWith(suffix)).map((name) => rm(join(folder, name), { force: true })),
  );
};

export interface PackagePlan {
  readonly folder: string;
  /** Name without `.ledger.age`, also that of the base directory inside the zip (RFC 8493, 4.2). */
  readonly baseName: string;
  /** Tells this archive's unfinished packages from another's. */
  readonly mark: string;
  readonly sources: readonly ZipSource[];
  /** `age1…` of the bureau and of the office's escrow key. */
  readonly recipients: readonly string[];
}

const lengthOf = (part: ZipLayout['parts'][number]): number =>
  part instanceof Uint8Array ? part.length : part.byteLength;

/** Cuts the zip into runs of chunks, each with the stretches that make it. */
const runsOf = function* ({ parts }: ZipLayout): Generator<readonly ClearPart[]> {
  let run: ClearPart[] = [];
  let filled = 0;
  for (const part of parts) {
    for (let at = 0; at < lengthOf(part);) {
      if (filled === runBytes) {
        yield run;
        run = [];
        filled = 0;
      }
      const end = Math.min(lengthOf(part), at + runBytes - filled);
      run.push(
        part instanceof Uint8Array
          ? { bytes: new Uint8Array(part.subarray(at, end)) }
          : { path: part.path, payload: part.payload, start: at, end },
      );
      filled += end - at;
      at = end;
    }
  }
  yield run;
};

const sealJobs = function* (
  zip: ZipLayout,
  header: { readonly bytes: Uint8Array; readonly payloadKey: Uint8Array },
  fd: number,
): Generator<SealJob> {
  const lastRun = Math.max(0, Math.ceil(zip.byteLength / runBytes) - 1);
  let index = 0;
  for (const parts of runsOf(zip)) {
    const firstIndex = index * runChunks;
    yield {
      kind: 'seal',
      run: { key: header.payloadKey, firstIndex, endsPayload: index === lastRun },
      parts,
      fd,
      position: header.bytes.length + firstIndex * sealedChunkBytes,
    };
    index += 1;
  }
};

/** Where the writing stands, and whether it goes on. */
export interface PackageWatch {
  /** @throws to stop the writing */
  written(bytes: number, total: number): Promise<void>;
  /** Opens the whole, synced file again. @throws when anything differs */
  prove(path: string): Promise<void>;
}

const sealInto = async (
  fd: number,
  zip: ZipLayout,
  recipients: readonly string[],
  threads: BulkThreads,
  written: PackageWatch['written'],
): Promise<number> => {
  const header = await makeAgeHeader(recipients);
  const byteLength = header.bytes.length + sealedLength(zip.byteLength);
  writeWhole(fd, header.bytes, 0);
  const jobs = sealJobs(zip, header, fd);
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const job of jobs) {
      await threads.run(job);
      done += 1;
      await written(Math.min(byteLength, done * runBytes), byteLength);
    }
  };
  // Every lane has ended before anybody closes the file.
  const lanes = await Promise.allSettled(Array.from({ length: threads.lanes }, lane));
  const failed = lanes.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return byteLength;
};

/**
 * Writes a package: zip and age in one pass, by threads that each fill in their stretch. It goes to a partial file, is
 * synced, and gets its name only after it has been opened again; on failure or cancel nothing is left. The plain bag
 * never touches the disk.
 *
 * @returns bytes of the package
 * @throws CodedError DISK_FULL, STORAGE_UNWRITABLE, ARCHIVE_DAMAGED `attachment`, and what `watch` throws
 */
export const writePackage = async (
  { folder, baseName, mark, sources, recipients }: PackagePlan,
  threads: BulkThreads,
  watch: PackageWatch,
): Promise<number> => {
  const path = join(folder, `${baseName}.ledger.age`);
  const partial = join(folder, `${baseName}${partialSuffix(mark)}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const zip = layZip(
      sources.map((source) => ({ ...source, name: `${baseName}/${source.name}` })),
      chunkBytes,
    );
    const handle = await open(partial, 'wx', 0o600);
    let byteLength: number;
    try {
      byteLength = await sealInto(handle.fd, zip, recipients, threads, (done, total) =>
        watch.written(done, total),
      );
      // The disk works while the processor proves; the name waits for both, and both have ended before the close.
      const [synced, proved] = await Promise.allSettled([handle.sync(), watch.prove(partial)]);
      if (synced.status === 'rejected') throw synced.reason;
      if (proved.status === 'rejected') throw proved.reason;
    } finally {
      await handle.close();
    }
    await rename(partial, path);
    syncFolder(folder);
    return byteLength;
  } catch (error) {
    await rm(partial, { force: true });
    throw asStorageError(error);
  }
};
