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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-templates-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an archive of before has no templates, and takes one in force of each kind', () => {
  const file = join(folder, 'archive.db');
  const before = migrations.findIndex(({ name }) => name === 'office-templates');
  migrate(file, key, migrations.slice(0, before));
  migrate(file, key);
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    expect(connection.prepare('SELECT count(*) AS n FROM office_templates').get()).toEqual({ n: 0 });
    const insert = connection.prepare(
      `INSERT INTO office_templates (id, kind, version, file_name, bytes, imported_at) VALUES (?, ?, ?, 'a.docx', x'00', '2026-11-24T00:00:00.000Z')`,
    );
    insert.run('a', 'certificate', 1);
    expect(() => insert.run('b', 'certificate', 2)).toThrow(/UNIQUE/);
    insert.run('c', 'approval', 1);
  } finally {
    connection.close();
  }
});
