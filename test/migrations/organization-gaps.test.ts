import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';
import { initializeArchive } from '../../src/core/services/archive-setup.ts';
import { bringDutiesUpToDate } from '../../src/core/services/dossier-duties.ts';
import { testOffice, testPorts } from '../support/open-test-archive.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-gaps-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an archive of before knows its gaps after the next opening', async () => {
  const file = join(folder, 'archive.db');
  const ports = testPorts(folder);
  migrate(file, key);
  const fresh = await openArchiveStore(file, key);
  await initializeArchive(fresh, ports, testOffice);
  await fresh.close();
  const step = migrations.find(({ name }) => name === 'organization-gaps');
  const connection = new Database(file);
  prepareConnection(connection, key);
  connection.exec(`INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, created_at, updated_at)
    SELECT 'o1', '队', 'dui', 'd', id, 'filed', 'x', 'x' FROM communities LIMIT 1`);
  connection.exec('ALTER TABLE organizations DROP COLUMN gaps');
  for (const statement of step?.statements ?? []) connection.exec(statement);
  connection.close();

  const store = await openArchiveStore(file, key);
  try {
    await bringDutiesUpToDate({ store, ports });
    const row = await store.read((reader) =>
      reader.get<{ gaps: string }>("SELECT gaps FROM organizations WHERE id = 'o1'"),
    );
    expect(JSON.parse(row?.gaps ?? '[]')).toEqual(
      expect.arrayContaining(['filing-number', 'roster-empty', 'committee-report']),
    );
  } finally {
    await store.close();
  }
});
