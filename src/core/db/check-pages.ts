import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { asCoded, prepareConnection } from './encrypted-connection.ts';
import { hasAuthenticPage } from './page-authenticity.ts';

/** A larger file takes longer than people wait at opening (measured: 176 MiB in 1 s); it is checked by schedule. */
const checkedAtOpening = 96 * 1024 * 1024;

const damaged = (cause?: unknown): CodedError =>
  new CodedError('ARCHIVE_DAMAGED', { part: 'database' }, { cause });

/** Not through `dbstat`, which is quicker: it leaves out the last page of every overflow chain. */
const readWhole = (file: string, key: Uint8Array, size: number): void => {
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    if (size > checkedAtOpening) return;
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged();
  } catch (error) {
    throw asCoded(error);
  } finally {
    connection.close();
  }
};

/**
 * Reads and authenticates every page of the database, so that damage is told at opening and not by the list that
 * happens to touch it; of a very large file only the first, as every page is authenticated whenever it is read.
 *
 * @param salt what the database began with when it was made, 16 bytes
 * @throws CodedError ARCHIVE_DAMAGED `database`; NOT_AN_ARCHIVE when no page was written under this key
 */
export const checkPages = (file: string, key: Uint8Array, salt: Uint8Array): void => {
  const { size } = statSync(file);
  // SQLite would take an empty file for a new database and fill it.
  if (size === 0) throw damaged();
  try {
    readWhole(file, key, size);
  } catch (error) {
    const isForeign = isCoded(error, 'ARCHIVE_DAMAGED') && !hasAuthenticPage(file, key, salt);
    throw isForeign ? new CodedError('NOT_AN_ARCHIVE', {}, { cause: error }) : error;
  }
};
