import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';

const key = new Uint8Array(32).fill(9);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-matters-'));
  file = join(folder, 'archive.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = <T>(work: (connection: Database.Database) => T): T => {
  const connection = new Database(file);
  try {
    prepareConnection(connection, key);
    return work(connection);
  } finally {
    connection.close();
  }
};

const step = (sequence: number, action: string, on: string, opinion: string): string =>
  `INSERT INTO filing_steps (filing_id, sequence, action, from_state, to_state, actor, opinion, acted_on, recorded_at, back_entry)
   VALUES ('f1', ${sequence}, '${action}', 'on-notice', 'objected', '张书记', '${opinion}', '${on}', '${on}T01:00:00.000Z', 0);`;

test('an objection that was a step becomes a record with the answer of the step that resolved it', () => {
  const mine = migrations.findIndex(({ name }) => name === 'filing-matters');
  migrate(file, key, migrations.slice(0, mine));
  within((connection) =>
    connection.exec(`
      INSERT INTO communities (id, code, name, settlement, position) VALUES ('c1', '990101001001', '阳光里社区', 'urban', 1);
      INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
        VALUES ('o1', '书画社', 'shuhuashe', 'shs', 'c1', 'filing', '2026', '2026');
      INSERT INTO filings (id, organization_id, kind, state, entry_mode, status_before, facts, started_on, created_at, updated_at)
        VALUES ('f1', 'o1', 'initial', 'objected', 'live', 'filing', '{}', '2026-11-01', '2026', '2026');
      ${step(5, 'record-objection', '2026-11-11', '排练扰民')}
      ${step(6, 'resolve-objection', '2026-11-14', '改到下午')}
      ${step(7, 'record-objection', '2026-11-15', '名称重复')}`),
  );
  migrate(file, key);
  const objections = within((connection) =>
    connection
      .prepare(
        'SELECT received_on, objector, content, answer, answered_by, answered_on, result FROM filing_objections ORDER BY received_on',
      )
      .raw()
      .all(),
  );
  expect(objections).toEqual([
    ['2026-11-11', null, '排练扰民', '改到下午', '张书记', '2026-11-14', 'dismissed'],
    ['2026-11-15', null, '名称重复', null, null, null, null],
  ]);
});
