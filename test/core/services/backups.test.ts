import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createArchiveSession, type ArchiveSession } from '../../../src/core/archive-session.ts';
import { openAttachment } from '../../../src/core/attachments/attachments.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import type { Ports } from '../../../src/core/ports.ts';
import { backUpWhatIsDue, backupRoundsOf } from '../../../src/core/services/backup-rounds.ts';
import { listRestorable, mendPapers, restoreArchive } from '../../../src/core/services/backup-restore.ts';
import {
  checkBackup,
  drillBackup,
  readBackups,
  readStanding,
  runBackup,
  setBackupSettings,
} from '../../../src/core/services/backups.ts';
import { addPaper } from '../../../src/core/services/dossier-files.ts';
import { checkFixity, readFixity } from '../../../src/core/services/fixity.ts';
import { unwatched } from '../../../src/core/services/watched-work.ts';
import {
  backedUp,
  digestsBelow,
  ended,
  mountSmallDisk,
  refusalOf,
  wholeTables,
} from '../../support/backups.ts';
import { openTestSession, testOffice, type TestPorts } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

const password = '新河街道 2026';
const knownName = '一听就认得的合唱队';
let ports: TestPorts & Ports;
let session: ArchiveSession;
let recoveryCode: string;
let folder: string;
let second: string;
let close: () => Promise<void>;

const archive = (): OpenArchive => session.requireOpen();
const pdf = (mark: string) => samplePdf({ pages: [`${squarePage} % ${mark}`] });
const addPdf = async (mark: string): Promise<string> => {
  const [team] = await archive().store.read((reader) =>
    reader.all<{ id: string }>('SELECT id FROM organizations LIMIT 1'),
  );
  const { file } = await addPaper(archive(), {
    target: {
      to: 'dossier',
      organizationId: team?.id as never,
      part: 'disclosures',
      recordId: null,
      title: mark,
      note: null,
    },
    file: new File([pdf(mark)], `${mark}.pdf`),
    evenIfSame: true,
  });
  return file?.id ?? '';
};
const rootFolder = (place = second): string =>
  join(place, readdirSync(place).find((name) => name.startsWith('枢纽档案备份-')) ?? '');
const backupFolder = (name: string, place = second): string => join(rootFolder(place), name);

beforeAll(async () => {
  const opened = await openTestSession();
  ({ close } = opened);
  folder = join(opened.ports.paths.archive, '..');
  second = join(folder, 'second-disk');
  mkdirSync(second);
  ports = { ...opened.ports, backupFolder: () => second };
  session = createArchiveSession(ports);
  recoveryCode = await session.create(password, testOffice);
  await enterOrganization(archive(), knownName);
  await addPdf('第一份');
  await addPdf('第二份');
});
afterAll(async () => {
  await session.lock();
  await close();
});

