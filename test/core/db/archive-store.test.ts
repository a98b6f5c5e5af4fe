import { join } from 'node:path';
import { Database as OtherSqlcipher } from '@signalapp/sqlcipher';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getSetting, saveSetting } from '../../../src/core/db/repositories/settings.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the archive store', () => {
  test('sets what every connection must have, on both connections', async () => {
    const pragmas = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'temp_store',
      'trusted_schema',
      'cell_size_check',
      'cache_size',
      'busy_timeout',
    ];
    const ask = (reader: { get<Row>(sql: string): Row | undefined }): unknown[] =>
      pragmas.map((name) => Object.values(reader.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]);
    const wanted = ['wal', 2, 1, 2, 0, 1, -65_536, 5000];
    expect(await archive.store.read(ask)).toEqual(wanted);
    expect(await archive.store.write(ask)).toEqual(wanted);
  });

  test('rolls a failing work back without touching the one queued beside it', async () => {
    const failing = archive.store.write(async (writer) => {
      saveSetting(writer, 'a', 'lost');
      await turn();
      throw new Error('planned');
    });
    const beside = archive.store.write((writer) => saveSetting(writer, 'b', 'kept'));
    await expect(failing).rejects.toThrow('planned');
    await beside;
    expect(await archive.store.read((reader) => [getSetting(reader, 'a'), getSetting(reader, 'b')])).toEqual([
      null,
      'kept',
    ]);
  });

  test('runs works one at a time, in order, even when they wait', async () => {
    const order: string[] = [];
    await Promise.all(
      ['1', '2', '3'].map((name) =>
        archive.store.write(async () => {
          order.push(`${name} begins`);
          await turn();
          order.push(`${name} ends`);
        }),
      ),
    );
    expect(order).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  test('a reader sees committed data only', async () => {
    await archive.store.write(async (writer) => {
      saveSetting(writer, 'c', 'not yet');
      expect(await archive.store.read((reader) => getSetting(reader, 'c'))).toBeNull();
      expect(getSetting(writer, 'c')).toBe('not yet');
    });
    expect(await archive.store.read((reader) => getSetting(reader, 'c'))).toBe('not yet');
  });

  test('refuses a write inside a write, and a write through the reading connection', async () => {
    await expect(archive.store.write(() => archive.store.write(() => 1))).rejects.toThrow(/inside write/);
    await expect(
      archive.store.read((reader) =>
        reader.get("INSERT INTO settings (key, value) VALUES ('d', '') RETURNING key"),
      ),
    ).rejects.toMatchObject({ code: 'STORAGE_UNWRITABLE' });
  });

  test('opens in another SQLCipher 4 program with the raw key, every page authentic', async () => {
    await archive.store.write((writer) => saveSetting(writer, 'rare', '𠮷㛃䶮'));
    const other = new OtherSqlcipher(join(archive.ports.paths.archive, 'archive.db'), {
      cacheStatements: false,
    });
    try {
      other.exec(`PRAGMA key = "x'${Buffer.from(archive.databaseKey).toString('hex')}'"`);
      expect(other.prepare('SELECT value FROM settings WHERE key = ?', { pluck: true }).get(['rare'])).toBe(
        '𠮷㛃䶮',
      );
      expect(other.prepare('PRAGMA cipher_integrity_check').all()).toEqual([]);
    } finally {
      other.close();
    }
  });
});
