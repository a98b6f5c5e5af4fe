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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-seals-'))));
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

test('a picture that nobody checked or answered for is dropped, the office stays', () => {
  const step = migrations.findIndex(({ name }) => name === 'seals');
  migrate(join(folder, 'archive.db'), key, migrations.slice(0, step));
  within((connection) =>
    connection.exec(`INSERT INTO office_profile VALUES (1, '{"a":1}', x'89504e47', 'image/png')`),
  );
  migrate(join(folder, 'archive.db'), key);
  within((connection) => {
    expect(connection.prepare('SELECT * FROM office_profile').all()).toEqual([{ id: 1, profile: '{"a":1}' }]);
    const insert = (id: string) =>
      connection.exec(
        `INSERT INTO seal_pictures (id, name, diameter_mm, dpi, bytes, added_at, added_by, reason) VALUES ('${id}', 'n', 42, 300, x'00', 'x', 'x', 'x')`,
      );
    insert('p1');
    // One picture is in use at a time.
    expect(() => insert('p2')).toThrow(/UNIQUE/);
    connection.exec(
      `UPDATE seal_pictures SET bytes = NULL, retired_at = 'x', retired_by = 'x', retired_reason = 'x'`,
    );
    insert('p2');
  });
});
