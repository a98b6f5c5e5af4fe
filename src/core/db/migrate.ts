import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database, { type Database as Connection } from 'better-sqlite3';
import { CodedError } from '../../shared/errors.ts';
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

const restore = (backup: string, file: string): void => {
  removeWithJournal(file);
  copyFileSync(backup, `${file}.restoring`);
  renameSync(`${file}.restoring`, file);
};

/**
 * Brings the database to the application's schema. Refusing comes first: a file newer than the application stops.
 * Then an encrypted copy (`VACUUM INTO`; the driver's online backup fails on encrypted files), then each step in a
 * transaction of its own that ends with a foreign-key check. When a step fails the copy is put back.
 *
 * @param file path of the database; created when absent
 * @param key 32 bytes
 * @throws CodedError ARCHIVE_NEWER, MIGRATION_FAILED, ARCHIVE_DAMAGED, DISK_FULL, STORAGE_UNWRITABLE
 */
export const migrate = (file: string, key: Uint8Array, migrations: readonly Migration[] = released): void => {
  const latest = migrations.at(-1)?.version ?? 0;
  const isNew = !existsSync(file);
  const connection = open(file, key);
  let version: number;
  const backup = `${file}.before-migration`;
  try {
    version = versionOf(connection);
    if (version > latest)
      throw new CodedError('ARCHIVE_NEWER', { archiveVersion: version, applicationVersion: latest });
    if (version === latest) return;
    rmSync(backup, { force: true });
    if (!isNew) connection.prepare('VACUUM INTO ?').run(backup);
    for (const migration of migrations) {
      if (migration.version <= version) continue;
      try {
        applyOne(connection, migration);
      } catch (error) {
        connection.close();
        if (isNew) removeWithJournal(file);
        else restore(backup, file);
        throw new CodedError(
          'MIGRATION_FAILED',
          { migration: migration.name, restored: true },
          { cause: error },
        );
      }
    }
  } catch (error) {
    throw asCoded(error);
  } finally {
    if (connection.open) connection.close();
    rmSync(backup, { force: true });
  }
};
