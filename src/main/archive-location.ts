import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const settings = z.object({ archiveFolder: z.string().min(1).max(4096) });

/** Which archive opens: `--archive DIR`, else the one chosen last, else the folder of this user. */
export const archiveFolderFor = (argv: readonly string[], userData: string): string => {
  const flag = argv.indexOf('--archive');
  const given = flag === -1 ? undefined : argv[flag + 1];
  if (given !== undefined) return given;
  try {
    return settings.parse(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).archiveFolder;
  } catch {
    return join(userData, 'archive');
  }
};

/** Remembers the choice; written beside and renamed, so that a power cut leaves the old one. */
export const rememberArchiveFolder = (userData: string, archiveFolder: string): void => {
  const path = join(userData, 'settings.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify({ archiveFolder }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};
