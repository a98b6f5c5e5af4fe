import Database from 'better-sqlite3';
import { CodedError } from '../../shared/errors.ts';
import { asCoded } from './encrypted-connection.ts';

export interface ArchiveLock {
  release(): void;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/**
 * Takes the archive folder for one session. The lock is an empty SQLite file held in an exclusive transaction, so
 * that the operating system itself drops it when the process dies. A process number in a file would not do: after a
 * power cut the same number belongs to another program, and the archive would stay shut. The empty file stays; were
 * it removed, two processes could each hold a lock on a file of that name.
 *
 * @param path of the lock file; made when absent
 * @throws CodedError ARCHIVE_BUSY when another process, or another session of this one, has it; STORAGE_UNWRITABLE
 */
export const acquireArchiveLock = (path: string): ArchiveLock => {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(path, { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    throw isBusy(error) ? new CodedError('ARCHIVE_BUSY', {}) : asCoded(error);
  }
  const held = connection;
  return { release: () => void held.close() };
};
