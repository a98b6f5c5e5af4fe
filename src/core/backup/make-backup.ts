import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BackupFigures, BackupManifest, BackupReason, BackupScope } from '../../shared/domain/backup.ts';
import { CodedError } from '../../shared/errors.ts';
import { copyDatabase, type DatabaseContent } from '../db/copy-database.ts';
import { readBack } from '../ledger/read-back.ts';
import type { Watch } from '../services/watched-work.ts';
import {
  backupNames,
  databaseName,
  isInside,
  keyFileName,
  listName,
  nameOfBackup,
  numberOfName,
  ownRoot,
  rootIn,
  unfinishedNames,
  unfinishedSuffix,
  type BackupRoot,
} from './backup-layout.ts';
import { figuresOf } from './backup-figures.ts';
import { copyFiles, syncFolderWherePossible, writeSynced, type FileToCopy } from './copy-files.ts';
import { archiveMark, manifestName, manifestText, provenManifest } from './manifest.ts';
import { asPlaceError, type PlaceToWrite } from './place-error.ts';
import { listLine, readList, type StoredFile } from './stored-list.ts';
import { storedPaths } from './stored-paths.ts';

/** The files of an archive whose database may be in use. */
export interface BackupSource {
  readonly archiveFolder: string;
  readonly packagesFolder: string;
  /** 32 bytes */
  readonly databaseKey: Uint8Array;
  /** Whether a paper is still recorded: it may have been removed for good since the database was copied. */
  readonly isKept: (sha256: string) => Promise<boolean>;
}

export interface BackupOrder {
  /** Null for beside the archive itself: its database only. */
  readonly place: PlaceToWrite | null;
  readonly reason: BackupReason;
  readonly madeAt: string;
  readonly applicationVersion: string;
}

export interface MadeBackup {
  readonly root: BackupRoot;
  readonly manifest: BackupManifest;
  readonly figures: BackupFigures;
  /** A backup that was there is newer than the archive: an old archive was put back. */
  readonly isOlderThanBackup: boolean;
}

const removeUnfinished = async (root: BackupRoot): Promise<void> => {
  for (const name of await unfinishedNames(root.folder))
    await rm(join(root.folder, name), { recursive: true, force: true });
};

/** What the newest sound backup says of stored files, so that what lies there need not be read again. */
const knownFiles = async (
  root: BackupRoot,
  databaseKey: Uint8Array,
): Promise<ReadonlyMap<string, string>> => {
  for (const name of (await backupNames(root.folder)).toReversed()) {
    try {
      const { list } = await provenManifest(join(root.folder, name), name, databaseKey);
      const file = join(root.folder, name, listName);
      if (
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex') !== list.sha256
      )
        continue;
      const known = new Map<string, string>();
      for await (const { path, sha256 } of readList(file)) known.set(path, sha256);
      return known;
    } catch {
      // An unsound backup is none to lean on; an older one may be.
    }
  }
  return new Map();
};

interface Sized {
  readonly path: string;
  readonly byteLength: number;
}

interface Plan {
  /** Lie there already, whole. */
  readonly there: readonly (StoredFile & Sized)[];
  readonly toCopy: readonly (FileToCopy & Sized)[];
  readonly missing: number;
}

const sizeOf = async (path: string): Promise<number | null> =>
  (await stat(path).catch(() => null))?.size ?? null;

const looksBetweenReports = 500;

/** Compares what the database names with what lies in the archive and in the place. */
const planFiles = async (
  source: BackupSource,
  root: BackupRoot,
  content: DatabaseContent,
  watch: Watch,
): Promise<Plan> => {
  const known = await knownFiles(root, source.databaseKey);
  const there: (StoredFile & Sized)[] = [];
  const toCopy: (FileToCopy & Sized)[] = [];
  let missing = 0;
  let seen = 0;
  for (const { path, source: file, digest } of storedPaths(source, content)) {
    if (seen++ % looksBetweenReports === 0) await watch.report('papers', 0, null);
    const sha256 = known.get(path);
    const stored = sha256 === undefined ? null : await sizeOf(join(root.stored, path));
    const size = await sizeOf(file);
    if (sha256 !== undefined && stored !== null) there.push({ path, sha256, byteLength: stored });
    else if (size !== null) toCopy.push({ path, source: file, byteLength: size });
    else if (digest !== null && (await source.isKept(digest))) missing += 1;
  }
  return { there, toCopy, missing };
};

const totalOf = (files: readonly Sized[]): number =>
  files.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** @throws CodedError BACKUP_PLACE_FULL */
const requireRoom = async (
  folder: string,
  place: PlaceToWrite | null,
  neededBytes: number,
): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= neededBytes) return;
  throw place === null
    ? new CodedError('DISK_FULL', {})
    : new CodedError('BACKUP_PLACE_FULL', { label: place.label, neededBytes });
};

/** Copies what is not there yet. @returns every stored file, in order */
const copyStored = async (
  root: BackupRoot,
  { there, toCopy }: Plan,
  watch: Watch,
): Promise<readonly (StoredFile & Sized)[]> => {
  const total = totalOf(toCopy);
  let done = 0;
  const copied = (bytes: number): Promise<void> => watch.report('papers', (done += bytes), total);
  const files = [...there];
  for await (const file of copyFiles(toCopy, root.stored, copied)) files.push(file);
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
};

