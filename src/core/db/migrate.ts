import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Database, { type Database as Connection } from 'better-sqlite3';
import { CodedError } from '../../shared/errors.ts';
import { asStorageError } from '../storage-error.ts';
import { asCoded, prepareConnection } from './encrypted-connection.ts';
import { migrations as released, type Migration } from './migrations/index.ts';

const versionOf = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }));

const applyOne = (connection: Connection, migration: Migration): void => {
  connection.pragma('foreign_keys=OFF'); // cannot be changed inside a transaction; tables are rebuilt without it
  connection.transaction(() => {
    for (const statement of migration.statements) connection.exec(statement);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} broken references after ${migration.name}`);
    connection.pragma(`user_version=${migration.version}`);
  })();
};

const open = (file: string, key: Uint8Array): Connection => {
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

const removeWithJournal = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};

const syncToDisk = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor); // VACUUM INTO does not sync what it writes
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Puts the copy in place of the database by renaming, which needs no space and is all or nothing. The write-ahead log
 * goes first: the log of one file must never meet another. Closing has emptied it into the database already.
 */
const restore = (backup: string, file: string): boolean => {
  try {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    renameSync(backup, file);
    return true;
  } catch {
    return false;
  }
};

const applyAll = (connection: Connection, pending: readonly Migration[], undo: () => boolean): void => {
  for (const migration of pending) {
    try {
      applyOne(connection, migration);
    } catch (error) {
      connection.close();
      const data = { migration: migration.name, restored: undo() };
      throw new CodedError('MIGRATION_FAILED', data, { cause: error });
    }
  }
};

const create = (file: string, key: Uint8Array, migrations: readonly Migration[]): void => {
  const connection = open(file, key);
  try {
    applyAll(connection, migrations, () => {
      removeWithJournal(file);
      return true;
    });
  } finally {
    connection.close();
  }
};

const upgrade = (file: string, key: Uint8Array, migrations: readonly Migration[]): void => {
  const latest = migrations.at(-1)?.version ?? 0;
  const connection = open(file, key);
  try {
    const version = versionOf(connection);
    if (version === 0) throw new CodedError('NOT_AN_ARCHIVE', {});
    if (version > latest)
      throw new CodedError('ARCHIVE_NEWER', { archiveVersion: version, applicationVersion: latest });
    if (version === latest) return;
    const backup = `${file}.before-migration`;
    rmSync(backup, { force: true });
    connection.prepare('VACUUM INTO ?').run(backup);
    syncToDisk(backup);
    const pending = migrations.filter((migration) => migration.version > version);
    applyAll(connection, pending, () => restore(backup, file));
    rmSync(backup, { force: true });
  } finally {
    connection.close();
  }
};

/** True where opening the database will change its schema. @throws CodedError ARCHIVE_DAMAGED */
export const needsMigration = (file: string, key: Uint8Array): boolean => {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    prepareConnection(connection, key);
    const version = versionOf(connection);
    return version > 0 && version < (released.at(-1)?.version ?? 0);
  } finally {
    connection.close();
  }
};

/**
 * Brings the database to the application's schema. Refusing comes first: a file newer than the application stops.
 * Then an encrypted copy (`VACUUM INTO`; the driver's online backup fails on encrypted files), then each step in a
 * transaction of its own that ends with a foreign-key check. When a step fails the copy is put back; where even that
 * fails it stays beside the database as `….before-migration`.
 *
 * @param file path of the database; created when absent
 * @param key 32 bytes
 * @throws CodedError ARCHIVE_NEWER, MIGRATION_FAILED, ARCHIVE_DAMAGED, DISK_FULL, STORAGE_UNWRITABLE
 */
export const migrate = (file: string, key: Uint8Array, migrations: readonly Migration[] = released): void => {
  const isNew = !existsSync(file);
  try {
    (isNew ? create : upgrade)(file, key, migrations);
  } catch (error) {
    throw asStorageError(asCoded(error));
  }
};
