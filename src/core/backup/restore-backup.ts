import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupFigures, BackupManifest } from '../../shared/domain/backup.ts';
import { CodedError } from '../../shared/errors.ts';
import { inspectDatabase } from '../db/copy-database.ts';
import { migrations } from '../db/migrations/index.ts';
import { syncFolder } from '../keys/key-file.ts';
import type { Watch } from '../services/watched-work.ts';
import {
  databaseName,
  drillFolder,
  keyFileName,
  listName,
  nameOfBackup,
  type BackupRoot,
} from './backup-layout.ts';
import { figuresOf } from './backup-figures.ts';
import { copyFiles, writeSynced, type FileToCopy } from './copy-files.ts';
import { provenManifest } from './manifest.ts';
import { readList, type StoredFile } from './stored-list.ts';
import { proveCounts } from './verify-backup.ts';

/** Where a restored archive is built, inside the archive's folder so that renaming brings it home. */
const workName = 'restoring';
const readyName = 'ready.json';
const attachmentsName = 'attachments';
const receivedName = 'received';

const ready = z.object({ aside: z.string(), entries: z.array(z.string()) });

const unsound = (part: 'database' | 'key-file' | 'stored', name: string, count = 1): CodedError =>
  new CodedError('BACKUP_UNSOUND', { part, name, count });

