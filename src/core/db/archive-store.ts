import type { EntityManager } from 'typeorm';

/** Values that SQLite binds. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

declare const writing: unique symbol;

/** Sees committed data only. Prepared statements are cached per connection; `manager` is for single rows. */
export interface Reader {
  readonly manager: EntityManager;
  all<Row>(sql: string, parameters?: SqlParameters): Row[];
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined;
  iterate<Row>(sql: string, parameters?: SqlParameters): IterableIterator<Row>;
}

/** Exists only inside `ArchiveStore.write`: one transaction, all or nothing. */
export interface Writer extends Reader {
  readonly [writing]: true;
  run(sql: string, parameters?: SqlParameters): { readonly changes: number };
}

/** The one door to the database: the only module that opens transactions. */
export interface ArchiveStore {
  /** Runs on a read-only connection. */
  read<T>(work: (reader: Reader) => T | Promise<T>): Promise<T>;
  /**
   * Runs works one at a time, each in one transaction; a throw rolls back and is rethrown. Refuses to be nested.
   * When it resolves, the data is on disk (`synchronous=FULL`).
   */
  write<T>(work: (writer: Writer) => T | Promise<T>): Promise<T>;
  close(): Promise<void>;
}