describe('a backup', () => {
  test('is encrypted, whole and proven; the next one copies only what is new', async () => {
    const first = await backedUp(archive());
    expect(first).toMatchObject({
      number: 1,
      scope: 'whole',
      papers: 2,
      copied: 2,
      missing: 0,
      organizations: 1,
      full: false,
    });
    expect(readdirSync(backupFolder(first.name)).sort()).toEqual([
      'archive.db',
      'archive.key.json',
      'files.sha256',
      'manifest.json',
    ]);
    // Nothing of what people know is on the second disk in clear, nor the key.
    const rawKey = await session.showRawKey(password);
    for (const path of Object.keys(digestsBelow(second))) {
      const bytes = readFileSync(join(second, path));
      for (const secret of [knownName, testOffice.profile.hubName, password, rawKey, '第一份'])
        expect([path, secret, bytes.includes(secret)]).toEqual([path, secret, false]);
      expect(bytes.includes(Buffer.from(rawKey, 'hex'))).toBe(false);
      expect((statSync(join(second, path)).mode & 0o777).toString(8)).toBe('600');
    }
    // What any system has says the same of every stored file.
    const sums = spawnSync('sha256sum', ['-c', '--quiet', join(first.name, 'files.sha256')], {
      cwd: rootFolder(),
    });
    expect([sums.status, sums.stderr.toString()]).toEqual([0, '']);

    await addPdf('第三份');
    const next = await backedUp(archive());
    expect(next).toMatchObject({ number: 2, papers: 3, copied: 1 });
    const name = next.name;
    expect(await ended(checkBackup(archive(), { placeId: 'folder', name, full: true }))).toMatchObject({
      papers: 3,
      full: true,
      rows: next.rows,
    });
    const { standing, places, events } = await readBackups(archive());
    expect(standing).toMatchObject({ overdue: false, lastGood: { days: 0, placeLabel: 'second-disk' } });
    expect(places.find(({ id }) => id === 'folder')?.backups.map(({ number }) => number)).toEqual([2, 1]);
    expect(events.map(({ kind, good }) => [kind, good])).toEqual([
      ['full-check', true],
      ['backup', true],
      ['backup', true],
    ]);
  });

  test('is made while people write, of one moment', async () => {
    const running = backedUp(archive());
    const names = await Promise.all(
      Array.from({ length: 20 }, (_, at) => enterOrganization(archive(), `写着的第${at}队`)),
    );
    expect(names).toHaveLength(20);
    const made = await running;
    expect(
      await refusalOf(ended(checkBackup(archive(), { placeId: 'folder', name: made.name, full: true }))),
    ).toBe('accepted');
    expect(made.organizations).toBeLessThanOrEqual(21);
  });

  test('that is cancelled is none, and leaves the older ones whole', async () => {
    const before = digestsBelow(second);
    for await (const event of runBackup(archive(), { placeId: 'folder' }))
      if (event.type === 'progress' && event.stage === 'verify') break;
    expect(digestsBelow(second)).toEqual(before);
  });

  test('is refused inside the archive, where the place is not there, and beside another one', async () => {
    const real = second;
    second = join(ports.paths.archive, 'inside');
    mkdirSync(second);
    expect(await refusalOf(backedUp(archive()))).toEqual({ code: 'BACKUP_PLACE_INSIDE', data: {} });
    rmSync(second, { recursive: true });
    second = join(folder, 'nowhere');
    expect(await refusalOf(backedUp(archive()))).toEqual({
      code: 'BACKUP_PLACE_MISSING',
      data: { label: 'nowhere' },
    });
    second = real;
    const [one, other] = await Promise.all([refusalOf(backedUp(archive())), refusalOf(backedUp(archive()))]);
    expect([one, other]).toEqual(['accepted', { code: 'BACKUP_RUNNING', data: {} }]);
  });

  test('on a disk that fills up or is pulled out fails in words, and the older backup stays whole', async (context) => {
    const real = second;
    second = join(folder, 'small-disk');
    const disk = mountSmallDisk(second, 6000);
    if (disk === null) {
      second = real;
      return context.skip();
    }
    try {
      await backedUp(archive());
      expect(() => writeFileSync(join(second, 'films'), Buffer.alloc(6_000_000))).toThrow(/ENOSPC/);
      const before = digestsBelow(rootFolder());
      expect(await refusalOf(backedUp(archive()))).toMatchObject({
        code: 'BACKUP_PLACE_FULL',
        data: { label: 'small-disk' },
      });
      expect(digestsBelow(rootFolder())).toEqual(before);
      const [name = ''] = readdirSync(rootFolder()).filter((each) => each.startsWith('0'));
      expect(await refusalOf(ended(checkBackup(archive(), { placeId: 'folder', name, full: true })))).toBe(
        'accepted',
      );
      rmSync(join(second, 'films'));
      const pulled = (async () => {
        for await (const event of runBackup(archive(), { placeId: 'folder' }))
          if (event.type === 'progress' && event.stage === 'open') {
            disk.pull();
            rmSync(second, { recursive: true, force: true });
          }
      })();
      expect(await refusalOf(pulled)).toEqual({
        code: 'BACKUP_PLACE_MISSING',
        data: { label: 'small-disk' },
      });
      expect((await readStanding(archive())).lastFailure?.code).toBe('BACKUP_PLACE_MISSING');
    } finally {
      disk.pull();
      second = real;
    }
  });

  test('that is changed anywhere is known as unsound, by its part', async () => {
    const { name } = await backedUp(archive());
    const check = (full = false): Promise<unknown> =>
      refusalOf(ended(checkBackup(archive(), { placeId: 'folder', name, full })));
    const spoilt = async (file: string, spoil: (path: string) => void, full = false): Promise<unknown> => {
      const path = join(rootFolder(), file);
      const kept = `${path}.kept`;
      cpSync(path, kept);
      spoil(path);
      const refusal = await check(full);
      renameSync(kept, path);
      return refusal;
    };
    const flip =
      (at: number) =>
      (path: string): void => {
        const bytes = readFileSync(path);
        const place = at < 0 ? bytes.length + at : at;
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      };
    const unsound = (part: string) => ({ code: 'BACKUP_UNSOUND', data: { part, name, count: 1 } });
    const paper = Object.keys(digestsBelow(join(rootFolder(), 'attachments')))[0] ?? '';
    expect(await spoilt(`${name}/archive.db`, flip(9000))).toEqual(unsound('database'));
    expect(await spoilt(`${name}/archive.db`, (path) => truncateSync(path, 8192))).toEqual(
      unsound('database'),
    );
    expect(await spoilt(`${name}/archive.key.json`, flip(40))).toEqual(unsound('key-file'));
    expect(await spoilt(`${name}/files.sha256`, flip(3))).toEqual(unsound('list'));
    expect(
      await spoilt(`${name}/manifest.json`, (path) =>
        writeFileSync(path, readFileSync(path, 'utf8').replace('"number": ', '"number": 1')),
      ),
    ).toEqual(unsound('manifest'));
    expect(await spoilt(`${name}/manifest.json`, (path) => truncateSync(path, 30))).toEqual(
      unsound('manifest'),
    );
    expect(await spoilt(`attachments/${paper}`, (path) => truncateSync(path, 10))).toEqual(unsound('stored'));
    expect(await spoilt(`attachments/${paper}`, flip(-5), true)).toEqual(unsound('stored'));
    expect(await spoilt(`attachments/${paper}`, (path) => rmSync(path))).toEqual(unsound('stored'));
    // The last good backup is none that a check has found unsound.
    expect((await readStanding(archive())).lastGood).not.toBeNull();
    expect(await check(true)).toBe('accepted');
  });
});

