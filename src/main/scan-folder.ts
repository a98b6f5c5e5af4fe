import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** By archive: what the scanner of one office writes must never land in another's archive that is opened for a look. */
const folders = z.record(z.string(), z.string().min(1).max(4096));

const pathOf = (userData: string): string => join(userData, 'scan-folders.json');

const readFolders = (userData: string): Readonly<Record<string, string>> => {
  try {
    return folders.parse(JSON.parse(readFileSync(pathOf(userData), 'utf8')));
  } catch {
    return {};
  }
};

/** The folder that is watched for an archive; null where none was chosen. */
export const scanFolderOf = (userData: string, archiveFolder: string): string | null =>
  readFolders(userData)[archiveFolder] ?? null;

/** Remembers the choice, null for none; written beside and renamed, so that a power cut leaves the old one. */
export const rememberScanFolder = (userData: string, archiveFolder: string, folder: string | null): void => {
  const { [archiveFolder]: _before, ...others } = readFolders(userData);
  const chosen = folder === null ? others : { ...others, [archiveFolder]: folder };
  mkdirSync(userData, { recursive: true });
  writeFileSync(`${pathOf(userData)}.new`, JSON.stringify(chosen), { mode: 0o600 });
  renameSync(`${pathOf(userData)}.new`, pathOf(userData));
};
