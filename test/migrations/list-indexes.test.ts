import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PeopleFilter } from '../../src/shared/contract/people.ts';
import type { Reader } from '../../src/core/db/archive-store.ts';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';
import { countPeople } from '../../src/core/db/repositories/people-list.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-indexes-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const anybody: PeopleFilter = {
  text: '',
  tags: [],
  communityIds: [],
  politicalStatuses: [],
  ageBands: [],
  organizations: null,
  lacksConsent: null,
  stages: [],
  bodies: [],
};

test('people of an archive of before are found by the new indexes, without reading their rows', async () => {
  const file = join(folder, 'archive.db');
  migrate(
    file,
    key,
    migrations.filter(({ version }) => version < 20),
  );
  const connection = new Database(file);
  prepareConnection(connection, key);
  connection.exec(`INSERT INTO communities (id, code, name, settlement, position) VALUES ('c', '990101001001', '阳光里社区', 'urban', 0);
    INSERT INTO organizations (id, community_id, name, name_pinyin, name_initials, status, created_at, updated_at)
      VALUES ('o', 'c', '舞蹈队', 'wudaodui', 'wdd', 'filed', '2026', '2026');
    INSERT INTO people (id, name, name_pinyin, birth_date, created_at, updated_at) VALUES
      ('p1', '王秀英', 'wangxiuying', '1950-01-01', '2026', '2026'),
      ('p2', '王建国', 'wangjianguo', '1990-01-01', '2026', '2026');
    INSERT INTO memberships (id, organization_id, person_id, role, position) VALUES
      ('m1', 'o', 'p1', 'member', 0), ('m2', 'o', 'p2', 'member', 1)`);
  connection.close();
  migrate(file, key);
  const store = await openArchiveStore(file, key);
  const count = (filter: Partial<PeopleFilter>) => (reader: Reader) =>
    countPeople(reader, { ...anybody, ...filter }, '2026-11-23');
  try {
    expect(await store.read(count({ text: '英' }))).toBe(1);
    expect(await store.read(count({ text: '王' }))).toBe(2);
    expect(await store.read(count({ ageBands: ['70-up'] }))).toBe(1);
    const plan = await store.read((reader) =>
      reader
        .all<{ detail: string }>(
          "EXPLAIN QUERY PLAN SELECT count(*) FROM people p INDEXED BY people_by_name WHERE instr(p.name, '英') > 0",
        )
        .map(({ detail }) => detail),
    );
    expect(plan).toEqual(['SCAN p USING COVERING INDEX people_by_name']);
  } finally {
    await store.close();
  }
});
