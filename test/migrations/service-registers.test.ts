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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-services-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an archive of before gets empty registers; points stay as they were written and never fall below zero', () => {
  const file = join(folder, 'archive.db');
  const before = migrations.findIndex(({ name }) => name === 'service-registers');
  migrate(file, key, migrations.slice(0, before));
  migrate(file, key);
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    expect(connection.prepare('SELECT count(*) AS n FROM service_lines').get()).toEqual({ n: 0 });
    connection.exec(`INSERT INTO people (id, name, created_at, updated_at) VALUES ('p', '王志愿', '', '')`);
    const line = connection.prepare(
      `INSERT INTO service_lines (id, register, person_id, occurred_on, title, content, created_at, updated_at)
       VALUES (?, 'volunteer', 'p', '2026-01-05', '王志愿', '{}', '', '')`,
    );
    line.run('v');
    expect(() => line.run('w')).toThrow(/UNIQUE/);
    const move = connection.prepare(
      `INSERT INTO point_moves (volunteer_id, moved_on, kind, delta, balance, note, recorded_at)
       VALUES ('v', '2026-01-06', ?, ?, ?, '', '')`,
    );
    move.run('earned', 5, 5);
    expect(() => move.run('redeemed', -6, -1)).toThrow(/CHECK/);
    expect(() => move.run('redeemed', -6, 4)).toThrow(/follows/);
    move.run('redeemed', -2, 3);
    expect(() => connection.exec('UPDATE point_moves SET delta = 9')).toThrow(/stay/);
    expect(() => connection.exec('DELETE FROM point_moves')).toThrow(/stay/);
  } finally {
    connection.close();
  }
});
