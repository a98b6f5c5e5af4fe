import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportCatalogue } from '../../../src/core/services/archive-catalogue.ts';
import {
  archiveYear,
  changeItem,
  readCandidates,
  readItemChanges,
  readItemClasses,
  readItems,
  setItemOpen,
} from '../../../src/core/services/archiving.ts';
import { publishDisclosure, receiveObjection } from '../../../src/core/services/disclosures.ts';
import { addPaper, changePaper, removePaper } from '../../../src/core/services/dossier-files.ts';
import { emptyRecycleBin } from '../../../src/core/services/recycle-bin.ts';
import { listRecycleBin, removeRecord, storeRecord } from '../../../src/core/services/dossier-records.ts';
import { readDossierPapers } from '../../../src/core/services/dossier-papers.ts';
import { sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { attachToFiling } from '../../../src/core/services/filings-attachments.ts';
import { recordCopy } from '../../../src/core/services/filings.ts';
import { markNoticePhoto } from '../../../src/core/services/notice-photos.ts';
import { homeOfPaper } from '../../../src/core/services/scan-homes.ts';
import { search } from '../../../src/core/services/search.ts';
import type { DossierFile } from '../../../src/shared/domain/dossier-file.ts';
import type { RecordInput } from '../../../src/shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { disclosureOf, recordInputOf } from '../../support/sample-records.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let archive: TestArchive;
let team: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
});
afterEach(() => archive.close());

const reportOf = (title: string, occurredOn: string, organizationId = team): RecordInput => ({
  organizationId,
  occurredOn,
  title,
  content: {
    kind: 'committee-report',
    period: null,
    meeting: null,
    place: null,
    reporter: null,
    attendees: null,
    body: '正文',
    committeeOpinion: null,
  },
});
const report = (title: string, occurredOn: string, organizationId = team) =>
  storeRecord(archive, { id: null, record: reportOf(title, occurredOn, organizationId) });
const paper = async (title: string, recordId: DossierFile['recordId'] = null): Promise<DossierFile> => {
  const { file } = await addPaper(archive, {
    target: { to: 'dossier', organizationId: team, part: 'reports-and-surveys', recordId, title, note: null },
    file: new File([samplePdf({ pages: [`${squarePage} % ${title}`] })], `${title}.pdf`),
    evenIfSame: true,
  });
  if (file === null) throw new Error('nothing was added');
  return file;
};
const of2026 = { year: 2026, organizationId: null, offset: 0, limit: 50 };
const everything = { organizationId: null, year: null, retention: null, text: '' };
const archiveAll = async (year = 2026) =>
  archiveYear(archive, {
    year,
    organizationId: null,
    archivedBy: '张档案',
    count: (await readCandidates(archive, { ...of2026, year })).total,
  });
const codes = async () =>
  (await readItems(archive, { ...everything, offset: 0, limit: 100 })).rows.map(({ archivalCode, title }) => [
    archivalCode,
    title,
  ]);

