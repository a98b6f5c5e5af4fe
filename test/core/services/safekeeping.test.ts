import { readdir, rm, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPaper, readPapers, removePaper, restorePaper } from '../../../src/core/services/dossier-files.ts';
import { listRecycleBin } from '../../../src/core/services/dossier-records.ts';
import {
  checkFixity,
  exportFixity,
  lookAtDue,
  readFixity,
  setFixityDays,
} from '../../../src/core/services/fixity.ts';
import { emptyRecycleBin } from '../../../src/core/services/recycle-bin.ts';
import { fileInboxItem, takeIn } from '../../../src/core/services/scan-inbox.ts';
import type { DossierFile } from '../../../src/shared/domain/dossier-file.ts';
import type { FixityState } from '../../../src/shared/domain/fixity.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let archive: TestArchive;
let team: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
});
afterEach(() => archive.close());

const bytesOf = (mark: string) => samplePdf({ pages: [`${squarePage} % ${mark}`] });
const add = async (title: string, mark = title, organizationId = team): Promise<DossierFile> => {
  const { file } = await addPaper(archive, {
    target: { to: 'dossier', organizationId, part: 'disclosures', recordId: null, title, note: null },
    file: new File([bytesOf(mark)], `${mark}.pdf`),
    evenIfSame: true,
  });
  if (file === null) throw new Error('nothing was added');
  return file;
};
const storedPaths = async (): Promise<string[]> =>
  (await readdir(join(archive.ports.paths.archive, 'attachments'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const look = async (anew = false, stopAfter = Infinity): Promise<FixityState | null> => {
  let steps = 0;
  for await (const event of checkFixity(archive, { anew })) {
    if (event.type === 'result') return event.result;
    if (++steps > stopAfter) break;
  }
  return null;
};

describe('stored bytes are looked at again', () => {
  test('a changed byte and a lost file are found and named with their dossiers', async () => {
    await add('完好的');
    const [first] = await storedPaths();
    await add('要损坏的');
    const damaged = (await storedPaths()).find((path) => path !== first) ?? '';
    await add('要丢失的');
    const lost = (await storedPaths()).find((path) => path !== first && path !== damaged) ?? '';
    const whole = await readFile(damaged);
    whole[whole.length - 5] = (whole[whole.length - 5] ?? 0) ^ 1;
    await writeFile(damaged, whole);
    await rm(lost);

    archive.ports.clock.set('2026-11-24T01:00:00.000Z');
    expect(await look()).toMatchObject({
      total: 3,
      sound: 1,
      damaged: 1,
      missing: 1,
      unchecked: 0,
      due: 0,
      unfinishedSince: null,
      troubles: [
        {
          title: '要丢失的',
          outcome: 'missing',
          organizationName: '阳光里夕阳红舞蹈队',
          organizationId: team,
        },
        { title: '要损坏的', outcome: 'damaged', organizationName: '阳光里夕阳红舞蹈队' },
      ],
    });
    expect((await exportFixity(archive)).name).toBe('材料完好性检查报告-2026-11-24.xlsx');
  });

  test('a look that was cut off goes on where it stood', async () => {
    for (const title of ['一', '二', '三', '四']) await add(title);
    archive.ports.clock.set('2026-11-24T01:00:00.000Z');
    expect(await look(false, 2)).toBeNull();
    const half = await readFixity(archive);
    expect([half.sound > 0 && half.sound < 4, half.unfinishedSince]).toEqual([
      true,
      '2026-11-24T01:00:00.001Z',
    ]);
    expect(await look()).toMatchObject({ sound: 4, unchecked: 0, unfinishedSince: null });
  });

  test('what is due follows the days that are set, and is taken up a little at a time', async () => {
    for (const title of ['一', '二', '三']) await add(title);
    archive.ports.clock.set('2026-12-20T01:00:00.000Z');
    expect(await readFixity(archive)).toMatchObject({ days: 30, due: 0, unchecked: 3 });
    expect(await setFixityDays(archive, 14)).toMatchObject({ days: 14, due: 3 });
    expect(await lookAtDue(archive, 2, new AbortController().signal)).toBe(2);
    expect(await readFixity(archive)).toMatchObject({ due: 1, sound: 2 });
    expect(await lookAtDue(archive, 2, new AbortController().signal)).toBe(1);
    expect(await lookAtDue(archive, 2, new AbortController().signal)).toBe(0);
  });
});

describe('the recycle bin', () => {
  test('emptied, takes the bytes with it; those that another dossier needs stay', async () => {
    const other = await enterOrganization(archive, '阳光里合唱队');
    const alone = await add('只此一份');
    const shared = await add('两处都有');
    await add('两处都有', '两处都有', other);
    await removePaper(archive, alone.id);
    await removePaper(archive, shared.id);
    expect(await storedPaths()).toHaveLength(2);

    const items = (await listRecycleBin(archive)).map(({ id }) => ({
      what: 'file' as const,
      id: id as DossierFile['id'],
    }));
    await expect(emptyRecycleBin(archive, { items, count: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await emptyRecycleBin(archive, { items, count: 2 })).toMatchObject({ removed: 2 });
    expect(await listRecycleBin(archive)).toEqual([]);
    expect(await storedPaths()).toHaveLength(1);
    expect((await readPapers(archive, { organizationId: other, recordId: null })).files).toHaveLength(1);
    await expect(restorePaper(archive, alone.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await look()).toMatchObject({ total: 1, sound: 1 });
  });

  test('what was taken out meanwhile stops the emptying whole', async () => {
    const one = await add('一');
    const two = await add('二');
    await removePaper(archive, one.id);
    await removePaper(archive, two.id);
    await restorePaper(archive, two.id);
    const items = [one, two].map(({ id }) => ({ what: 'file' as const, id }));
    await expect(emptyRecycleBin(archive, { items, count: 2 })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await listRecycleBin(archive)).toHaveLength(1);
    expect(await storedPaths()).toHaveLength(2);
  });

  test('a paper that came from the scanner can be emptied, and its scan comes in anew', async () => {
    const scan = bytesOf('扫描件');
    const { item } = await takeIn(archive, 'a.pdf', scan);
    const file = await fileInboxItem(archive, item.id, {
      to: 'dossier',
      organizationId: team,
      part: 'roster',
      recordId: null,
      title: '扫描件',
      note: null,
    });
    if (file === null) throw new Error('nothing was filed');
    await removePaper(archive, file.id);
    await emptyRecycleBin(archive, { items: [{ what: 'file', id: file.id }], count: 1 });
    expect(await storedPaths()).toEqual([]);
    expect(await takeIn(archive, 'a.pdf', scan)).toMatchObject({ again: false });
  });
});

test('bytes added while the bin is emptied are kept', async () => {
  const file = await add('同样的');
  await removePaper(archive, file.id);
  const [, again] = await Promise.all([
    emptyRecycleBin(archive, { items: [{ what: 'file', id: file.id }], count: 1 }),
    add('同样的又一份', '同样的'),
  ]);
  expect(again.title).toBe('同样的又一份');
  expect(await look()).toMatchObject({ total: 1, sound: 1, missing: 0 });
});
