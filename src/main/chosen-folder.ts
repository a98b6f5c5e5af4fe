import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a folder was chosen for: a scanner writes into it, or backups go to it. */
export type FolderUse = 'scan' | 'backup';

/** By archive: what belongs to one office must never mix with another's archive that is opened for a look. */
const folders = z.record(z.string(), z.string().min(1).max(4096));

const pathOf = (userData: string, use: FolderUse): string => join(userData, `${use}-folders.json`);

const readFolders = (userData: string, use: FolderUse): Readonly<Record<string, string>> => {
  try {
    return folders.parse(JSON.parse(readFileSync(pathOf(userData, use), 'utf8')));
  } catch {
    return {};
  }
};

/** The folder that an archive uses so; null where none was chosen. */
export const folderOf = (userData: string, use: FolderUse, archiveFolder: string): string | null =>
  readFolders(userData, use)[archiveFolder] ?? null;

/** Remembers the choice, null for none; written beside and renamed, so that a power cut leaves the old one. */
export const rememberFolder = (
  userData: string,
  use: FolderUse,
  archiveFolder: string,
  folder: string | null,
): void => {
  const { [archiveFolder]: _before, ...others } = readFolders(userData, use);
  const chosen = folder === null ? others : { ...others, [archiveFolder]: folder };
  const path = pathOf(userData, use);
  mkdirSync(userData, { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(chosen), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};
