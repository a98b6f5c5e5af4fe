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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-ledger-matters-'))));
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

test('packages made before keep their history, know their ledger, and may be handed over and answered', () => {
  const step = migrations.findIndex(({ name }) => name === 'ledger-matters');
  migrate(join(folder, 'archive.db'), key, migrations.slice(0, step));
  within((connection) =>
    connection.exec(`
      INSERT INTO bureau_keys VALUES ('k1', '区民政局', 'age1x', 'AB', '刘敏', 'x', 'x');
      INSERT INTO ledger_snapshots VALUES ('2026H1', 'x', x'7b7d', 'digest', 0);
      INSERT INTO packages VALUES ('p1', '2026H1', 1, 'a', 1, 'one', '[]', 1, 0, 'x');
      INSERT INTO packages VALUES ('p2', '2025H2', 1, 'b', 1, 'two', '[]', 1, 0, 'x')`),
  );
  migrate(join(folder, 'archive.db'), key);
  within((connection) => {
    expect(
      connection.prepare('SELECT id, correction, follows, ledger_sha256 AS sha FROM packages').all(),
    ).toEqual([
      { id: 'p1', correction: null, follows: null, sha: 'digest' },
      { id: 'p2', correction: null, follows: null, sha: '' },
    ]);
    expect(
      connection.prepare('SELECT signing_key, valid_until, retired_at, confirmed_by FROM bureau_keys').get(),
    ).toEqual({ signing_key: null, valid_until: null, retired_at: null, confirmed_by: '刘敏' });
    connection.exec(`INSERT INTO package_hand_overs VALUES (1, 'p1', 'x', 'stick', '区', '刘', 1)`);
    connection.exec(`INSERT INTO package_receipts VALUES ('p1', 'x', '{}', x'00', 'x')`);
    connection.exec(`INSERT INTO ledger_corrections VALUES ('2026H1', 1, 'p1', 'x', x'7b7d', x'7b7d', 'd')`);
    expect(() =>
      connection.exec(`INSERT INTO package_hand_overs VALUES (2, 'p1', 'y', 'pigeon', '区', '刘', 1)`),
    ).toThrow(/CHECK/);
    expect(() =>
      connection.exec(
        `INSERT INTO ledger_corrections VALUES ('2026H2', 1, 'p2', 'x', x'7b7d', x'7b7d', 'd')`,
      ),
    ).toThrow(/FOREIGN/);
  });
});
