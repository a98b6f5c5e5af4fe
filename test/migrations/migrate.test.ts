import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations, type Migration } from '../../src/core/db/migrations/index.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-migrate-'));
  file = join(folder, 'archive.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = <T>(work: (connection: Database.Database) => T): T => {
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    return work(connection);
  } finally {
    connection.close();
  }
};
const exec = (sql: string): void => within((connection) => void connection.exec(sql));
const versionNow = (): unknown => within((connection) => connection.pragma('user_version', { simple: true }));
const rows = (sql: string): unknown[] => within((connection) => connection.prepare(sql).all());

const parentAndChild: Migration = {
  version: 1,
  name: 'parent-and-child',
  statements: [
    'CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT',
    'CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent (id)) STRICT',
  ],
};
const addNote: Migration = {
  version: 2,
  name: 'add-note',
  statements: ["ALTER TABLE parent ADD COLUMN note TEXT NOT NULL DEFAULT '无'"],
};
const failing = (statements: readonly string[]): Migration => ({ version: 3, name: 'failing', statements });

const fillFirst = (): void => {
  migrate(file, key, [parentAndChild]);
  exec('INSERT INTO parent VALUES (1), (2); INSERT INTO child VALUES (10, 1), (20, 2)');
};

describe('migrating', () => {
  test('numbers the released steps from one, without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    migrate(file, key);
    expect(versionNow()).toBe(migrations.length);
    expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rows('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('takes only the steps that are missing, keeps the rows, leaves no copy behind', () => {
    fillFirst();
    migrate(file, key, [parentAndChild, addNote]);
    migrate(file, key, [parentAndChild, addNote]);
    expect(versionNow()).toBe(2);
    expect(rows('SELECT * FROM parent')).toEqual([
      { id: 1, note: '无' },
      { id: 2, note: '无' },
    ]);
    expect(readdirSync(folder)).toEqual(['archive.db']);
  });

  test('refuses a file newer than the application and does not touch it', () => {
    fillFirst();
    exec('PRAGMA user_version = 9');
    expect(() => migrate(file, key, [parentAndChild, addNote])).toThrow(
      expect.objectContaining({
        code: 'ARCHIVE_NEWER',
        data: { archiveVersion: 9, applicationVersion: 2 },
      }),
    );
    expect(versionNow()).toBe(9);
    expect(readdirSync(folder)).toEqual(['archive.db']);
  });

  test('refuses an encrypted database without our schema instead of making it one', () => {
    exec('CREATE TABLE other (a)');
    expect(() => migrate(file, key)).toThrow(expect.objectContaining({ code: 'NOT_AN_ARCHIVE' }));
    expect(rows('SELECT name FROM sqlite_master')).toEqual([{ name: 'other' }]);
  });

  const broken: readonly (readonly [string, readonly string[]])[] = [
    ['a statement that fails half way', ['DELETE FROM child', 'INSERT INTO parent VALUES (1, 2, 3, 4)']],
    ['references that point to nothing', ['DELETE FROM parent WHERE id = 1']],
  ];
  test.each(broken)('%s: everything is as before all steps of this run', (_, statements) => {
    fillFirst();
    expect(() => migrate(file, key, [parentAndChild, addNote, failing(statements)])).toThrow(
      expect.objectContaining({
        code: 'MIGRATION_FAILED',
        data: { migration: 'failing', restored: true },
      }),
    );
    expect(versionNow()).toBe(1);
    expect(rows('SELECT * FROM parent')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(rows('SELECT * FROM child')).toEqual([
      { id: 10, parent: 1 },
      { id: 20, parent: 2 },
    ]);
    expect(readdirSync(folder)).toEqual(['archive.db']);
    migrate(file, key, [parentAndChild, addNote]);
    expect(versionNow()).toBe(2);
  });

  test('a new database whose step fails leaves no file', () => {
    expect(() => migrate(file, key, [parentAndChild, failing(['NOT SQL'])])).toThrow(
      expect.objectContaining({ code: 'MIGRATION_FAILED' }),
    );
    expect(existsSync(file)).toBe(false);
  });

  test('a step may rebuild a table that others refer to', () => {
    fillFirst();
    const rebuild: Migration = {
      version: 2,
      name: 'rebuild',
      statements: [
        'CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT) STRICT',
        "INSERT INTO parent_new SELECT id, '街道' FROM parent",
        'DROP TABLE parent',
        'ALTER TABLE parent_new RENAME TO parent',
      ],
    };
    migrate(file, key, [parentAndChild, rebuild]);
    expect(rows('SELECT count(*) AS n FROM child JOIN parent ON parent.id = child.parent')).toEqual([
      { n: 2 },
    ]);
  });
});

test('records of before the survey figures stay, and are not low', () => {
  migrate(file, key, migrations.slice(0, 6));
  exec(`INSERT INTO communities (id, code, name, settlement, position)
      VALUES ('c1', '990101001001', '阳光里社区', 'urban', 1);
    INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
      VALUES ('o1', '舞蹈队', 'wudaodui', 'wdd', 'c1', 'filed', '2026-11-01', '2026-11-01');
    INSERT INTO dossier_records (id, organization_id, kind, occurred_on, title, content, created_at, updated_at)
      VALUES ('r1', 'o1', 'meeting-vote', '2026-11-02', '大会', '{}', '2026-11-02', '2026-11-02')`);
  migrate(file, key);
  expect(rows('SELECT id, rate, score, low FROM dossier_records')).toEqual([
    { id: 'r1', rate: null, score: null, low: 0 },
  ]);
  const plan = rows(`EXPLAIN QUERY PLAN SELECT id FROM dossier_records
    WHERE kind = 'survey' AND deleted_at IS NULL AND low = 1 ORDER BY occurred_on`);
  expect(plan).toEqual([
    expect.objectContaining({
      detail: 'SEARCH dossier_records USING INDEX dossier_records_by_kind (kind=?)',
    }),
  ]);
});
