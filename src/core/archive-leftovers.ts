import { readdir, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { removeHalfRestored } from './backup/restore-backup.ts';
import { removePartialPackages } from './ledger/package-writer.ts';
import type { Paths } from './ports.ts';

const unfinished = (name: string): boolean => name.endsWith('.new');

const removeUnfinished = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && unfinished(entry.name))
      .map((entry) => rm(join(entry.parentPath, entry.name), { force: true })),
  );
};

/**
 * Removes what a killed process left behind: scans, key files and packages that never got their final name, and so
 * were never part of the archive. Only under the archive's lock, and only inside its own folder: a folder for packages
 * elsewhere may be in use by another archive.
 */
export const removeLeftovers = async ({ archive, packages }: Paths): Promise<void> => {
  await rm(join(archive, 'archive.key.json.new'), { force: true });
  await removeUnfinished(join(archive, 'attachments'));
  await removeHalfRestored(archive);
  if (!packages.startsWith(archive + sep)) return;
  await removeUnfinished(packages);
  await removePartialPackages(packages, null);
};
