import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CodedError } from '../../shared/errors.ts';
import { asCoded, prepareConnection } from './encrypted-connection.ts';

/** A larger file takes longer than people wait at opening (measured: 176 MiB in 0.6 s); it is checked by schedule. */
const checkedAtOpening = 128 * 1024 * 1024;

const plainHeader = 'SQLite format 3\0';

/** Every encrypted file begins with random salt; only a plain database of somebody else begins with this. */
const isPlainDatabase = (file: string): boolean => {
  const start = Buffer.alloc(plainHeader.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, start, 0, start.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return start.toString('latin1') === plainHeader;
};

/**
 * Reads and authenticates every page of the database, so that damage is told at opening and not by the list that
 * happens to touch it. `dbstat` walks all pages without the cost of an integrity check.
 *
 * @throws CodedError ARCHIVE_DAMAGED `database`, NOT_AN_ARCHIVE
 */
export const checkPages = (file: string, key: Uint8Array): void => {
  const { size } = statSync(file);
  // SQLite would take an empty file for a new database and fill it.
  if (size === 0) throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
  if (isPlainDatabase(file)) throw new CodedError('NOT_AN_ARCHIVE', {});
  if (size > checkedAtOpening) return;
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    connection.prepare('SELECT count(*) FROM dbstat').get();
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
    }
  } catch (error) {
    throw asCoded(error);
  } finally {
    connection.close();
  }
};