/** Reads again, from the medium where the system can, what was just written. @throws CodedError BACKUP_UNSOUND */
const proveWritten = async (
  name: string,
  written: readonly (Sized & {
    readonly file: string;
    readonly sha256: string;
    readonly part: 'database' | 'key-file' | 'list' | 'stored';
  })[],
  watch: Watch,
): Promise<void> => {
  const total = totalOf(written);
  let done = 0;
  for (const { file, sha256, part } of written) {
    const seen = await readBack(file, (bytes) => watch.report('verify', (done += bytes), total));
    if (seen.sha256 !== sha256) throw new CodedError('BACKUP_UNSOUND', { part, name, count: 1 });
  }
};

const sealOf = (bytes: Uint8Array): { byteLength: number; sha256: string } => ({
  byteLength: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const fillFolder = async (
  source: BackupSource,
  order: BackupOrder,
  root: BackupRoot,
  name: string,
  watch: Watch,
): Promise<MadeBackup> => {
  const folder = join(root.folder, name);
  const scope: BackupScope = order.place === null ? 'database' : 'whole';
  const live = join(source.archiveFolder, databaseName);
  const liveBytes = (await stat(live)).size;
  await requireRoom(root.folder, order.place, liveBytes);
  const { seal: database, content } = await copyDatabase(
    live,
    join(folder, databaseName),
    source.databaseKey,
    (bytes) => watch.report('database', bytes, Math.max(liveBytes, bytes)),
  );
  const keyBytes = await readFile(join(source.archiveFolder, keyFileName));
  await writeSynced(join(folder, keyFileName), keyBytes);
  await watch.report('open', 0, null);
  const plan =
    scope === 'whole' ? await planFiles(source, root, content, watch) : { there: [], toCopy: [], missing: 0 };
  await requireRoom(root.folder, order.place, totalOf(plan.toCopy));
  const files = await copyStored(root, plan, watch);
  const listBytes = Buffer.from(files.map(listLine).join(''));
  await writeSynced(join(folder, listName), listBytes);
  const copied = new Set(plan.toCopy.map(({ path }) => path));
  await proveWritten(
    name,
    [
      { ...database, path: '', file: join(folder, databaseName), part: 'database' },
      { ...sealOf(keyBytes), path: '', file: join(folder, keyFileName), part: 'key-file' },
      { ...sealOf(listBytes), path: '', file: join(folder, listName), part: 'list' },
      ...files
        .filter(({ path }) => copied.has(path))
        .map((file) => ({ ...file, file: join(root.stored, file.path), part: 'stored' as const })),
    ],
    watch,
  );
  const manifest: BackupManifest = {
    format: 'hub-archive-backup',
    version: 1,
    archive: archiveMark(source.databaseKey),
    number: numberOfName(name),
    madeAt: order.madeAt,
    reason: order.reason,
    scope,
    applicationVersion: order.applicationVersion,
    schemaVersion: content.schemaVersion,
    database,
    keyFile: sealOf(keyBytes),
    list: sealOf(listBytes),
    stored: { files: files.length, byteLength: totalOf(files), missing: plan.missing },
    tables: content.tables,
  };
  syncFolderWherePossible(folder);
  await writeSynced(
    join(folder, `${manifestName}${unfinishedSuffix}`),
    manifestText(manifest, source.databaseKey),
  );
  await rename(join(folder, `${manifestName}${unfinishedSuffix}`), join(folder, manifestName));
  syncFolderWherePossible(folder);
  syncFolderWherePossible(root.folder);
  return {
    root,
    manifest,
    figures: {
      ...figuresOf(name, manifest),
      copied: plan.toCopy.length,
      copiedBytes: totalOf(plan.toCopy),
    },
    isOlderThanBackup: false,
  };
};

/** @throws CodedError BACKUP_PLACE_MISSING, BACKUP_PLACE_INSIDE */
const rootFor = (source: BackupSource, place: PlaceToWrite | null): BackupRoot => {
  if (place === null) return ownRoot(source.archiveFolder);
  if (!existsSync(place.path)) throw new CodedError('BACKUP_PLACE_MISSING', { label: place.label });
  if (isInside(resolve(place.path), resolve(source.archiveFolder)))
    throw new CodedError('BACKUP_PLACE_INSIDE', {});
  return rootIn(place.path, archiveMark(source.databaseKey));
};

/**
 * Makes a backup while the archive is in use: the database as of one moment, its key file, and every paper that it
 * names and that the place does not have yet. The manifest is written last; until it has its name there is no new
 * backup, and whatever fails leaves the older ones as they were.
 *
 * @param lastNumber how many backups the archive has made, as far as it knows
 * @throws CodedError BACKUP_PLACE_MISSING, BACKUP_PLACE_FULL, BACKUP_PLACE_UNWRITABLE, BACKUP_PLACE_INSIDE,
 *   BACKUP_UNSOUND, ARCHIVE_DAMAGED, CANCELLED
 */
export const makeBackup = async (
  source: BackupSource,
  order: BackupOrder,
  lastNumber: number,
  watch: Watch,
): Promise<MadeBackup> => {
  const root = rootFor(source, order.place);
  const place = order.place ?? { path: source.archiveFolder, label: '' };
  try {
    await mkdir(root.folder, { recursive: true, mode: 0o700 });
    await removeUnfinished(root);
    const there = (await backupNames(root.folder)).map(numberOfName);
    const newest = Math.max(0, ...there);
    const name = nameOfBackup(Math.max(newest, lastNumber) + 1, order.madeAt);
    const folder = join(root.folder, name);
    await mkdir(folder, { mode: 0o700 });
    try {
      const made = await fillFolder(source, order, root, name, watch);
      return { ...made, isOlderThanBackup: newest > lastNumber };
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
      throw error;
    }
  } catch (error) {
    if (order.place === null) throw error;
    const needed = (await sizeOf(join(source.archiveFolder, databaseName))) ?? 0;
    throw asPlaceError(error, place, needed);
  }
};
