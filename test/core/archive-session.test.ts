import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createArchiveSession, type ArchiveSession } from '../../src/core/archive-session.ts';
import { formatRecoveryCode, parseRecoveryCode } from '../../src/core/keys/recovery-code.ts';
import { getOffice } from '../../src/core/services/office.ts';
import { openTestSession, testOffice, type TestPorts } from '../support/open-test-archive.ts';

const password = '新河街道 2026';
let session: ArchiveSession;
let ports: TestPorts;
let close: () => Promise<void>;
let recoveryCode: string;

beforeEach(async () => {
  const opened = await openTestSession();
  ({ session, ports } = opened);
  close = () => opened.close();
  recoveryCode = await session.create(password, testOffice);
});
afterEach(() => close());

const databasePath = (): string => join(ports.paths.archive, 'archive.db');
const keyPath = (): string => join(ports.paths.archive, 'archive.key.json');
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? 'no code',
  );

describe('an archive', () => {
  test('is created open, with its office, and nobody else may read its files', async () => {
    expect(session.state()).toBe('open');
    expect((await getOffice(session.requireOpen())).profile).toEqual(testOffice.profile);
    expect([mode(ports.paths.archive), mode(databasePath()), mode(keyPath())]).toEqual(['700', '600', '600']);
    expect(readFileSync(databasePath()).includes('新河街道')).toBe(false);
    expect(readFileSync(keyPath(), 'utf8')).not.toContain(password);
  });

  test('is not created twice, nor with a weak password', async () => {
    expect(await codeOf(session.create(password, testOffice))).toBe('ARCHIVE_EXISTS');
    const fresh = await openTestSession();
    expect(await codeOf(fresh.session.create('短', testOffice))).toBe('WEAK_PASSWORD');
    expect(fresh.session.state()).toBe('absent');
    expect(await codeOf(fresh.session.unlock(password))).toBe('ARCHIVE_ABSENT');
    await fresh.close();
  });

  test('opens with its password, however wide its digits are typed', async () => {
    await session.lock();
    expect(session.state()).toBe('locked');
    await session.unlock('新河街道 ２０２６');
    expect(session.state()).toBe('open');
  });

  test('is closed to a second process until it is locked', async () => {
    const second = createArchiveSession(ports);
    expect(await codeOf(second.unlock(password))).toBe('ARCHIVE_BUSY');
    await session.lock();
    expect(await codeOf(second.unlock(password))).toBe('accepted');
    await second.lock();
  });
});

describe('a password', () => {
  test('that is wrong is refused; after three tries one must wait', async () => {
    await session.lock();
    const wrong = (): Promise<unknown> =>
      session.unlock('不是这个口令').catch((error: { data: unknown }) => error.data);
    expect(await wrong()).toEqual({ retryAfterSeconds: 0 });
    expect(await wrong()).toEqual({ retryAfterSeconds: 0 });
    expect(await wrong()).toEqual({ retryAfterSeconds: 2 });
    expect(await codeOf(session.unlock(password))).toBe('WRONG_PASSWORD');
    ports.clock.set('2026-11-23T01:00:02.000Z');
    expect(await codeOf(session.unlock(password))).toBe('accepted');
  });

  test('is changed by wrapping the same key anew: the database is not touched', async () => {
    await session.lock();
    await session.unlock(password);
    const before = digest(databasePath());
    await session.changePassword(password, '换了一个新的口令');
    expect(digest(databasePath())).toBe(before);
    await session.lock();
    expect(await codeOf(session.unlock(password))).toBe('WRONG_PASSWORD');
    expect(await codeOf(session.unlock('换了一个新的口令'))).toBe('accepted');
  });

  test('is needed to show the raw key, which opens the file', async () => {
    expect(await codeOf(session.showRawKey('不是这个口令'))).toBe('WRONG_PASSWORD');
    const key = await session.showRawKey(password);
    await session.lock();
    const database = new Database(databasePath(), { readonly: true });
    database.pragma("cipher='sqlcipher'");
    database.pragma('legacy=4');
    database.pragma(`key="x'${key}'"`);
    expect(database.prepare('SELECT count(*) AS n FROM communities').get()).toEqual({ n: 3 });
    database.close();
  });
});

