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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-exit-matters-'))));
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

test('a dissolution that was under way may be given its pack, which goes with it', () => {
  const step = migrations.findIndex(({ name }) => name === 'exit-matters');
  migrate(join(folder, 'archive.db'), key, migrations.slice(0, step));
  within((connection) =>
    connection.exec(`
      INSERT INTO communities (id, code, name, settlement, position) VALUES ('c1', '990101001001', '阳光里', 'urban', 1);
      INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
        VALUES ('o1', '队', 'dui', 'd', 'c1', 'dissolving', 'x', 'x');
      INSERT INTO filings (id, organization_id, kind, state, entry_mode, status_before, facts, started_on, created_at, updated_at)
        VALUES ('f1', 'o1', 'dissolution', 'preparing', 'live', 'filed', '{}', 'x', 'x', 'x')`),
  );
  migrate(join(folder, 'archive.db'), key);
  within((connection) => {
    connection.exec(`INSERT INTO exit_packs VALUES ('f1', '{}', 'x')`);
    expect(() => connection.exec(`INSERT INTO exit_packs VALUES ('f2', '{}', 'x')`)).toThrow(/FOREIGN/);
    expect(() => connection.exec(`UPDATE exit_packs SET pack = 'no'`)).toThrow(/CHECK/);
    connection.exec(`INSERT INTO activity_marks VALUES ('m1', 'o1', 0, 'x', 'y', 'z', 'x')`);
    connection.exec(`DELETE FROM organizations WHERE id = 'o1'`);
    expect(
      connection
        .prepare('SELECT (SELECT count(*) FROM exit_packs) + (SELECT count(*) FROM activity_marks) AS n')
        .get(),
    ).toEqual({ n: 0 });
  });
});
