import { existsSync } from 'node:fs';
import { copyFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAttachment } from '../../../src/core/attachments/attachments.ts';
import { storedPath } from '../../../src/core/attachments/stored-path.ts';
import { recordedSoFar, sweepUnused, type Swept } from '../../../src/core/attachments/sweep-unused.ts';
import { addPaper, readPapers, takeBytesIn } from '../../../src/core/services/dossier-files.ts';
import { takeIn } from '../../../src/core/services/scan-inbox.ts';
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
const addKept = async (mark: string): Promise<void> => {
  await addPaper(archive, {
    target: { to: 'dossier', organizationId: team, part: 'roster', recordId: null, title: mark, note: null },
    file: new File([bytesOf(mark)], `${mark}.pdf`),
    evenIfSame: true,
  });
};

/** As an archive that is opened anew sees it. */
const sweep = async (): Promise<Swept> => sweepUnused(archive, await recordedSoFar(archive));
const nothing: Swept = { records: 0, putAside: 0, broughtBack: 0 };

test('records that went nowhere go with their bytes; papers, scans and what is on its way stay', async () => {
  await addKept('花名册');
  const scan = await takeIn(archive, '扫描.pdf', bytesOf('扫描'));
  const left = await takeBytesIn(archive, '扫描_第1页.pdf', bytesOf('第一页'));
  const soFar = await recordedSoFar(archive);
  const onItsWay = await takeBytesIn(archive, '扫描_第2页.pdf', bytesOf('第二页'));

  expect(await sweepUnused(archive, soFar)).toEqual({ ...nothing, records: 1 });
  expect(existsSync(storedPath(archive, left.sha256))).toBe(false);
  await expect(openAttachment(archive, left.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { files } = await readPapers(archive, { organizationId: team, recordId: null });
  const kept = [files[0]?.versions[0]?.attachment.id, scan.item.paper.id, onItsWay.id];
  for (const id of kept) {
    if (id === undefined) throw new Error('a paper is lost');
    expect((await openAttachment(archive, id)).bytes.length).toBeGreaterThan(0);
  }
  expect(await sweepUnused(archive, soFar)).toEqual(nothing);
});

test('bytes without a record are put aside, come back with their record, and go after thirty days', async () => {
  await addKept('花名册');
  const { files } = await readPapers(archive, { organizationId: team, recordId: null });
  const paper = files[0]?.versions[0]?.attachment;
  if (paper === undefined) throw new Error('nothing was added');
  const home = storedPath(archive, paper.sha256);
  const stray = join(home, '..', `${home.slice(-64, -4)}0000`);
  await copyFile(home, stray);
  const aside = join(archive.ports.paths.archive, 'attachments', 'unused');

  expect(await sweep()).toEqual({ ...nothing, putAside: 1 });
  expect(existsSync(stray)).toBe(false);
  expect(await readdir(aside)).toHaveLength(1);

  // An old database was put in place of this one, swept, and this one put back.
  await rename(home, join(aside, home.slice(-64)));
  expect(await sweep()).toEqual({ ...nothing, broughtBack: 1 });
  expect((await openAttachment(archive, paper.id)).attachment.sha256).toBe(paper.sha256);

  archive.ports.clock.set('2026-12-22T01:00:00.000Z');
  expect(await sweep()).toEqual(nothing);
  expect(await readdir(aside)).toHaveLength(1);
  archive.ports.clock.set('2026-12-24T01:00:00.000Z');
  expect(await sweep()).toEqual(nothing);
  expect(await readdir(aside)).toEqual([]);
});