describe('archiving a year', () => {
  test('numbers what is settled by date within its class, without gaps, and goes on from there', async () => {
    await report('下半年', '2026-11-01');
    await report('上半年', '2026-06-20');
    await report('去年的', '2025-12-20');
    await paper('签到表');
    expect(
      (await readCandidates(archive, of2026)).rows.map(({ archivalCode, datedOn }) => [
        archivalCode,
        datedOn,
      ]),
    ).toEqual([
      ['WS·2026-D30-BGS-0001', '2026-06-20'],
      ['WS·2026-D30-BGS-0002', '2026-11-01'],
      ['WS·2026-D30-BGS-0003', '2026-11-23'],
    ]);
    const second = await readCandidates(archive, { ...of2026, offset: 1, limit: 1 });
    expect(second.rows.map(({ archivalCode }) => archivalCode)).toEqual(['WS·2026-D30-BGS-0002']);
    expect(second.total).toBe(3);
    expect(await readCandidates(archive, { ...of2026, organizationId: team, limit: 1 })).toMatchObject({
      total: 3,
    });
    expect(await archiveAll()).toEqual({ archived: 3 });
    expect(await readCandidates(archive, of2026)).toEqual({ rows: [], total: 0 });
    await report('补记', '2026-03-01');
    await archiveAll();
    await archiveAll(2025);
    expect(await codes()).toEqual([
      ['WS·2025-D30-BGS-0001', '阳光里夕阳红舞蹈队向两委报告工作：去年的'],
      ['WS·2026-D30-BGS-0001', '阳光里夕阳红舞蹈队向两委报告工作：上半年'],
      ['WS·2026-D30-BGS-0002', '阳光里夕阳红舞蹈队向两委报告工作：下半年'],
      ['WS·2026-D30-BGS-0003', '阳光里夕阳红舞蹈队：签到表'],
      ['WS·2026-D30-BGS-0004', '阳光里夕阳红舞蹈队向两委报告工作：补记'],
    ]);
    expect(await readItemClasses(archive)).toEqual([
      { classKey: 'WS·2025-D30-BGS-', count: 1, last: 1, missing: [] },
      { classKey: 'WS·2026-D30-BGS-', count: 4, last: 4, missing: [] },
    ]);
  });

  test('waits for a disclosure until it is published', async () => {
    const titles = async () => (await readCandidates(archive, of2026)).rows.map(({ title }) => title);
    const record = {
      organizationId: team,
      occurredOn: '2026-07-01',
      title: '财务公开',
      content: disclosureOf(),
    };
    const { id } = await storeRecord(archive, { id: null, record });
    expect(await titles()).toEqual([]);
    await publishDisclosure(archive, { id, reason: null, seen: false });
    expect(await titles()).toEqual(['阳光里夕阳红舞蹈队信息公开：财务公开']);
  });

  test('is refused where something has come in since it was shown', async () => {
    await report('上半年', '2026-06-20');
    await expect(archiveYear(archive, { ...of2026, archivedBy: '张档案', count: 2 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await codes()).toEqual([]);
  });

  test('two at once give no number twice', async () => {
    const other = await enterOrganization(archive, '阳光里合唱队');
    await report('甲', '2026-06-20');
    await report('乙', '2026-06-21', other);
    await Promise.all(
      [team, other].map((organizationId) =>
        archiveYear(archive, { year: 2026, organizationId, archivedBy: '张档案', count: 1 }),
      ),
    );
    expect((await codes()).map(([code]) => code)).toEqual(['WS·2026-D30-BGS-0001', 'WS·2026-D30-BGS-0002']);
  });
});

describe('what was archived', () => {
  test('is locked, its papers with it, until it is opened with a reason; all of it is on record', async () => {
    const made = await report('上半年', '2026-06-20');
    const proof = await paper('签字页', made.id);
    await archiveAll();
    const [item] = (await readItems(archive, { ...everything, offset: 0, limit: 10 })).rows;
    if (item === undefined) throw new Error('nothing was archived');
    const locked = { code: 'ITEM_ARCHIVED', data: { archivalCode: 'WS·2026-D30-BGS-0001' } };
    const again = { id: made.id, record: reportOf('改过的', '2026-06-20') };
    const { part, recordId, note } = proof;
    await expect(storeRecord(archive, again)).rejects.toMatchObject(locked);
    await expect(removeRecord(archive, made.id)).rejects.toMatchObject(locked);
    await expect(removePaper(archive, proof.id)).rejects.toMatchObject(locked);
    await expect(
      changePaper(archive, { id: proof.id, facts: { part, recordId, note, title: '改名' } }),
    ).rejects.toMatchObject(locked);
    await expect(paper('又一页', made.id)).rejects.toMatchObject(locked);

    const said = { id: item.id, by: '李主任', reason: '日期录错' };
    expect(await setItemOpen(archive, { ...said, open: true })).toMatchObject({
      archivalCode: item.archivalCode,
    });
    await expect(setItemOpen(archive, { ...said, open: true })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await storeRecord(archive, again)).toMatchObject({ title: '改过的' });
    await setItemOpen(archive, { ...said, open: false });
    await expect(storeRecord(archive, again)).rejects.toMatchObject(locked);
    expect(
      (await readItemChanges(archive, item.id)).map(({ action, by, reason }) => [action, by, reason]),
    ).toEqual([
      ['locked', '李主任', '日期录错'],
      ['opened', '李主任', '日期录错'],
    ]);
  });

  test('is not deleted for good, even where it was opened: its code must go on naming something', async () => {
    const made = await report('上半年', '2026-06-20');
    await archiveAll();
    const [item] = (await readItems(archive, { ...everything, offset: 0, limit: 10 })).rows;
    if (item === undefined) throw new Error('nothing was archived');
    await setItemOpen(archive, { id: item.id, by: '李主任', reason: '重复', open: true });
    await removeRecord(archive, made.id);
    const emptying = emptyRecycleBin(archive, { items: [{ what: 'record', id: made.id }], count: 1 });
    await expect(emptying).rejects.toMatchObject({ code: 'ITEM_ARCHIVED' });
    expect(await listRecycleBin(archive)).toMatchObject([{ id: made.id }]);
  });

  test('can be catalogued better with a reason; what it said before stays readable, and papers print the new', async () => {
    await report('上半年', '2026-06-20');
    await archiveAll();
    const [item] = (await readItems(archive, { ...everything, offset: 0, limit: 10 })).rows;
    if (item === undefined) throw new Error('nothing was archived');
    const { title, responsible, documentNumber, datedOn, secrecy, remark } = item;
    const facts = { title, responsible, documentNumber, datedOn, secrecy, remark, pages: 12 };
    const changed = await changeItem(archive, { id: item.id, by: '张档案', reason: '补页数', facts });
    expect(changed).toEqual({ ...item, pages: 12 });
    expect(await readItemChanges(archive, item.id)).toMatchObject([
      { action: 'changed', before: { pages: null }, after: { pages: 12 } },
    ]);
    const [printed] = await readDossierPapers(archive, [team]);
    expect(printed?.items).toMatchObject([{ archivalCode: 'WS·2026-D30-BGS-0001', pages: 12 }]);
    expect((await exportCatalogue(archive, everything)).name).toBe('归档文件目录-2026-11-23.xlsx');
  });
});

test('archival codes and volume numbers are found as soon as they are given, in a sealed dossier too', async () => {
  const hits = async (text: string) =>
    (await search(archive, { text, kind: null, limit: 10 })).flatMap(({ kind, hits: found }) =>
      found.map(({ title, found: place }) => [kind, title.text, place?.field, place?.text]),
    );
  const dance = await filedTeam(archive, '和平里太极拳队');
  await dissolveTeam(archive, dance);
  expect(await hits('WS·2026-Y-BGS-0001')).toEqual([]);
  expect(await hits('2026 年第 1 卷')).toEqual([
    ['organization', '和平里太极拳队', 'volume', '2026 年第 1 卷'],
  ]);
  await archiveAll();
  const said = { sealedBy: '钱档案', sealedOn: '2026-12-10', exitedOn: null };
  await sealDossier(archive, { organizationId: dance, ...said });
  const item = ['archive-item', '和平里太极拳队备案材料', 'archival-code', 'WS·2026-Y-BGS-0001'];
  // As on the label, without its marks, by its end, and in letters of any case.
  for (const typed of ['WS·2026-Y-BGS-0001', 'ws2026ybgs0001', 'Y-BGS-0001', 'bgs 0001'])
    expect((await hits(typed)).filter(([kind, , , code]) => kind === item[0] && code === item[3])).toEqual([
      item,
    ]);
  // A number given anew by another program's hand, and one that is taken back.
  await archive.store.write((writer) => {
    writer.run('UPDATE exits SET volume_number = 27 WHERE organization_id = ?', [dance]);
    writer.run("UPDATE archive_items SET archival_code = 'WS·2026-Y-BGS-0777' WHERE archival_code = ?", [
      'WS·2026-Y-BGS-0001',
    ]);
  });
  expect([await hits('2026 年第 1 卷'), await hits('WS·2026-Y-BGS-0001')]).toEqual([[], []]);
  expect([(await hits('第27卷'))[0]?.[1], (await hits('0777'))[0]?.[3]]).toEqual([
    '和平里太极拳队',
    'WS·2026-Y-BGS-0777',
  ]);
});

describe('what is archived', () => {
  const locked = { code: 'ITEM_ARCHIVED' };

  test('of a disclosure is neither published anew nor objected to until it is opened', async () => {
    const { id } = await storeRecord(archive, { id: null, record: recordInputOf(team, disclosureOf()) });
    await publishDisclosure(archive, { id, reason: null, seen: true });
    await archiveAll();
    await expect(publishDisclosure(archive, { id, reason: null, seen: true })).rejects.toMatchObject(locked);
    const objection = { id, receivedOn: '2026-11-20', objector: null, body: '数字不对' };
    await expect(receiveObjection(archive, objection)).rejects.toMatchObject(locked);
    const [item] = (await readItems(archive, { ...everything, offset: 0, limit: 1 })).rows;
    await setItemOpen(archive, { id: item!.id, by: '张档案', reason: '居民提出异议', open: true });
    await receiveObjection(archive, objection);
  });

  test('of a filing takes no more copies, scans, photos or words, and a scan of it waits for a clerk', async () => {
    const filing = await startTeam(archive);
    const scan = await attachToFiling(archive, filing.id, new File(['%PDF-1.7'], '备案表.pdf'));
    await takeSteps(archive, filing.id, upToCertificate);
    await archiveAll();
    const { id } = filing;
    const copy = {
      id,
      document: 'charter',
      holder: 'street',
      receivedOn: '2026-11-20',
      signer: '王',
    } as const;
    await expect(recordCopy(archive, copy)).rejects.toMatchObject(locked);
    await expect(attachToFiling(archive, id, new File(['%PDF-1.7 2'], '2.pdf'))).rejects.toMatchObject(
      locked,
    );
    await expect(
      markNoticePhoto(archive, { id, attachmentId: scan.id, caption: '公示栏' }),
    ).rejects.toMatchObject(locked);
    const home = await archive.store.read((reader) =>
      homeOfPaper(reader, { kind: 'filing-form', subjectId: id, page: 1 }, '2026-11-23'),
    );
    expect(home).toEqual({ finding: 'archived' });
  });
});
