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
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-exits-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an archive of before takes ends and seals: one volume number each, one seal that holds', () => {
  const file = join(folder, 'archive.db');
  const step = migrations.findIndex(({ name }) => name === 'exits');
  migrate(file, key, migrations.slice(0, step));
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    connection.exec(
      `INSERT INTO communities VALUES ('c1', '990101001001', '阳光里', 'urban', NULL, NULL, NULL, NULL, 1)`,
    );
    for (const id of ['o1', 'o2', 'o3']) {
      connection.exec(`INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status,
        created_at, updated_at) VALUES ('${id}', '队', 'dui', 'd', 'c1', 'dissolved', 'x', 'x')`);
    }
  } finally {
    connection.close();
  }
  migrate(file, key);
  const after = new Database(file);
  try {
    prepareConnection(after, key);
    const exit = (id: string, year: string, number: number): void =>
      void after.exec(
        `INSERT INTO exits VALUES ('${id}', 'dissolved', '2026-12-07', ${year}, ${number}, 'x')`,
      );
    exit('o1', '2026', 1);
    exit('o2', 'NULL', 1);
    expect(() => exit('o3', '2026', 1)).toThrow(/UNIQUE/);
    expect(() => exit('o3', '2026', 0)).toThrow(/CHECK/);
    const seal = (id: string, opened: string): void =>
      void after.exec(
        `INSERT INTO dossier_seals VALUES ('${id}', 'o1', '2026-12-10', 'x', '钱', '{}', '', '', ${opened})`,
      );
    seal('s1', `'x', '钱', '更正'`);
    seal('s2', 'NULL, NULL, NULL');
    expect(() => seal('s3', 'NULL, NULL, NULL')).toThrow(/UNIQUE/);
    expect(() => seal('s4', `'x', NULL, NULL`)).toThrow(/CHECK/);
    expect(() => after.exec(`DELETE FROM exits WHERE organization_id = 'o1'`)).toThrow(/FOREIGN/);
  } finally {
    after.close();
  }
});
