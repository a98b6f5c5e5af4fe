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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-apart-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a group of organizations is told apart once, and by somebody', () => {
  const file = join(folder, 'archive.db');
  const before = migrations.findIndex(({ name }) => name === 'told-apart');
  migrate(file, key, migrations.slice(0, before));
  migrate(file, key);
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    const insert = connection.prepare('INSERT INTO told_apart VALUES (?, ?, ?)');
    insert.run('990101002/a 990101003/b', '陈晓', '2026-11-25T00:00:00.000Z');
    expect(() => insert.run('990101002/a 990101003/b', '刘敏', '2026-11-26T00:00:00.000Z')).toThrow(/UNIQUE/);
    expect(() => insert.run('x', null, '2026-11-26T00:00:00.000Z')).toThrow(/NOT NULL/);
  } finally {
    connection.close();
  }
});
