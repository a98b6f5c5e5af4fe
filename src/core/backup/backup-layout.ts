import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { manifestName } from './manifest.ts';

/*
 * Where backups lie (docs/formats/backup.md). One folder for each archive in the chosen place:
 *
 *   枢纽档案备份-1a2b3c4d/
 *     attachments/ab/ab12…      papers, each once for all backups
 *     packages/…                packages that were sent
 *     0001-20261125-031022/     one backup: archive.db, archive.key.json, files.sha256, manifest.json
 */
export const databaseName = 'archive.db';
export const keyFileName = 'archive.key.json';
export const listName = 'files.sha256';
/** What is being written has this at the end of its name. */
export const unfinishedSuffix = '.new';

/** Where one archive's backups lie. */
export interface BackupRoot {
  /** Holds a folder for each backup. */
  readonly folder: string;
  /** Holds the papers that backups name; of backups beside the archive that is the archive itself. */
  readonly stored: string;
}

const rootPrefix = '枢纽档案备份-';

export const rootIn = (place: string, archiveMark: string): BackupRoot => {
  const folder = join(place, `${rootPrefix}${archiveMark}`);
  return { folder, stored: folder };
};

/** Beside the archive itself: databases only. */
export const ownRoot = (archiveFolder: string): BackupRoot => ({
  folder: join(archiveFolder, 'backups'),
  stored: archiveFolder,
});

/** Roots of whatever archives in a place. */
export const rootsIn = async (place: string): Promise<readonly BackupRoot[]> => {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && /^枢纽档案备份-[0-9a-f]{8}$/.test(entry.name))
    .map(({ name }) => ({ folder: join(place, name), stored: join(place, name) }));
};

const backupName = /^(\d{4,9})-\d{8}-\d{6}$/;

export const numberOfName = (name: string): number => Number(backupName.exec(name)?.[1] ?? 0);

export const nameOfBackup = (number: number, madeAt: string): string => {
  const [day = '', time = ''] = madeAt.replaceAll(/[-:]/g, '').split('T');
  return `${String(number).padStart(4, '0')}-${day}-${time.slice(0, 6)}`;
};

const backupFolders = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && backupName.test(entry.name))
    .map(({ name }) => name)
    .sort((one, other) => numberOfName(one) - numberOfName(other));
};

/** Backups that have a manifest, the oldest first; whether it is sound is another question. */
export const backupNames = async (root: string): Promise<readonly string[]> =>
  (await backupFolders(root)).filter((name) => existsSync(join(root, name, manifestName)));

/** What a killed backup left: folders without a manifest. */
export const unfinishedNames = async (root: string): Promise<readonly string[]> =>
  (await backupFolders(root)).filter((name) => !existsSync(join(root, name, manifestName)));

/** True when `folder` is inside `outer`, or is it. */
export const isInside = (folder: string, outer: string): boolean => {
  const path = relative(outer, folder);
  return path === '' || (!path.startsWith(`..${sep}`) && path !== '..' && !/^(?:[A-Za-z]:|[\\/])/.test(path));
};

/** Where a drill builds its archive; gone when it is over. */
export const drillFolder = (archiveFolder: string): string => join(archiveFolder, 'drill');
