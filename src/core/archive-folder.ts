import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../shared/errors.ts';
import { removeLeftovers } from './archive-leftovers.ts';
import { makeBackup } from './backup/make-backup.ts';
import { finishRestore, isRestoreWaiting } from './backup/restore-backup.ts';
import { acquireArchiveLock, type ArchiveLock } from './db/archive-lock.ts';
import type { ArchiveStore } from './db/archive-store.ts';
import { checkPages } from './db/check-pages.ts';
import { migrate, needsMigration } from './db/migrate.ts';
import { openArchiveStore } from './db/open-archive-store.ts';
import { readSalt } from './db/page-authenticity.ts';
import { syncFolder } from './keys/key-file.ts';
import { openKeyRing, type KeyRing } from './keys/key-ring.ts';
import type { Ports } from './ports.ts';
import { unwatched } from './services/watched-work.ts';

/**
 * The files of one archive: `archive.db` (encrypted), `archive.key.json` (the wrapped key), `archive.lock`, and the
 * folders of scans and packages. All are readable by their owner only.
 */
export interface ArchiveFolder {
  readonly keyRing: KeyRing;
  /** True as soon as either the database or its key file is there: neither may ever be overwritten. */
  exists(): boolean;
  /** @throws CodedError ARCHIVE_BUSY, STORAGE_UNWRITABLE */
  lock(): ArchiveLock;
  /** Puts in place what a killed restore had built and proven; under a lock of its own. @throws CodedError ARCHIVE_BUSY */
  finishRestore(): void;
  /** Makes database and key file, under the lock. @returns the recovery code. @throws CodedError ARCHIVE_EXISTS */
  create(password: string, databaseKey: Uint8Array, fill: FillArchive): Promise<string>;
  /** Opens the database under the lock, migrated and checked. @throws CodedError ARCHIVE_DAMAGED, ARCHIVE_NEWER, NOT_AN_ARCHIVE, MIGRATION_FAILED */
  openStore(databaseKey: Uint8Array): Promise<ArchiveStore>;
}

/** Puts into a new database what every archive of its desk begins with. */
export type FillArchive = (store: ArchiveStore) => Promise<void>;

const ownerOnly = (path: string, mode: number): void => {
  if (process.platform !== 'win32') chmodSync(path, mode);
};

const removeDatabase = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};

const buildDatabase = async (file: string, key: Uint8Array, fill: FillArchive): Promise<void> => {
  removeDatabase(file);
  migrate(file, key);
  ownerOnly(file, 0o600);
  const store = await openArchiveStore(file, key);
  try {
    await fill(store);
  } finally {
    await store.close();
  }
};

export const archiveFolder = (ports: Ports): ArchiveFolder => {
  const folder = ports.paths.archive;
  const database = join(folder, 'archive.db');
  const keyFile = join(folder, 'archive.key.json');
  const unfinished = join(folder, 'archive.db.creating');
  const keyRing = openKeyRing(keyFile, ports);

  const exists = (): boolean => existsSync(keyFile) || existsSync(database);

  const makeFolder = (): void => {
    if (existsSync(folder)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    ownerOnly(folder, 0o700);
  };

  const finishCreation = (): void => {
    renameSync(unfinished, database);
    syncFolder(folder);
  };

  /**
   * The key file is written when the database under its working name is whole, and only then does that get its real
   * name. A creation killed before the key file never was; one killed after it is finished at the next opening.
   */
  const create = async (password: string, key: Uint8Array, fill: FillArchive): Promise<string> => {
    if (exists()) throw new CodedError('ARCHIVE_EXISTS', {});
    try {
      await buildDatabase(unfinished, key, fill);
      const recoveryCode = await keyRing.create(password, key, readSalt(unfinished));
      finishCreation();
      return recoveryCode;
    } catch (error) {
      removeDatabase(unfinished);
      rmSync(keyFile, { force: true });
      throw error;
    }
  };

  /** Stays until later copies push it out: whoever finds fault with the new version can go back. */
  const copyBeforeMigration = async (key: Uint8Array): Promise<void> => {
    if (ports.backupFolder === undefined || !needsMigration(database, key)) return;
    await makeBackup(
      {
        archiveFolder: folder,
        packagesFolder: ports.paths.packages,
        databaseKey: key,
        isKept: async () => true,
      },
      {
        place: null,
        reason: 'migration',
        madeAt: ports.clock.instant(),
        applicationVersion: ports.applicationVersion,
      },
      0,
      unwatched,
    );
  };

  const openStore = async (key: Uint8Array): Promise<ArchiveStore> => {
    if (!existsSync(database) && existsSync(unfinished)) finishCreation();
    if (!existsSync(database)) throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
    checkPages(database, key, keyRing.databaseSalt());
    await removeLeftovers(ports.paths);
    await copyBeforeMigration(key);
    migrate(database, key);
    return openArchiveStore(database, key);
  };

  const lock = (): ArchiveLock => {
    makeFolder();
    return acquireArchiveLock(join(folder, 'archive.lock'));
  };

  const finishWaitingRestore = (): void => {
    if (!isRestoreWaiting(folder)) return;
    const held = lock();
    try {
      finishRestore(folder);
    } finally {
      held.release();
    }
  };

  return {
    keyRing,
    exists,
    lock,
    finishRestore: finishWaitingRestore,
    create,
    openStore,
  };
};
