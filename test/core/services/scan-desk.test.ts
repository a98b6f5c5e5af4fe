import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanDeskOf } from '../../../src/core/services/scan-desk.ts';
import { watchFolder, type WatchedFolder } from '../../../src/core/services/scan-folder.ts';
import { readInbox, takeIn } from '../../../src/core/services/scan-inbox.ts';
import { unwatched } from '../../../src/core/services/watched-work.ts';
import { CodedError } from '../../../src/shared/errors.ts';
import { startTeam } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { namelessScan, scanOf } from '../../support/sample-scans.ts';

let archive: TestArchive;
let folder: string;
beforeEach(async () => {
  archive = await openTestArchive();
  folder = await mkdtemp(join(tmpdir(), 'hub-archive-scans-'));
});
afterEach(async () => {
  await scanDeskOf(archive).close();
  await archive.close();
  await rm(folder, { recursive: true, force: true });
});

const waitingNames = async (): Promise<readonly string[]> =>
  (await readInbox(archive, 'waiting')).map(({ paper }) => paper.fileName);

describe("the scanner's folder", () => {
  let watched: WatchedFolder;
  beforeEach(() => {
    watched = watchFolder();
  });
  const look = (): Promise<number> => watched.look(archive, folder);

  it('is emptied into the archive once a file has stopped changing; nothing is lost', async () => {
    const scan = namelessScan();
    await writeFile(join(folder, '扫描1.png'), scan.subarray(0, 500));
    expect(await look()).toBe(0);
    await appendFile(join(folder, '扫描1.png'), scan.subarray(500));
    expect([await look(), watched.state().arriving]).toEqual([0, 1]);
    expect(await look()).toBe(1);
    expect(await waitingNames()).toEqual(['扫描1.png']);
    expect(await readdir(folder)).toEqual(['已归档']);
    expect(new Uint8Array(await readFile(join(folder, '已归档', '2026-11', '扫描1.png')))).toEqual(scan);
  });

  it('is left alone where nothing of it is a scan, and one bad file stops no other', async () => {
    await writeFile(join(folder, 'virus.exe'), Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]));
    await writeFile(join(folder, '空.pdf'), '');
    await writeFile(join(folder, '.hidden.png'), namelessScan());
    await writeFile(join(folder, 'x.png.part'), namelessScan());
    await mkdir(join(folder, '旧'));
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    await writeFile(join(folder, '扫描.png'), namelessScan());
    for (let count = 0; count < 3; count += 1) await look();
    expect(await waitingNames()).toEqual(['扫描.png']);
    expect(watched.state().refused).toEqual([{ fileName: 'virus.exe', reason: 'program' }]);
    expect((await readdir(folder)).sort()).toEqual(
      ['.hidden.png', 'link.txt', 'virus.exe', 'x.png.part', '已归档', '旧', '空.pdf'].sort(),
    );
  });

  it('cut off between taking in and moving away, takes nothing twice', async () => {
    await writeFile(join(folder, '扫描.png'), namelessScan());
    // Nothing can be moved where a file stands in the way.
    await writeFile(join(folder, '已归档'), 'in the way');
    for (let count = 0; count < 3; count += 1) await look();
    expect(watched.state().refused).toContainEqual({ fileName: '扫描.png', reason: 'cannot-move' });
    await rm(join(folder, '已归档'));
    const restarted = watchFolder();
    for (let count = 0; count < 2; count += 1) await restarted.look(archive, folder);
    expect(await waitingNames()).toEqual(['扫描.png']);
    expect(existsSync(join(folder, '扫描.png'))).toBe(false);
  });

  it('never writes over what was taken before', async () => {
    for (const seed of [1, 2]) {
      await writeFile(join(folder, '扫描.png'), namelessScan(seed));
      await look();
      await look();
    }
    expect(await readdir(join(folder, '已归档', '2026-11'))).toEqual(['扫描.png', '扫描（2）.png']);
    expect(await waitingNames()).toHaveLength(2);
  });
});

describe('the desk', () => {
  it('reads all that waits, counts, and says the progress', async () => {
    const team = await startTeam(archive);
    await takeIn(archive, 'a.png', scanOf(archive, 'filing-form', team.id));
    await takeIn(archive, 'b.png', namelessScan());
    await takeIn(archive, 'c.txt', new TextEncoder().encode('不是扫描件'));
    const steps: string[] = [];
    const counts = await scanDeskOf(archive).readAll({
      report: async (_, done, total) => void steps.push(`${done}/${total}`),
    });
    expect(counts).toEqual({ filed: 1, waiting: 2 });
    expect(steps).toEqual(['0/3', '1/3', '2/3', '3/3']);
    expect((await readInbox(archive, 'waiting')).map(({ reading }) => reading?.finding)).toEqual([
      'none',
      'not-a-scan',
    ]);
  });

  it('leaves the rest unread when it is cancelled, and goes on when asked', async () => {
    await takeIn(archive, 'a.png', namelessScan(1));
    await takeIn(archive, 'b.png', namelessScan(2));
    const cancelling = scanDeskOf(archive).readAll({
      report: async (_, done) => {
        if (done === 1) throw new CodedError('CANCELLED', {});
      },
    });
    await expect(cancelling).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await readInbox(archive, 'waiting')).map(({ reading }) => reading !== null)).toEqual([
      true,
      false,
    ]);
    expect(await scanDeskOf(archive).readAll(unwatched)).toEqual({ filed: 0, waiting: 1 });
  });

  it('takes in and files by itself while the archive is open, and ends with it', async () => {
    const team = await startTeam(archive);
    await writeFile(join(folder, '备案表.png'), scanOf(archive, 'filing-form', team.id));
    const watching = { ...archive, ports: { ...archive.ports, scanFolder: () => folder } };
    const desk = scanDeskOf(watching);
    desk.start();
    await expect
      .poll(() => readInbox(archive, 'filed'), { timeout: 20_000, interval: 200 })
      .toMatchObject([{ filedAs: { to: 'filing', filingId: team.id } }]);
    expect(await desk.folder()).toMatchObject({ readable: true, arriving: 0, refused: [] });
    await desk.close();
  });

  it('goes on looking when the folder is away for a while', async () => {
    const desk = scanDeskOf({
      ...archive,
      ports: { ...archive.ports, scanFolder: () => join(folder, 'away') },
    });
    desk.start();
    await expect
      .poll(() => desk.folder(), { timeout: 5_000 })
      .toMatchObject({ name: 'away', readable: false });
    await desk.close();
  });
});
