import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createArchiveSession, type ArchiveSession } from '../../src/core/archive-session.ts';
import { getSetting, saveSetting } from '../../src/core/db/repositories/settings.ts';
import { openTestSession, testOffice, type TestPorts } from '../support/open-test-archive.ts';

const password = '新河街道 2026';

let session: ArchiveSession;
let ports: TestPorts;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ session, ports, close } = await openTestSession());
});
afterEach(() => close());

const inFolder = (name: string): string => join(ports.paths.archive, name);
const keepSetting = (key: string): Promise<void> =>
  session.requireOpen().store.write((writer) => saveSetting(writer, key, 'kept'));
const settingOf = (key: string): Promise<string | null> =>
  session.requireOpen().store.read((reader) => getSetting(reader, key));

const flip = async (name: string, offset: number): Promise<void> => {
  const bytes = await readFile(inFolder(name));
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  await writeFile(inFolder(name), bytes);
};

describe('an archive folder', () => {
  test('a clock that is set back makes nobody wait longer than a wrong password costs', async () => {
    await session.create(password, testOffice);
    await session.lock();
    const wrong = (seconds: number) => ({ code: 'WRONG_PASSWORD', data: { retryAfterSeconds: seconds } });
    for (const seconds of [0, 0, 2]) {
      await expect(session.unlock('not the password')).rejects.toMatchObject(wrong(seconds));
    }
    await expect(session.unlock(password)).rejects.toMatchObject(wrong(2));
    ports.clock.set('2025-01-01T00:00:00.000Z');
    await expect(session.unlock(password)).rejects.toMatchObject(wrong(2));
    ports.clock.set('2026-11-23T01:00:03.000Z');
    await session.unlock(password);
    expect(session.state()).toBe('open');
  });

  test.skipIf(process.platform === 'win32')('gives its files to their owner alone', async () => {
    await session.create(password, testOffice);
    await session.changePassword(password, 'another phrase');
    const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
    expect(await modeOf(ports.paths.archive)).toBe('700');
    for (const name of ['archive.db', 'archive.db-wal', 'archive.db-shm', 'archive.key.json']) {
      expect([name, await modeOf(inFolder(name))]).toEqual([name, '600']);
    }
  });
});

describe('an archive that was interrupted', () => {
  test('a creation killed before its key file never was', async () => {
    await mkdir(ports.paths.archive);
    await writeFile(inFolder('archive.db.creating'), 'half a database');
    expect(session.state()).toBe('absent');
    await session.create(password, testOffice);
    expect(await readdir(ports.paths.archive)).not.toContain('archive.db.creating');
  });

  test('a creation killed after its key file is finished at the next opening', async () => {
    await session.create(password, testOffice);
    await keepSetting('c');
    await session.lock();
    await rename(inFolder('archive.db'), inFolder('archive.db.creating'));
    expect(session.state()).toBe('locked');
    await session.unlock(password);
    expect(await settingOf('c')).toBe('kept');
  });

  test('what never got its final name is gone after opening, everything else stays', async () => {
    await session.create(password, testOffice);
    await session.lock();
    const folder = inFolder('attachments/ab');
    await mkdir(folder, { recursive: true });
    await mkdir(inFolder('packages'));
    const leftovers = [
      'archive.key.json.new',
      'attachments/ab/abcd.id7.new',
      'packages/x.ledger.age.partial',
    ];
    const kept = ['attachments/ab/abcd', 'packages/x.ledger.age'];
    for (const name of [...leftovers, ...kept]) await writeFile(inFolder(name), 'x');
    const beside = createArchiveSession({
      ...ports,
      paths: { ...ports.paths, packages: inFolder('packages') },
    });
    await beside.unlock(password);
    await beside.lock();
    expect(leftovers.filter((name) => existsSync(inFolder(name)))).toEqual([]);
    expect(kept.filter((name) => existsSync(inFolder(name)))).toEqual(kept);
  });
});

describe('an archive that is damaged, or none', () => {
  const unlocking = async (): Promise<unknown> => {
    try {
      await session.unlock(password);
      return 'opened';
    } catch (error) {
      return error;
    }
  };
  beforeEach(async () => {
    await session.create(password, testOffice);
    await session.lock();
  });
  const damaged = (part: string) => ({ code: 'ARCHIVE_DAMAGED', data: { part } });

  test('every flipped bit of the key file is named, and none is taken for a wrong password', async () => {
    const { size } = await stat(inFolder('archive.key.json'));
    const whole = await readFile(inFolder('archive.key.json'));
    for (let offset = 0; offset < size - 1; offset += 37) {
      await flip('archive.key.json', offset);
      expect([offset, await unlocking()]).toEqual([offset, expect.objectContaining(damaged('key-file'))]);
      await writeFile(inFolder('archive.key.json'), whole);
    }
  });

  test('a missing key file, a missing database and an emptied one are named', async () => {
    await rename(inFolder('archive.key.json'), inFolder('elsewhere'));
    expect(await unlocking()).toMatchObject(damaged('key-file'));
    await expect(session.create(password, testOffice)).rejects.toMatchObject({ code: 'ARCHIVE_EXISTS' });
    await rename(inFolder('elsewhere'), inFolder('archive.key.json'));
    await writeFile(inFolder('archive.db'), '');
    expect(await unlocking()).toMatchObject(damaged('database'));
    await rm(inFolder('archive.db'));
    expect(await unlocking()).toMatchObject(damaged('database'));
  });

  test('a flipped bit in the salt or in the first page is damage, not a foreign file', async () => {
    for (const offset of [3, 200]) {
      await flip('archive.db', offset);
      expect(await unlocking()).toMatchObject(damaged('database'));
      await flip('archive.db', offset);
    }
    expect(await unlocking()).toBe('opened');
  });

  test('a plain SQLite file, a text and the database of another archive are not this archive', async () => {
    const refused = { code: 'NOT_AN_ARCHIVE', data: {} };
    await rm(inFolder('archive.db'));
    const plain = new Database(inFolder('archive.db'));
    plain.exec('CREATE TABLE t (a)');
    plain.close();
    expect(await unlocking()).toMatchObject(refused);
    await writeFile(inFolder('archive.db'), '台账\n'.repeat(5000));
    expect(await unlocking()).toMatchObject(refused);
    const other = await openTestSession();
    try {
      other.ports.random.bytes(7);
      await other.session.create(password, testOffice);
      await other.session.lock();
      await writeFile(inFolder('archive.db'), await readFile(join(other.ports.paths.archive, 'archive.db')));
    } finally {
      await other.close();
    }
    expect(await unlocking()).toMatchObject(refused);
  });
});
