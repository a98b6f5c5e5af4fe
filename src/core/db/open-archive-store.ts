import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import Database, { type Database as Connection, type Statement } from 'better-sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import { CodedError } from '../../shared/errors.ts';
import { lookupKey } from '../keys/lookup-key.ts';
import { phoneTails } from '../keys/phone-tail.ts';
import type { ArchiveStore, Reader, SqlParameters, Writer } from './archive-store.ts';
import { asCoded, prepareConnection } from './encrypted-connection.ts';
import { bringSearchIndexUpToDate, enterQueued } from './search-index.ts';
import { tables } from './tables/index.ts';

/**
 * Prepared statements of one connection, made once per text of SQL. A statement that somebody is still reading rows
 * from cannot be run again, so a second reader of the same text gets one of its own.
 */
class Statements {
  readonly #connection: Connection;
  readonly #cache = new Map<string, Statement>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  of(sql: string): Statement {
    const known = this.#cache.get(sql);
    if (known?.busy === false) return known;
    const statement = this.#connection.prepare(sql);
    this.#cache.set(sql, statement);
    return statement;
  }
}

const bound = (parameters: SqlParameters | undefined): readonly unknown[] =>
  parameters === undefined ? [] : [parameters];

const readerOn = (manager: EntityManager, statements: Statements): Reader => ({
  manager,
  all: <Row>(sql: string, parameters?: SqlParameters) =>
    statements.of(sql).all(...bound(parameters)) as Row[],
  get: <Row>(sql: string, parameters?: SqlParameters) =>
    statements.of(sql).get(...bound(parameters)) as Row | undefined,
  iterate: <Row>(sql: string, parameters?: SqlParameters) =>
    statements.of(sql).iterate(...bound(parameters)) as IterableIterator<Row>,
});

const connect = async (file: string, key: Uint8Array, readonly: boolean): Promise<DataSource> => {
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: file,
    readonly,
    fileMustExist: readonly,
    prepareDatabase: (connection: Connection) => prepareConnection(connection, key),
    entities: [...tables],
    synchronize: false,
    migrationsRun: false,
    logging: false,
  });
  return source.initialize();
};

const connectionOf = (source: DataSource): Connection =>
  (source.driver as unknown as { readonly databaseConnection: Connection }).databaseConnection;

/**
 * Opens the database of an archive. Two connections: one that only writes, one that only reads.
 *
 * TypeORM's driver shares one query runner per data source: measured, an insert made while another caller's
 * transaction is open resolves and is then rolled back with it. Hence the queue: no statement of one work can ever
 * run inside the transaction of another.
 *
 * @param key 32 bytes
 * @throws CodedError ARCHIVE_DAMAGED, STORAGE_UNWRITABLE; its works throw ARCHIVE_LOCKED once it is closed
 */
export const openArchiveStore = async (file: string, key: Uint8Array): Promise<ArchiveStore> => {
  const writing = await connect(file, key, false);
  const reading = await connect(file, key, true);
  const writeConnection = connectionOf(writing);
  const writeStatements = new Statements(writeConnection);
  const reader = readerOn(reading.manager, new Statements(connectionOf(reading)));
  const writer = {
    ...readerOn(writing.manager, writeStatements),
    run: (sql: string, parameters?: SqlParameters) => ({
      changes: writeStatements.of(sql).run(...bound(parameters)).changes,
    }),
  } as unknown as Writer; // the brand exists in types only

  const tailsOf = phoneTails(lookupKey(key));
  const inWrite = new AsyncLocalStorage<true>();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const transact = async <T>(work: (writer: Writer) => T | Promise<T>): Promise<T> => {
    writeConnection.exec('BEGIN IMMEDIATE');
    try {
      const result = await inWrite.run(true, async () => work(writer));
      enterQueued(writer, tailsOf);
      writeConnection.exec('COMMIT');
      return result;
    } catch (error) {
      if (writeConnection.inTransaction) writeConnection.exec('ROLLBACK');
      throw error;
    }
  };

  const coded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new CodedError('ARCHIVE_LOCKED', {});
    try {
      return await work();
    } catch (error) {
      throw asCoded(error);
    }
  };

  const store: ArchiveStore = {
    read: (work) => coded(async () => work(reader)),
    write: (work) => {
      if (inWrite.getStore() === true) throw new Error('write() inside write(): pass the writer on instead');
      const result = queue.then(() => coded(() => transact(work)));
      queue = result.catch(() => {});
      return result;
    },
    close: async () => {
      await queue;
      closed = true;
      await reading.destroy();
      writeConnection.pragma('wal_checkpoint(TRUNCATE)');
      await writing.destroy();
    },
  };
  try {
    await store.write((first) => bringSearchIndexUpToDate(first, tailsOf));
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
};
