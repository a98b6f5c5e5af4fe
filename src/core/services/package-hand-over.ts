import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PackageId } from '../../shared/domain/ids.ts';
import type { HandOver, HandOverMeans, PackageRecord } from '../../shared/domain/ledger.ts';
import { CodedError } from '../../shared/errors.ts';
import { getPackage, insertHandOver } from '../db/repositories/packages.ts';
import { splitPackage } from '../ledger/package-parts.ts';
import { readBack } from '../ledger/read-back.ts';
import { syncFolder } from '../keys/key-file.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { RemovableMedium } from '../ports.ts';
import { asStorageError } from '../storage-error.ts';
import { packageFile } from './packages.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

export interface HandOverInput {
  readonly id: PackageId;
  readonly means: HandOverMeans;
  readonly to: string;
  readonly by: string;
}

const requirePackage = async ({ store }: OpenArchive, id: PackageId): Promise<PackageRecord> => {
  const made = await store.read((reader) => getPackage(reader, id));
  if (made === null) throw new CodedError('NOT_FOUND', { what: 'package' });
  return made;
};

const record = async (archive: OpenArchive, id: PackageId, handOver: HandOver): Promise<PackageRecord> => {
  await archive.store.write((writer) => insertHandOver(writer, id, handOver));
  return requirePackage(archive, id);
};

/** Notes that a package has left the office, and how. @throws CodedError NOT_FOUND */
export const recordHandOver = async (
  archive: OpenArchive,
  { id, means, to, by }: HandOverInput,
): Promise<PackageRecord> => {
  await requirePackage(archive, id);
  return record(archive, id, { at: archive.ports.clock.instant(), means, to, by, readBack: false });
};

/** What a screen may know of a medium: not where it is mounted. */
export type MediumChoice = Omit<RemovableMedium, 'path'>;

export const pluggedMedia = async ({ ports }: OpenArchive): Promise<MediumChoice[]> =>
  ((await ports.media?.()) ?? []).map(({ path: _path, ...medium }) => medium);

const requireMedium = async ({ ports }: OpenArchive, id: string): Promise<RemovableMedium> => {
  const medium = ((await ports.media?.()) ?? []).find((each) => each.id === id);
  if (medium === undefined) throw new CodedError('NOT_FOUND', { what: 'medium' });
  return medium;
};

const copyWhole = async (
  source: string,
  target: string,
  copied: (bytes: number) => Promise<void>,
): Promise<void> => {
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const piece of createReadStream(source, { highWaterMark: 1024 * 1024 })) {
      await file.writeFile(piece as Uint8Array);
      await copied((piece as Uint8Array).length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Digests of what was written, from what it was written from. */
const expectedDigests = async (
  source: string,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const index = written.find((path) => path.endsWith('.parts.json'));
  if (index === undefined) return new Map();
  const bytes = await readFile(index);
  // just written by splitPackage, which hashed each part as it read it
  const { parts } = JSON.parse(bytes.toString('utf8')) as { parts: { name: string; sha256: string }[] };
  return new Map([
    ...parts.map(({ name, sha256 }) => [name, sha256] as const),
    [`${basename(source)}.parts.json`, createHash('sha256').update(bytes).digest('hex')],
  ]);
};

export interface WrittenToMedium {
  readonly label: string;
  readonly files: string[];
  /** True where reading back went past the system's cache. */
  readonly direct: boolean;
  readonly package: PackageRecord;
}

export interface MediumInput {
  readonly id: PackageId;
  readonly mediumId: string;
  /** Cuts it into parts of so many bytes; null leaves it whole. */
  readonly partBytes: number | null;
  readonly to: string;
  readonly by: string;
}

/** Reads every file again and compares. @returns whether all of it came from the medium itself */
const compare = async (
  paths: readonly string[],
  digests: ReadonlyMap<string, string>,
  whole: string,
  read: (bytes: number) => Promise<void>,
): Promise<boolean> => {
  let direct = true;
  for (const path of paths) {
    const seen = await readBack(path, read);
    const name = basename(path);
    if (seen.sha256 !== (digests.get(name) ?? whole))
      throw new CodedError('MEDIUM_DIFFERS', { fileName: name });
    direct &&= seen.direct;
  }
  return direct;
};

const write = async (
  archive: OpenArchive,
  { id, mediumId, partBytes, to, by }: MediumInput,
  watch: Watch,
): Promise<WrittenToMedium> => {
  const made = await requirePackage(archive, id);
  const { path: source } = await packageFile(archive, id);
  const medium = await requireMedium(archive, mediumId);
  const { size } = await stat(source).catch(() => {
    throw new CodedError('NOT_FOUND', { what: 'package' });
  });
  if (medium.freeBytes < size) throw new CodedError('DISK_FULL', {});
  // Beside everything else on the medium, and gone whole if anything fails.
  const folder = await mkdtemp(join(medium.path, '.hub-archive-')).catch((error: unknown) => {
    throw asStorageError(error);
  });
  try {
    let done = 0;
    const copied = (bytes: number): Promise<void> => watch.report('write', (done += bytes), size);
    const names = partBytes === null ? [made.fileName] : null;
    if (names !== null) await copyWhole(source, join(folder, made.fileName), copied);
    const files =
      names ??
      (await splitPackage(source, folder, partBytes ?? size, (at) => watch.report('write', at, size)));
    const paths = files.map((name) => join(folder, name));
    const digests = await expectedDigests(source, paths);
    let read = 0;
    const direct = await compare(paths, digests, made.sha256, (bytes) =>
      watch.report('read-back', (read += bytes), size),
    );
    for (const name of files) await rename(join(folder, name), join(medium.path, name));
    syncFolder(medium.path);
    const handOver = { at: archive.ports.clock.instant(), means: 'stick', to, by, readBack: true } as const;
    return { label: medium.label, files, direct, package: await record(archive, id, handOver) };
  } catch (error) {
    throw asStorageError(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Writes a finished package to a stick: whole or in parts, flushed, read back and compared. Only then do the files get
 * their names there and the handing over is recorded; a failure or a cancel leaves nothing on the stick.
 *
 * @throws CodedError NOT_FOUND `package` or `medium`, DISK_FULL, STORAGE_UNWRITABLE, MEDIUM_DIFFERS, CANCELLED
 */
export const writeToMedium = (
  archive: OpenArchive,
  input: MediumInput,
  signal?: AbortSignal,
): ProgressThen<WrittenToMedium> => watched((watch) => write(archive, input, watch), signal);