describe('the recovery code', () => {
  test('opens when the password is lost, sets a new one, and is used up', async () => {
    await session.lock();
    const next = await session.recover(recoveryCode.toLowerCase().replaceAll('-', ' '), '新的口令 123');
    expect(next).not.toBe(recoveryCode);
    await session.lock();
    expect(await codeOf(session.unlock(password))).toBe('WRONG_PASSWORD');
    ports.clock.set('2026-11-23T02:00:00.000Z');
    expect(await codeOf(session.unlock('新的口令 123'))).toBe('accepted');
    await session.lock();
    expect(await codeOf(session.recover(recoveryCode, '再来一次 123'))).toBe('WRONG_RECOVERY_CODE');
    expect(await codeOf(session.recover(next, '再来一次 123'))).toBe('accepted');
  });

  test('is renewed with the password', async () => {
    const renewed = await session.renewRecoveryCode(password);
    await session.lock();
    expect(await codeOf(session.recover(recoveryCode, '口令口令口令口令'))).toBe('WRONG_RECOVERY_CODE');
    expect(await codeOf(session.recover(renewed, '口令口令口令口令'))).toBe('accepted');
  });

  test('forgives how it is typed, and knows a slip of the pen', () => {
    const entropy = Uint8Array.from({ length: 20 }, (_, index) => index * 13);
    const code = formatRecoveryCode(entropy);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(parseRecoveryCode(` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `)).toEqual(entropy);
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === '-') continue;
      const slipped = code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1);
      expect(parseRecoveryCode(slipped), `character ${at}`).toBeNull();
    }
  });
});

describe('damage', () => {
  const damage = (path: string, at: number): void => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
  };

  test('of any page is told at opening, and nothing is changed', async () => {
    await session.lock();
    const size = statSync(databasePath()).size;
    for (const at of [40, 4096 + 10, Math.floor(size / 2), size - 20]) {
      damage(databasePath(), at);
      const damaged = digest(databasePath());
      expect(await codeOf(session.unlock(password)), `byte ${at}`).toBe('ARCHIVE_DAMAGED');
      expect(digest(databasePath())).toBe(damaged);
      damage(databasePath(), at);
    }
    expect(await codeOf(session.unlock(password))).toBe('accepted');
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 40)],
    ['not JSON', () => 'hello'],
    ['of weaker parameters', (text: string) => text.replaceAll('65536', '1024')],
    [
      'of a slot parameter inside its bounds',
      (text: string) => text.replaceAll('"passes": 3', '"passes": 4'),
    ],
    ['empty', () => ''],
  ])('of the key file is told: %s', async (_name, change) => {
    await session.lock();
    writeFileSync(keyPath(), change(readFileSync(keyPath(), 'utf8')));
    const { code, data } = await session.unlock(password).then(
      () => ({ code: '', data: {} }),
      (error: { code: string; data: unknown }) => error,
    );
    expect({ code, data }).toEqual({ code: 'ARCHIVE_DAMAGED', data: { part: 'key-file' } });
  });

  test('a missing database, a plain one and one from the future are told apart', async () => {
    const key = await session.showRawKey(password);
    await session.lock();
    const original = readFileSync(databasePath());
    writeFileSync(databasePath(), '');
    expect(await codeOf(session.unlock(password))).toBe('ARCHIVE_DAMAGED');

    const plain = join(ports.paths.archive, 'plain.db');
    const other = new Database(plain);
    other.exec('CREATE TABLE t (a)');
    other.close();
    writeFileSync(databasePath(), readFileSync(plain));
    expect(await codeOf(session.unlock(password))).toBe('NOT_AN_ARCHIVE');

    writeFileSync(databasePath(), original);
    const newer = new Database(databasePath());
    newer.pragma("cipher='sqlcipher'");
    newer.pragma('legacy=4');
    newer.pragma(`key="x'${key}'"`);
    newer.pragma('user_version=999');
    newer.close();
    expect(await codeOf(session.unlock(password))).toBe('ARCHIVE_NEWER');
    expect(existsSync(`${databasePath()}.before-migration`)).toBe(false);
  });
});
