import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import Database, { type Database as Connection } from 'better-sqlite3';
import { CodedError } from '../../shared/errors.ts';
import { asCoded, prepareConnection } from './encrypted-connection.ts';

/** Work on whole database files, on a thread of its own: each takes seconds in which nothing else could run. */
export type CopyJob =
  /** Copies a database that is in use, as it stood at one moment, and opens the copy. */
  | { readonly kind: 'copy'; readonly source: string; readonly target: string; readonly key: Uint8Array }
  /** Opens a copy with its key, reads every page and counts. */
  | { readonly kind: 'inspect'; readonly file: string; readonly key: Uint8Array };

/** What a database holds. */
export interface DatabaseContent {
  readonly schemaVersion: number;
  /** Rows by table, without those of the search index, which is made of the others. */
  readonly tables: Readonly<Record<string, number>>;
  /** Of attachments, each once. */
  readonly digests: readonly string[];
  /** File names of packages that were made. */
  readonly packages: readonly string[];
  /** Packages that a bureau received, as `id/file name`. */
  readonly received: readonly string[];
}

export interface FileSeal {
  readonly byteLength: number;
  readonly sha256: string;
}

export interface CopiedDatabase {
  readonly seal: FileSeal;
  /** Read from the copy, whose every page was looked at. */
  readonly content: DatabaseContent;
}

const pieceBytes = 1024 * 1024;

const hashFile = (file: string): FileSeal => {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor); // VACUUM INTO does not sync what it writes
    const hash = createHash('sha256');
    const piece = Buffer.alloc(pieceBytes);
    for (let at = 0; ;) {
      const read = readSync(descriptor, piece, 0, pieceBytes, at);
      if (read === 0) return { byteLength: at, sha256: hash.digest('hex') };
      hash.update(piece.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(descriptor);
  }
};

const opened = <T>(file: string, key: Uint8Array, work: (connection: Connection) => T): T => {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    prepareConnection(connection, key);
    return work(connection);
  } finally {
    connection.close();
  }
};

const tableNames = (connection: Connection): readonly string[] =>
  connection
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_grams%' ORDER BY name",
    )
    .pluck()
    .all() as string[];

const pluck = <T>(connection: Connection, sql: string): readonly T[] =>
  connection.prepare(sql).pluck().all() as T[];

/** @throws CodedError ARCHIVE_DAMAGED `database` */
const contentOf = (connection: Connection): DatabaseContent => {
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
  const tables = tableNames(connection);
  return {
    schemaVersion: Number(connection.pragma('user_version', { simple: true })),
    tables: Object.fromEntries(
      tables.map((name) => [name, pluck<number>(connection, `SELECT count(*) FROM "${name}"`)[0] ?? 0]),
    ),
    digests: pluck(connection, 'SELECT DISTINCT sha256 FROM attachments ORDER BY sha256'),
    packages: pluck(connection, 'SELECT file_name FROM packages ORDER BY file_name'),
    // An archive of before the bureau's desk has none.
    received: tables.includes('received_files')
      ? pluck(connection, "SELECT id || '/' || file_name FROM received_files ORDER BY id")
      : [],
  };
};

/**
 * `VACUUM INTO` reads as of one moment while others write, authenticates every page that it reads, and writes under the
 * same key; the driver's own online backup fails on encrypted files.
 */
const copy = (source: string, target: string, key: Uint8Array): CopiedDatabase => {
  closeSync(openSync(target, 'wx', 0o600)); // SQLite would let everybody read it
  opened(source, key, (connection) => connection.prepare('VACUUM INTO ?').run(target));
  return { seal: hashFile(target), content: opened(target, key, contentOf) };
};

/** @throws CodedError ARCHIVE_DAMAGED, DISK_FULL, STORAGE_UNWRITABLE */
export const runCopyJob = (job: CopyJob): CopiedDatabase | DatabaseContent => {
  try {
    return job.kind === 'copy' ? copy(job.source, job.target, job.key) : opened(job.file, job.key, contentOf);
  } catch (error) {
    throw asCoded(error);
  }
};
