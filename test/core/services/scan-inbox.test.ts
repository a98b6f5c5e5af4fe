import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPapers } from '../../../src/core/services/dossier-files.ts';
import {
  fileInboxItem,
  readInbox,
  setAside,
  suggestPlace,
  takeIn,
} from '../../../src/core/services/scan-inbox.ts';
import type { PaperTarget } from '../../../src/shared/domain/dossier-file.ts';
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

const scan = samplePdf({ pages: [squarePage] });
const place = (): PaperTarget => ({
  to: 'dossier',
  organizationId: team,
  part: 'charter-and-form',
  recordId: null,
  title: '备案表',
  note: null,
});

test('a scan waits with its suggestion and is filed once', async () => {
  const { item, again } = await takeIn(archive, '20261123_001.pdf', scan);
  expect([item.state, item.paper.fileName, again]).toEqual(['waiting', '20261123_001.pdf', false]);
  const suggestion = { target: place(), reason: '读出备案表的二维码' };
  expect(await suggestPlace(archive, item.id, suggestion)).toEqual({ ...item, suggestion });

  const file = await fileInboxItem(archive, item.id, place());
  expect((await readPapers(archive, { organizationId: team, recordId: null })).files).toEqual([file]);
  expect(await readInbox(archive, 'waiting')).toEqual([]);
  expect(await readInbox(archive, 'filed')).toMatchObject([{ id: item.id, filedAs: place() }]);
  await expect(fileInboxItem(archive, item.id, place())).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('the same bytes are one item, whatever became of it; one set aside waits again', async () => {
  const first = await takeIn(archive, 'a.pdf', scan);
  expect(await takeIn(archive, 'b.pdf', scan)).toEqual({ item: first.item, again: true });
  await setAside(archive, first.item.id);
  expect(await readInbox(archive, 'waiting')).toEqual([]);
  expect(await takeIn(archive, 'b.pdf', scan)).toEqual({ item: first.item, again: true });
  await fileInboxItem(archive, first.item.id, place());
  expect(await takeIn(archive, 'c.pdf', scan)).toMatchObject({ item: { state: 'filed' }, again: true });
});

test('two that come in at once are one', async () => {
  const [one, two] = await Promise.all([takeIn(archive, 'a.pdf', scan), takeIn(archive, 'b.pdf', scan)]);
  expect(one.item.id).toBe(two.item.id);
  expect(await readInbox(archive, 'waiting')).toHaveLength(1);
});

test('what cannot be filed stays waiting', async () => {
  const { item } = await takeIn(archive, 'a.pdf', scan);
  await expect(
    fileInboxItem(archive, item.id, { to: 'version', fileId: 'none' as never, note: null }),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await readInbox(archive, 'waiting')).toEqual([item]);
});
