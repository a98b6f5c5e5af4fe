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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-areas-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database as it was before a step, with one community and one organization, taken to now. */
const migratedFrom = <T>(name: string, work: (connection: Database.Database) => T): T => {
  const file = join(folder, 'archive.db');
  migrate(
    file,
    key,
    migrations.slice(
      0,
      migrations.findIndex((each) => each.name === name),
    ),
  );
  const connect = (): Database.Database => {
    const connection = new Database(file);
    prepareConnection(connection, key);
    return connection;
  };
  const before = connect();
  before.exec(`INSERT INTO communities VALUES ('c1', '990101001001', '阳光里', 'urban', NULL, NULL, NULL, NULL, 1);
    INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
      VALUES ('o1', '队', 'dui', 'd', 'c1', 'filed', 'x', 'x')`);
  before.close();
  migrate(file, key);
  const after = connect();
  try {
    return work(after);
  } finally {
    after.close();
  }
};

test('an archive of before takes views, one of a name in each list, and favourites of organizations that are there', () => {
  migratedFrom('finding-aids', (db) => {
    const view = (id: string, list: string): void =>
      void db.exec(`INSERT INTO saved_views VALUES ('${id}', '${list}', '缺报告', '{}', '[]', 1, 'x')`);
    view('v1', 'organizations');
    view('v2', 'filings');
    expect(() => view('v3', 'filings')).toThrow(/UNIQUE/);
    db.exec(`INSERT INTO favourites VALUES ('o1', 'x')`);
    expect(() => db.exec(`INSERT INTO favourites VALUES ('o2', 'x')`)).toThrow(/FOREIGN/);
    db.exec(`DELETE FROM organizations`);
    expect(db.prepare('SELECT count(*) AS n FROM favourites').get()).toEqual({ n: 0 });
  });
});

test('several changes of one row under an upsert are noted once', () => {
  migratedFrom('search-triggers', (db) => {
    db.exec('DELETE FROM search_queue');
    for (const name of ['甲', '乙'])
      db.exec(`INSERT INTO communities (id, code, name, settlement, position) VALUES ('c1', '990101001001', '${name}', 'urban', 1)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name`);
    expect(db.prepare('SELECT * FROM search_queue').all()).toEqual([{ kind: 'community', entity_id: 'c1' }]);
  });
});

test('an archive of before keeps changes of areas, and a community with history cannot be dropped', () => {
  migratedFrom('area-changes', (db) => {
    const change = (kind: string): void =>
      void db.exec(
        `INSERT INTO area_changes VALUES ('a-${kind}', '${kind}', '2026-11-20', '文', '题', '{}', 'x', NULL)`,
      );
    change('merge');
    expect(() => change('sale')).toThrow(/CHECK/);
    db.exec(`INSERT INTO communities VALUES ('c2', '990101001002', '和平里', 'urban', NULL, NULL, NULL, NULL, 2);
      INSERT INTO area_moves VALUES ('a-merge', 'o1', 'c1', 'c2');
      INSERT INTO community_names VALUES ('a-merge', 'c1', '阳光里', '990101001001', '2026-11-19')`);
    expect(() => db.exec(`DELETE FROM communities WHERE id = 'c2'`)).toThrow(/FOREIGN/);
  });
});

test('an archive of before counts people by indexes', () => {
  migratedFrom('counting-indexes', (db) => {
    const plan = (sql: string): string => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
    expect(plan('SELECT count(DISTINCT person_id) FROM memberships WHERE left_on IS NULL')).toContain(
      'INDEX memberships_current_by_person',
    );
    expect(
      plan(`SELECT EXISTS (SELECT 1 FROM certificates t WHERE t.organization_id = o.id AND t.status = 'valid')
        FROM organizations o`),
    ).toContain('certificates_by_holder (organization_id=? AND status=?)');
    expect(plan(`SELECT count(*) FROM people WHERE political_status = 'party-member'`)).toContain(
      'people_by_political_status',
    );
  });
});
