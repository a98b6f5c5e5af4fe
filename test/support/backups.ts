import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFigures } from '../../src/shared/domain/backup.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { runBackup } from '../../src/core/services/backups.ts';

type Streamed<T> = AsyncIterable<
  { readonly type: 'progress' } | { readonly type: 'result'; readonly result: T }
>;

/** The result at the end of a stream of progress. */
export const ended = async <T>(stream: Streamed<T>): Promise<T> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

export const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'accepted',
    (error: { code?: string; data?: unknown }) =>
      error.code === undefined ? error : { code: error.code, data: error.data },
  );

/** Makes a backup in the chosen folder. */
export const backedUp = (archive: OpenArchive): Promise<BackupFigures> =>
  ended(runBackup(archive, { placeId: 'folder' }));

/** Every table with its whole rows, but for what backups themselves write down. */
export const wholeTables = (archive: OpenArchive): Promise<Readonly<Record<string, readonly unknown[]>>> =>
  archive.store.read((reader) => {
    const names = reader
      .all<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_grams%' ORDER BY name",
      )
      .map(({ name }) => name)
      .filter((name) => name !== 'backup_events');
    return Object.fromEntries(
      names.map((name) => [
        name,
        reader.all<object>(
          `SELECT * FROM "${name}"${name === 'settings' ? " WHERE key NOT LIKE 'backup-%'" : ''} ORDER BY 1, 2`,
        ),
      ]),
    );
  });

/** Digests of all files below a folder, by their path from it. */
export const digestsBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

/** A small disk of its own, that can fill up and be pulled out; null where this system lets us mount none. */
export const mountSmallDisk = (path: string, kilobytes: number): { pull(): void } | null => {
  mkdirSync(path, { recursive: true });
  if (process.platform !== 'linux') return null;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path]);
  return status === 0 ? { pull: () => void spawnSync('umount', ['-l', path]) } : null;
};