describe('restoring', () => {
  /** Another computer: a folder where no archive is yet, and the same disk plugged in. */
  const otherComputer = (name: string) => {
    const paths = { ...ports.paths, archive: join(folder, name), packages: join(folder, name, 'packages') };
    const there = { ...ports, paths };
    return { ports: there, session: createArchiveSession(there) };
  };
  const restored = (
    other: { readonly session: ArchiveSession; readonly ports: Ports },
    name: string,
    secret: Parameters<typeof restoreArchive>[1]['secret'] = { kind: 'password', password },
  ) => {
    const mark = rootFolder().slice(-8);
    return ended(restoreArchive(other, { placeId: 'folder', archive: mark, name, secret }));
  };

  test('into a clean folder gives every row and every byte again', async () => {
    const { name, organizations, rows } = await backedUp(archive());
    const tables = await wholeTables(archive());
    const files = digestsBelow(join(ports.paths.archive, 'attachments'));
    const other = otherComputer('other');
    const found = await listRestorable(other.ports);
    expect(found[0]).toMatchObject({ name, placeId: 'folder', organizations });
    expect(
      await refusalOf(restored(other, name, { kind: 'password', password: '不是这个口令' })),
    ).toMatchObject({
      code: 'WRONG_PASSWORD',
    });
    expect(other.session.state()).toBe('absent');
    const result = await restored(other, name);
    expect(result).toMatchObject({
      aside: null,
      recoveryCode: null,
      figures: { rows, full: true, papers: 3 },
    });
    expect(await wholeTables(other.session.requireOpen())).toEqual(tables);
    expect(digestsBelow(join(folder, 'other', 'attachments'))).toEqual(files);
    const there = readdirSync(join(folder, 'other')).filter((name) => !/-shm$|-wal$|lock/.test(name));
    expect(there.sort()).toEqual(['archive.db', 'archive.key.json', 'attachments', 'received']);
    await other.session.lock();
    await other.session.unlock(password);
    await other.session.lock();
  });

  test('over a living archive sets that aside whole, and takes a recovery code once', async () => {
    const { name } = await backedUp(archive());
    const other = otherComputer('over');
    await other.session.create('另一个口令 2026', testOffice);
    await other.session.lock();
    const before = digestsBelow(join(folder, 'over'));
    expect(
      await refusalOf(
        restored(other, name, { kind: 'recovery-code', recoveryCode: 'AAAA', newPassword: '新的口令 2026' }),
      ),
    ).toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
    expect(digestsBelow(join(folder, 'over'))).toEqual(before);
    const result = await restored(other, name, {
      kind: 'recovery-code',
      recoveryCode,
      newPassword: '新的口令 2026',
    });
    expect(result.aside).toMatch(/^恢复前-/);
    expect(result.recoveryCode).not.toBe(recoveryCode);
    const aside = digestsBelow(join(folder, 'over', result.aside ?? ''));
    expect(aside['archive.db']).toBe(before['archive.db']);
    expect(aside['archive.key.json']).toBe(before['archive.key.json']);
    await other.session.lock();
    await other.session.unlock('新的口令 2026');
    await other.session.lock();
  });

  test('from an unsound or newer backup, or cancelled, touches nothing', async () => {
    const { name } = await backedUp(archive());
    const other = otherComputer('untouched');
    await other.session.create('另一个口令 2026', testOffice);
    await other.session.lock();
    const before = digestsBelow(join(folder, 'untouched'));
    const paper = join(
      rootFolder(),
      'attachments',
      Object.keys(digestsBelow(join(rootFolder(), 'attachments')))[0] ?? '',
    );
    const bytes = readFileSync(paper);
    writeFileSync(paper, Buffer.concat([bytes.subarray(0, -5), Buffer.from('decay')]));
    expect(await refusalOf(restored(other, name))).toMatchObject({
      code: 'BACKUP_UNSOUND',
      data: { part: 'stored' },
    });
    writeFileSync(paper, bytes);
    const mark = rootFolder().slice(-8);
    const secret = { kind: 'password', password } as const;
    for await (const event of restoreArchive(other, { placeId: 'folder', archive: mark, name, secret }))
      if (event.type === 'progress') break;
    expect(digestsBelow(join(folder, 'untouched'))).toEqual(before);
    expect(other.session.state()).toBe('locked');
  });

  test('is tried with a password, and the trial leaves nothing but a line in the log', async () => {
    const { name } = await backedUp(archive());
    const tables = await wholeTables(archive());
    const figures = await ended(drillBackup(archive(), { placeId: 'folder', name, password }));
    expect(figures).toMatchObject({ full: true, papers: 3 });
    expect(existsSync(join(ports.paths.archive, 'drill'))).toBe(false);
    expect(await wholeTables(archive())).toEqual(tables);
    expect((await readStanding(archive())).lastDrillAt).toBe(ports.clock.instant());
    expect(
      await refusalOf(ended(drillBackup(archive(), { placeId: 'folder', name, password: '不是这个' }))),
    ).toMatchObject({ code: 'WRONG_PASSWORD' });
  });

  test('of papers: what is damaged or gone comes back from the backup', async () => {
    await backedUp(archive());
    const stored = join(ports.paths.archive, 'attachments');
    const files = digestsBelow(stored);
    const [damaged = '', lost = ''] = Object.keys(files);
    writeFileSync(join(stored, damaged), 'decayed');
    rmSync(join(stored, lost));
    await ended(checkFixity(archive(), { anew: true }));
    expect(await readFixity(archive())).toMatchObject({ damaged: 1, missing: 1 });
    expect(await ended(mendPapers(archive(), { placeId: 'folder' }))).toEqual({ mended: 2, left: 0 });
    expect(digestsBelow(stored)).toEqual(files);
    expect(await readFixity(archive())).toMatchObject({ damaged: 0, missing: 0 });
    const [one] = await archive().store.read((reader) =>
      reader.all<{ id: string }>('SELECT id FROM attachments LIMIT 1'),
    );
    expect((await openAttachment(archive(), one?.id as never)).bytes.length).toBeGreaterThan(100);
  });
});

