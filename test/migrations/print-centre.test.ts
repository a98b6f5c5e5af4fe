import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-print-centre-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = (work: (connection: Database.Database) => void): void => {
  const connection = new Database(join(folder, 'archive.db'));
  try {
    prepareConnection(connection, key);
    work(connection);
  } finally {
    connection.close();
  }
};

test('one printer is the usual one, its stock goes with it, and the label sheet that was chosen stays', () => {
  const step = migrations.findIndex(({ name }) => name === 'print-centre');
  migrate(join(folder, 'archive.db'), key, migrations.slice(0, step));
  within((connection) => connection.exec(`INSERT INTO settings (key, value) VALUES ('label-sheet', '3x8')`));
  migrate(join(folder, 'archive.db'), key);
  within((connection) => {
    connection.pragma('foreign_keys = ON');
    expect(connection.prepare(`SELECT value FROM settings WHERE key = 'label-sheet'`).get()).toEqual({
      value: '3x8',
    });
    const add = (id: string, usual: number, scale = 1) =>
      connection
        .prepare('INSERT INTO printers (id, name, x_mm, y_mm, scale, usual) VALUES (?, ?, 0, 0, ?, ?)')
        .run(id, id, scale, usual);
    add('p1', 1);
    expect(() => add('p2', 1)).toThrow(/UNIQUE/);
    expect(() => add('p2', 0, 2)).toThrow(/CHECK/);
    connection.exec(`INSERT INTO stock_fields VALUES ('p1', 'certificate', '{}')`);
    connection.exec(`DELETE FROM printers WHERE id = 'p1'`);
    expect(connection.prepare('SELECT count(*) AS n FROM stock_fields').get()).toEqual({ n: 0 });
    expect(() =>
      connection.exec(
        `INSERT INTO print_jobs (id, position, kind, subject_ids, summary, copies, added_at, printed_at)
         VALUES ('j1', 1, 'certificate', '[]', 'x', 1, 'x', 'x')`,
      ),
    ).toThrow(/CHECK/);
  });
});
