import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';
import { searchMatches } from '../../src/core/db/search-matches.ts';
import { searchKind } from '../../src/shared/domain/search.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-search-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = <T>(file: string, work: (connection: Database.Database) => T): T => {
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    return work(connection);
  } finally {
    connection.close();
  }
};

const matches = async (file: string, word: string): Promise<readonly string[]> => {
  const store = await openArchiveStore(file, key);
  try {
    return await store.read((reader) =>
      [
        ...searchMatches(reader, {
          kinds: searchKind.options,
          words: [word],
          tails: { identity: null, phone: null },
          limit: 9,
        }),
      ].flatMap(([kind, found]) => found.map(({ entityId }) => `${kind} ${entityId}`)),
    );
  } finally {
    await store.close();
  }
};

const fillOld = (connection: Database.Database): void => {
  connection.exec(`
    INSERT INTO communities VALUES ('c1', '990101001001', '阳光里社区', 'urban', NULL, NULL, NULL, NULL, 1);
    INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
      VALUES ('o1', '阳光里舞蹈队', 'x', 'x', 'c1', 'filed', 'x', 'x');
    INSERT INTO people (id, name, created_at, updated_at) VALUES ('p1', '李舞阳', 'x', 'x');
    INSERT INTO search_entries (kind, entity_id, text, initials, pinyin) VALUES ('person', 'p1', '李舞阳', 'lwy', 'x');
    INSERT INTO dossier_records (id, organization_id, kind, occurred_on, title, content, created_at, updated_at)
      VALUES ('r1', 'o1', 'committee-report', '2026-07-01', '上半年报告', '{"body":"到敬老院跳舞"}', 'x', 'x');
  `);
};

test('all that an archive of before holds is found after its first opening', async () => {
  const file = join(folder, 'archive.db');
  const step = migrations.findIndex(({ name }) => name === 'search-index');
  migrate(file, key, migrations.slice(0, step));
  within(file, fillOld);
  migrate(file, key);
  expect(await matches(file, '舞')).toEqual(['organization o1', 'person p1', 'record r1']);
  expect(await matches(file, 'ygl')).toEqual(['organization o1', 'community c1']);
});

test('what another program wrote into an archive of now is found after the next opening', async () => {
  const file = join(folder, 'archive.db');
  migrate(file, key);
  await (await openArchiveStore(file, key)).close();
  within(file, (connection) =>
    connection.exec(
      `INSERT INTO communities VALUES ('c2', '990101001002', '和平里社区', 'urban', NULL, NULL, NULL, NULL, 1)`,
    ),
  );
  expect(await matches(file, '平里')).toEqual(['community c2']);
  within(file, (connection) => connection.exec(`DELETE FROM communities`));
  expect(await matches(file, '平里')).toEqual([]);
});

test('every table that is searched notes its changes: a step that rebuilds one must make its triggers anew', () => {
  const file = join(folder, 'archive.db');
  migrate(file, key);
  const triggers = within(file, (connection) =>
    connection
      .prepare(
        `SELECT tbl_name AS t, count(*) AS n FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_search_%' GROUP BY tbl_name ORDER BY t`,
      )
      .all(),
  );
  expect(triggers).toEqual([
    { t: 'archive_items', n: 3 },
    { t: 'certificates', n: 3 },
    { t: 'communities', n: 3 },
    { t: 'community_names', n: 2 },
    { t: 'custom_values', n: 2 },
    { t: 'dossier_file_versions', n: 2 },
    { t: 'dossier_files', n: 3 },
    { t: 'dossier_records', n: 3 },
    { t: 'exits', n: 3 },
    { t: 'filing_steps', n: 2 },
    { t: 'filings', n: 3 },
    { t: 'organizations', n: 3 },
    { t: 'people', n: 3 },
    { t: 'storage_places', n: 3 },
  ]);
});

test('codes and volumes of before are found after the first opening', async () => {
  const file = join(folder, 'archive.db');
  const step = migrations.findIndex(({ name }) => name === 'archival-search');
  migrate(file, key, migrations.slice(0, step));
  within(file, (connection) =>
    connection.exec(`
      INSERT INTO settings VALUES ('search-index-format', '2');
      INSERT INTO communities VALUES ('c1', '990101001001', '阳光里社区', 'urban', NULL, NULL, NULL, NULL, 1);
      INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
        VALUES ('o1', '阳光里舞蹈队', 'x', 'x', 'c1', 'dissolved', 'x', 'x');
      INSERT INTO exits (organization_id, kind, exited_on, volume_year, volume_number, recorded_at)
        VALUES ('o1', 'dissolved', '2026-12-07', 2026, 3, 'x');
      INSERT INTO archive_items (id, source, source_id, organization_id, class_key, year, retention, item, archival_code,
          title, archived_on, archived_by)
        VALUES ('i1', 'file', 'f1', 'o1', 'WS·2026-Y-BGS-', 2026, 'permanent', 4, 'WS·2026-Y-BGS-0004', '照片', 'x', 'x');
    `),
  );
  migrate(file, key);
  expect(await matches(file, '2026ybgs0004')).toEqual(['archive-item i1']);
  expect(await matches(file, '2026年第3卷')).toEqual(['organization o1']);
});