describe('backups by themselves', () => {
  const settings = {
    placeId: 'folder',
    when: 'daily',
    keepDaily: 2,
    keepMonthly: 2,
    warnAfterDays: 7,
  } as const;
  const names = (): string[] => readdirSync(rootFolder()).filter((name) => name.startsWith('0'));

  beforeEach(() => {
    rmSync(second, { recursive: true });
    mkdirSync(second);
  });

  test('are made once a day, checked in full once a week, and kept by days and months', async () => {
    await setBackupSettings(archive(), settings);
    const days = ['2026-12-01', '2026-12-02', '2027-01-05', '2027-02-05', '2027-02-06', '2027-02-07'];
    for (const day of days) {
      ports.clock.set(`${day}T02:00:00.000Z`);
      await backUpWhatIsDue(archive(), unwatched);
      await backUpWhatIsDue(archive(), unwatched);
    }
    // The last of the two latest days, and of the two latest months.
    expect(names().map((name) => name.slice(5, 13))).toEqual(['20270105', '20270206', '20270207']);
    // A clock that was put back: the newest stays, however old it says that it is.
    ports.clock.set('2020-01-01T02:00:00.000Z');
    expect((await readStanding(archive())).isClockBehind).toBe(true);
    await backUpWhatIsDue(archive(), unwatched);
    expect(names().at(-1)?.slice(5, 13)).toBe('20200101');
    const { events } = await readBackups(archive());
    const checks = events.filter(({ kind, at }) => kind === 'full-check' && at > '2026-12');
    expect(checks.map(({ at, good }) => [at.slice(0, 10), good])).toEqual([
      ['2027-02-05', true],
      ['2027-01-05', true],
      ['2026-12-01', true],
    ]);
    ports.clock.set('2027-02-20T02:00:00.000Z');
    expect(await readStanding(archive())).toMatchObject({ overdue: true, missingPlace: null });
  });

  test('at closing are made by locking; a place that is missing is named', async () => {
    ports.clock.set('2027-03-01T02:00:00.000Z');
    await setBackupSettings(archive(), { ...settings, when: 'closing' });
    backupRoundsOf(archive()).start();
    await session.lock();
    expect(names().map((name) => name.slice(5, 13))).toEqual(['20270301']);
    await session.unlock(password);
    const real = second;
    second = join(folder, 'away');
    expect((await readStanding(archive())).missingPlace).toBe('second-disk');
    second = real;
  });

  test('an archive that was put back to an older state is noticed', async () => {
    const database = join(ports.paths.archive, 'archive.db');
    await backedUp(archive());
    await session.lock();
    cpSync(database, `${database}.kept`);
    await session.unlock(password);
    await backedUp(archive());
    await session.lock();
    renameSync(`${database}.kept`, database);
    await session.unlock(password);
    await backedUp(archive());
    expect((await readStanding(archive())).isOlderThanBackup).toBe(true);
  });
});
