import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';
import { deskOf } from '../../src/core/services/archive-setup.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-bureau-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("an archive of before is an office's, and one identity and one ledger of each street is in use at a time", async () => {
  const file = join(folder, 'archive.db');
  const before = migrations.findIndex(({ name }) => name === 'bureau');
  migrate(file, key, migrations.slice(0, before));
  migrate(file, key);
  const store = await openArchiveStore(file, key);
  expect(await deskOf(store)).toBe('office');
  await store.close();
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    const identity = connection.prepare(
      `INSERT INTO bureau_identities (recipient, identity, signing_key, signing_secret, made_here, created_at)
       VALUES (?, 'i', 's', 'k', 1, '2026-11-25T00:00:00.000Z')`,
    );
    identity.run('one');
    expect(() => identity.run('two')).toThrow(/UNIQUE/);
    connection.exec("UPDATE bureau_identities SET retired_at = '2026-11-26'");
    identity.run('two');
    expect(() =>
      connection.exec("INSERT INTO district_ledgers VALUES ('2026H1', '990101001', 'none', 0, 0, 0, 0)"),
    ).toThrow(/FOREIGN KEY/);
  } finally {
    connection.close();
  }
});
