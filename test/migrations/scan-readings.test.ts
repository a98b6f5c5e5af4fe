import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';
import { nextUnreadItem } from '../../src/core/db/repositories/scan-inbox.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-scans-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('scans that wait in an archive of before are unread, and will be looked at', async () => {
  const file = join(folder, 'archive.db');
  migrate(
    file,
    key,
    migrations.filter(({ version }) => version < 14),
  );
  const connection = new Database(file);
  prepareConnection(connection, key);
  connection.exec(`INSERT INTO attachments (id, sha256, sha512, crc32, byte_length, file_name, media_type, added_at)
    VALUES ('a1', 'x', 'y', 1, 1, '扫描.pdf', 'application/pdf', '2026-11-23T01:00:00.000Z')`);
  connection.exec(`INSERT INTO scan_inbox (id, attachment_id, sha256, file_name, received_at, state)
    VALUES ('i1', 'a1', 'x', '扫描.pdf', '2026-11-23T01:00:00.000Z', 'waiting')`);
  connection.close();
  migrate(file, key);
  const store = await openArchiveStore(file, key);
  try {
    expect(await store.read(nextUnreadItem)).toMatchObject({ id: 'i1', reading: null, parent: null });
  } finally {
    await store.close();
  }
});
