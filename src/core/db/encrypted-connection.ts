import type { Database } from 'better-sqlite3';
import { CodedError } from '../../shared/errors.ts';

/** Page cache in KiB, negative as SQLite wants it: encryption costs only on cache misses. */
const cacheSize = -65_536;

/**
 * Keys a fresh connection and sets what every connection must have. Order matters: cipher, format, key, then all
 * else. The driver's own `key` option comes too early, with the default cipher.
 *
 * `legacy = 4` is the SQLCipher 4 file format, so that other programs can open the archive. `synchronous = FULL`:
 * with NORMAL a power cut loses acknowledged commits. `temp_store = MEMORY`: with the default, sorters write
 * citizens' data in clear into the temp folder.
 *
 * @param key 32 bytes, used raw
 * @throws CodedError ARCHIVE_DAMAGED `database` when this key does not open the file: the key has been proven by its slot
 */
export const prepareConnection = (database: Database, key: Uint8Array): void => {
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  database.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  database.pragma('temp_store=MEMORY');
  database.pragma(`cache_size=${cacheSize}`);
  try {
    // A wrong key shows only when the first page is read.
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    if (!database.readonly) {
      database.pragma('journal_mode=WAL');
      database.pragma('secure_delete=ON');
    }
  } catch (error) {
    throw asCoded(error);
  }
  database.pragma('synchronous=FULL');
  database.pragma('foreign_keys=ON');
  database.pragma('trusted_schema=OFF');
  database.pragma('cell_size_check=ON');
  database.pragma('busy_timeout=5000');
};

const isSqliteError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.some((code) => String(error.code).startsWith(code));

/** What SQLite's own failures mean to the product; anything else stays a bug. */
export const asCoded = (error: unknown): unknown => {
  if (isSqliteError(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB')) {
    return new CodedError('ARCHIVE_DAMAGED', { part: 'database' }, { cause: error });
  }
  if (isSqliteError(error, 'SQLITE_FULL')) return new CodedError('DISK_FULL', {}, { cause: error });
  if (isSqliteError(error, 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR')) {
    return new CodedError('STORAGE_UNWRITABLE', {}, { cause: error });
  }
  return error;
};
