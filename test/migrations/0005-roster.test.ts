import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';

const key = new Uint8Array(32).fill(7);
const roster = migrations.findIndex(({ name }) => name === 'roster');
let folder: string;
let connection: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-migrate-'));
  const file = join(folder, 'archive.db');
  migrate(file, key, migrations.slice(0, roster));
  connection = new Database(file);
  prepareConnection(connection, key);
  connection.exec(
    `INSERT INTO people (id, name, created_at, updated_at) VALUES ('p1', '王桂英', '', ''), ('p2', '李', '', '')`,
  );
  connection.exec(
    `INSERT INTO search_entries (kind, entity_id, text, initials, pinyin) VALUES ('person', 'p1', '王桂英', 'wgy', 'wangguiying')`,
  );
  connection.close();
  migrate(file, key, migrations.slice(0, roster + 1));
  connection = new Database(file);
  prepareConnection(connection, key);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

test('people known before are ordered by sound', () => {
  expect(connection.prepare('SELECT id, name_pinyin AS sound FROM people ORDER BY id').all()).toEqual([
    { id: 'p1', sound: 'wangguiying' },
    { id: 'p2', sound: '' },
  ]);
});

test('the log of numbers shown in clear only grows', () => {
  connection.exec(
    `INSERT INTO reveal_log VALUES (1, '', '王', 'contact', NULL, 'person', 'p1', '王桂英', 1, '', 'h')`,
  );
  expect(() => connection.exec(`UPDATE reveal_log SET actor = '李'`)).toThrow('only grows');
  expect(() => connection.exec('DELETE FROM reveal_log')).toThrow('only grows');
});
