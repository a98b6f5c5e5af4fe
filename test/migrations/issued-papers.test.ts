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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-issued-papers-'))));
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

test('papers that count are printed once under a number, and their lines only grow', () => {
  const step = migrations.findIndex(({ name }) => name === 'issued-papers');
  migrate(join(folder, 'archive.db'), key, migrations.slice(0, step));
  within((connection) =>
    connection.exec(
      `INSERT INTO attachments (id, sha256, sha512, crc32, byte_length, file_name, media_type, added_at)
       VALUES ('a1', 'x', 'x', 0, 1, 'x', 'application/pdf', 'x')`,
    ),
  );
  migrate(join(folder, 'archive.db'), key);
  within((connection) => {
    const issue = (id: string, printing: number, reason: string | null) =>
      connection
        .prepare(
          `INSERT INTO issued_papers (id, kind, subject_id, organization_name, title, printing, copies, printed_on,
             printed_by, reason, attachment_id, recorded_at) VALUES (?, 'certificate', 'o1', 'n', 't', ?, 3, 'x', 'x', ?, 'a1', 'x')`,
        )
        .run(id, printing, reason);
    issue('p1', 1, null);
    expect(() => issue('p2', 1, null)).toThrow(/UNIQUE/);
    // Again only with a reason.
    expect(() => issue('p2', 2, null)).toThrow(/CHECK/);
    issue('p2', 2, 'jam');
    connection.exec(`INSERT INTO voided_copies VALUES ('p1', 2, 'x', 'jam', 'x')`);
    expect(() => connection.exec(`INSERT INTO voided_copies VALUES ('p1', 2, 'x', 'jam', 'x')`)).toThrow(
      /UNIQUE/,
    );
    for (const table of ['issued_papers', 'voided_copies'])
      expect(() => connection.exec(`DELETE FROM ${table}`)).toThrow(/only grows/);
  });
});
