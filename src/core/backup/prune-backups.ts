import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupManifest, BackupSettings } from '../../shared/domain/backup.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';
import { backupNames, listName, unfinishedSuffix, type BackupRoot } from './backup-layout.ts';
import { syncFolderWherePossible } from './copy-files.ts';
import { manifestName, provenManifest } from './manifest.ts';
import { readList } from './stored-list.ts';

export interface Pruned {
  readonly backups: readonly string[];
  readonly files: number;
}

interface Kept {
  readonly name: string;
  readonly manifest: BackupManifest;
}

const alwaysKept = 2;

/**
 * Which backups stay: the two newest always, then the newest of each of the last days and months that have one. Order is
 * by number, since a clock may have been put back.
 */
export const backupsToKeep = (
  sound: readonly Kept[],
  { keepDaily, keepMonthly }: Pick<BackupSettings, 'keepDaily' | 'keepMonthly'>,
): ReadonlySet<string> => {
  const newestFirst = sound.toSorted((one, other) => other.manifest.number - one.manifest.number);
  const kept = new Set(newestFirst.slice(0, alwaysKept).map(({ name }) => name));
  const days = new Set<string>();
  const months = new Set<string>();
  for (const { name, manifest } of newestFirst) {
    const day = dayOfInstant(manifest.madeAt);
    const month = day.slice(0, 7);
    if (!days.has(day) && days.size < keepDaily) kept.add(name);
    if (!months.has(month) && months.size < keepMonthly) kept.add(name);
    days.add(day);
    months.add(month);
  }
  return kept;
};

const readSound = async (root: BackupRoot, key: Uint8Array): Promise<readonly Kept[]> => {
  const sound: Kept[] = [];
  for (const name of await backupNames(root.folder)) {
    const manifest = await provenManifest(join(root.folder, name), name, key).catch(() => null);
    if (manifest !== null) sound.push({ name, manifest });
  }
  return sound;
};

/** Paths that any backup which is left leans on; null where a list cannot be read and nothing may be removed. */
const pathsInUse = async (root: BackupRoot, key: Uint8Array): Promise<ReadonlySet<string> | null> => {
  const paths = new Set<string>();
  for (const name of await backupNames(root.folder)) {
    try {
      const { list } = await provenManifest(join(root.folder, name), name, key);
      const file = join(root.folder, name, listName);
      if (
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex') !== list.sha256
      )
        return null;
      for await (const { path } of readList(file)) paths.add(path);
    } catch {
      return null;
    }
  }
  return paths;
};

const removeUnused = async (root: BackupRoot, key: Uint8Array): Promise<number> => {
  const used = await pathsInUse(root, key);
  if (used === null) return 0;
  let removed = 0;
  for (const top of ['attachments', 'packages', 'received']) {
    const entries = await readdir(join(root.stored, top), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(root.stored.length + 1).replaceAll('\\', '/');
      if (used.has(path)) continue;
      await rm(file, { force: true });
      if (!entry.name.endsWith(unfinishedSuffix)) removed += 1;
    }
  }
  return removed;
};

/**
 * Removes backups that retention lets go, and stored files that no backup names any more. Called after a new backup was
 * proven. What is unsound stays where it is: somebody may want to look at it, and while one is there nothing that it
 * may name is removed.
 */
export const pruneBackups = async (
  root: BackupRoot,
  key: Uint8Array,
  settings: Pick<BackupSettings, 'keepDaily' | 'keepMonthly'>,
): Promise<Pruned> => {
  const sound = await readSound(root, key);
  const kept = backupsToKeep(sound, settings);
  const gone = sound.map(({ name }) => name).filter((name) => !kept.has(name));
  for (const name of gone) {
    // The manifest first: without it the rest is no backup, and is cleared away by the next one.
    await rm(join(root.folder, name, manifestName));
    await rm(join(root.folder, name), { recursive: true, force: true });
  }
  if (gone.length > 0) syncFolderWherePossible(root.folder);
  // Beside the archive the papers are the archive's own.
  const files = root.stored === root.folder ? await removeUnused(root, key) : 0;
  return { backups: gone, files };
};