/** Copies files and holds each against its digest. @throws CodedError BACKUP_UNSOUND */
const copyProven = async (
  name: string,
  files: readonly (FileToCopy & {
    readonly sha256: string;
    readonly part: 'database' | 'key-file' | 'stored';
  })[],
  target: string,
  copied: (bytes: number) => Promise<void>,
): Promise<void> => {
  const expected = new Map(files.map((file) => [file.path, file]));
  try {
    for await (const { path, sha256 } of copyFiles(files, target, copied)) {
      const file = expected.get(path);
      if (file === undefined || file.sha256 !== sha256) throw unsound(file?.part ?? 'stored', name);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EIO'].includes(String(error.code)))
      throw unsound(files[0]?.part ?? 'stored', name);
    throw error;
  }
};

/** So many lines of the list are worked on at once. */
const linesAtOnce = 1_000;

async function* inChunks(files: AsyncIterable<StoredFile>): AsyncGenerator<readonly StoredFile[]> {
  let chunk: StoredFile[] = [];
  for await (const file of files) {
    chunk.push(file);
    if (chunk.length < linesAtOnce) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** A backup to take from. */
export interface RestoreOrder {
  readonly root: BackupRoot;
  readonly name: string;
  readonly databaseKey: Uint8Array;
}

const requireReadable = ({ schemaVersion }: BackupManifest): void => {
  const latest = migrations.at(-1)?.version ?? 0;
  if (schemaVersion > latest)
    throw new CodedError('ARCHIVE_NEWER', { archiveVersion: schemaVersion, applicationVersion: latest });
};

/**
 * Builds an archive in a clean folder from a backup: every byte is held against its digest on the way, and the result
 * is opened, read whole and counted.
 *
 * @throws CodedError BACKUP_UNSOUND, ARCHIVE_NEWER, DISK_FULL, CANCELLED
 */
export const buildArchive = async (
  { root, name, databaseKey }: RestoreOrder,
  target: string,
  watch: Watch,
): Promise<{ readonly manifest: BackupManifest; readonly figures: BackupFigures }> => {
  const folder = join(root.folder, name);
  const manifest = await provenManifest(folder, name, databaseKey);
  requireReadable(manifest);
  for (const name of [attachmentsName, receivedName])
    await mkdir(join(target, name), { recursive: true, mode: 0o700 });
  let done = 0;
  const total = manifest.database.byteLength + manifest.stored.byteLength;
  const { bavail, bsize } = await statfs(target);
  if (bavail * bsize < total) throw new CodedError('DISK_FULL', {});
  const copied = (bytes: number): Promise<void> => watch.report('papers', (done += bytes), total);
  const heads = [
    {
      path: databaseName,
      source: join(folder, databaseName),
      sha256: manifest.database.sha256,
      part: 'database',
    },
    {
      path: keyFileName,
      source: join(folder, keyFileName),
      sha256: manifest.keyFile.sha256,
      part: 'key-file',
    },
  ] as const;
  for (const head of heads) await copyProven(name, [head], target, copied);
  let files = 0;
  for await (const chunk of inChunks(readList(join(folder, listName)))) {
    const sources = chunk.map((file) => ({
      ...file,
      source: join(root.stored, file.path),
      part: 'stored' as const,
    }));
    await copyProven(name, sources, target, copied);
    files += chunk.length;
  }
  if (files !== manifest.stored.files) throw unsound('stored', name, Math.abs(manifest.stored.files - files));
  await watch.report('open', 0, null);
  proveCounts(name, manifest, await inspectDatabase(join(target, databaseName), databaseKey));
  return {
    manifest,
    figures: { ...figuresOf(name, manifest), copied: files, copiedBytes: done, full: true },
  };
};

const moveIn = (archiveFolder: string, entry: string, aside: string): void => {
  const built = join(archiveFolder, workName, entry);
  if (!existsSync(built)) return;
  const live = join(archiveFolder, entry);
  // The log of one database must never meet another.
  const goAside = entry === databaseName ? [`${entry}-wal`, `${entry}-shm`, entry] : [entry];
  for (const name of goAside.filter((each) => existsSync(join(archiveFolder, each))))
    renameSync(join(archiveFolder, name), join(aside, name));
  renameSync(built, live);
};

/**
 * Puts what was built in place of what is there, which is set aside and not deleted. Each step is a rename, and doing it
 * again goes on where it was cut off; the caller holds the archive's lock.
 *
 * @returns the name of the folder that holds what was there before; null where nothing was waiting or there
 */
export const finishRestore = (archiveFolder: string): string | null => {
  const work = join(archiveFolder, workName);
  if (!isRestoreWaiting(archiveFolder)) return null;
  const { aside, entries } = ready.parse(JSON.parse(readFileSync(join(work, readyName), 'utf8')));
  const asideFolder = join(archiveFolder, aside);
  mkdirSync(asideFolder, { recursive: true, mode: 0o700 });
  for (const entry of entries) moveIn(archiveFolder, entry, asideFolder);
  syncFolder(asideFolder);
  syncFolder(archiveFolder);
  rmSync(join(work, readyName));
  rmSync(work, { recursive: true, force: true });
  syncFolder(archiveFolder);
  if (readdirSync(asideFolder).length > 0) return aside;
  rmdirSync(asideFolder);
  return null;
};

/** True while a restored archive is whole and waits to be put in place. */
export const isRestoreWaiting = (archiveFolder: string): boolean =>
  existsSync(join(archiveFolder, workName, readyName));

/** What a killed restore or drill left that was not whole; the caller holds the archive's lock. */
export const removeHalfRestored = async (archiveFolder: string): Promise<void> => {
  if (!isRestoreWaiting(archiveFolder))
    await rm(join(archiveFolder, workName), { recursive: true, force: true });
  await rm(drillFolder(archiveFolder), { recursive: true, force: true });
};

const putPackages = async (built: string, packagesFolder: string): Promise<void> => {
  const names = await readdir(join(built, 'packages')).catch(() => []);
  const lacking = names.filter((name) => !existsSync(join(packagesFolder, name)));
  const files = lacking.map((name) => ({ path: name, source: join(built, 'packages', name) }));
  for await (const _ of copyFiles(files, packagesFolder, async () => {}));
  await rm(join(built, 'packages'), { recursive: true, force: true });
};

export interface Restored {
  readonly manifest: BackupManifest;
  readonly figures: BackupFigures;
  /** Folder inside the archive's that holds what was there before; null where nothing was. */
  readonly aside: string | null;
}

/**
 * Restores an archive from a backup; the caller holds the archive's lock and nobody has it open. Until everything is
 * built and proven nothing that is there is touched, and then it is set aside.
 *
 * @throws CodedError BACKUP_UNSOUND, ARCHIVE_NEWER, DISK_FULL, STORAGE_UNWRITABLE, CANCELLED
 */
export const restoreBackup = async (
  order: RestoreOrder,
  folders: { readonly archiveFolder: string; readonly packagesFolder: string },
  at: string,
  watch: Watch,
): Promise<Restored> => {
  const { archiveFolder, packagesFolder } = folders;
  const work = join(archiveFolder, workName);
  await rm(work, { recursive: true, force: true });
  try {
    const { manifest, figures } = await buildArchive(order, work, watch);
    await putPackages(work, packagesFolder);
    const entries =
      manifest.scope === 'whole'
        ? [attachmentsName, receivedName, keyFileName, databaseName]
        : [keyFileName, databaseName];
    const aside = `恢复前-${nameOfBackup(manifest.number, at)}`;
    syncFolder(work);
    await writeSynced(join(work, `${readyName}.new`), JSON.stringify({ aside, entries }));
    renameSync(join(work, `${readyName}.new`), join(work, readyName));
    syncFolder(work);
    syncFolder(archiveFolder);
    return { manifest, figures, aside: finishRestore(archiveFolder) };
  } catch (error) {
    await removeHalfRestored(archiveFolder);
    throw error;
  }
};
