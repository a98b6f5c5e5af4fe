import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate, needsMigration } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-backups-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an archive of before is known to need a migration, and then takes lines of the backup log', () => {
  const file = join(folder, 'archive.db');
  const before = migrations.findIndex(({ name }) => name === 'backups');
  migrate(file, key, migrations.slice(0, before));
  expect(needsMigration(file, key)).toBe(true);
  migrate(file, key);
  expect(needsMigration(file, key)).toBe(false);
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    const insert = connection.prepare(
      "INSERT INTO backup_events (id, at, kind, place_kind, place_label, good, detail) VALUES (?, '2026-11-24T00:00:00.000Z', ?, 'folder', 'D', ?, '')",
    );
    insert.run('a', 'backup', 1);
    expect(() => insert.run('b', 'copy', 1)).toThrow(/CHECK/);
    expect(() => insert.run('b', 'drill', 2)).toThrow(/CHECK/);
    expect(() => insert.run('a', 'drill', 0)).toThrow(/UNIQUE/);
  } finally {
    connection.close();
  }
});
