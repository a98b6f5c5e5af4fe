import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations, type Migration } from '../../src/core/db/migrations/index.ts';

const key = Uint8Array.from({ length: 32 }, (_, index) => index);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-migrate-'));
  file = join(folder, 'archive.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const on = <T>(work: (connection: Database.Database) => T): T => {
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    return work(connection);
  } finally {
    connection.close();
  }
};
const version = (): unknown => on((connection) => connection.pragma('user_version', { simple: true }));
const codeOf = (work: () => void): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code';
  }
};
const step = (number: number, ...statements: string[]): Migration => ({
  version: number,
  name: `step-${number}`,
  statements,
});

describe('migrating', () => {
  test('numbers its steps without gaps, and ends at the last one', () => {
    expect(migrations.map((each) => each.version)).toEqual(migrations.map((_, index) => index + 1));
    migrate(file, key);
    expect(version()).toBe(migrations.length);
  });

  test('does nothing to a file that is current', () => {
    migrate(file, key);
    migrate(file, key);
    expect(readdirSync(folder).filter((name) => name.includes('migration'))).toEqual([]);
  });

  test('a step that fails puts the copy back, with every row', () => {
    migrate(file, key, [step(1, 'CREATE TABLE t (a TEXT) STRICT')]);
    on((connection) => connection.exec("INSERT INTO t VALUES ('kept')"));
    const broken = [
      step(1),
      step(2, 'ALTER TABLE t ADD COLUMN b TEXT', "INSERT INTO t VALUES ('new', 'x')"),
      step(3, 'CREATE NONSENSE'),
    ];
    expect(codeOf(() => migrate(file, key, broken))).toBe('MIGRATION_FAILED');
    expect(version()).toBe(1);
    expect(on((connection) => connection.prepare('SELECT * FROM t').all())).toEqual([{ a: 'kept' }]);
    expect(existsSync(`${file}.before-migration`)).toBe(false);
  });

  test('a step that breaks references is refused', () => {
    const first = step(
      1,
      'CREATE TABLE parent (id TEXT PRIMARY KEY) STRICT',
      'CREATE TABLE child (parent TEXT REFERENCES parent (id)) STRICT',
    );
    migrate(file, key, [first]);
    on((connection) => connection.exec("INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('p')"));
    expect(codeOf(() => migrate(file, key, [first, step(2, 'DELETE FROM parent')]))).toBe('MIGRATION_FAILED');
    expect(on((connection) => connection.prepare('SELECT count(*) AS n FROM parent').get())).toEqual({
      n: 1,
    });
  });

  test('a new file whose first step fails is not left behind', () => {
    expect(codeOf(() => migrate(file, key, [step(1, 'CREATE NONSENSE')]))).toBe('MIGRATION_FAILED');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a file from a newer application is refused before anything is read', () => {
    migrate(file, key);
    on((connection) => connection.pragma('user_version=50'));
    expect(codeOf(() => migrate(file, key))).toBe('ARCHIVE_NEWER');
    expect(version()).toBe(50);
  });
});
