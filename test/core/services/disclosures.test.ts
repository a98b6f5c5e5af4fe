import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAttachment } from '../../../src/core/attachments/attachments.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { bringDutiesUpToDate } from '../../../src/core/services/dossier-duties.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import {
  exportOverdue,
  listOverdue,
  readDisclosurePlan,
  readNoticeBoards,
  readOpenObjections,
  weekOf,
} from '../../../src/core/services/disclosure-lists.ts';
import {
  answerObjection,
  publishDisclosure,
  receiveObjection,
  screenDisclosure,
} from '../../../src/core/services/disclosures.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { listOrganizations } from '../../../src/core/services/organizations.ts';
import { listRules, saveRules } from '../../../src/core/services/rules.ts';
import type { ContentOf, RecordInput } from '../../../src/shared/domain/dossier-record.ts';
import type { OrganizationId, RecordId } from '../../../src/shared/domain/ids.ts';
import { htmlText } from '../../support/document-text.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { startTeam, stepOf, takeSteps, upToNotice } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { disclosureOf, recordInputOf } from '../../support/sample-records.ts';
import { workbookBytes } from '../../support/workbooks.ts';

let archive: TestArchive;
let organization: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  organization = await filedTeam(archive);
});
afterEach(() => archive.close());

const put = (
  change: Partial<ContentOf<'disclosure'>> = {},
  { id = null, ...input }: Partial<RecordInput> & { readonly id?: RecordId | null } = {},
) =>
  storeRecord(archive, {
    id,
    record: recordInputOf(organization, disclosureOf(change), {
      occurredOn: '2026-11-20',
      title: '财务公开',
      ...input,
    }),
  });

/** Lays a file beside a record, as the papers of a dossier do. */
const lay = async (recordId: RecordId, fileName: string, bytes: Uint8Array, version = 1): Promise<void> => {
  const { id } = await addAttachment(archive, { fileName, mediaType: 'application/octet-stream', bytes });
  await archive.store.write((writer) => {
    writer.run(
      `INSERT INTO dossier_files (id, organization_id, part, record_id, title, created_at)
       VALUES (?, ?, 'disclosures', ?, ?, ?) ON CONFLICT DO NOTHING`,
      [`f-${fileName}`, organization, recordId, fileName, archive.ports.clock.instant()],
    );
    writer.run('INSERT INTO dossier_file_versions (file_id, version, attachment_id) VALUES (?, ?, ?)', [
      `f-${fileName}`,
      version,
      id,
    ]);
  });
};

const publish = (id: RecordId, reason: string | null = null, seen = false) =>
  publishDisclosure(archive, { id, reason, seen });

describe('publishing', () => {
  test('a clean text needs no reason, and its publication stays while the text stays', async () => {
    const draft = await put();
    expect(draft.content).toMatchObject({ published: null });
    expect((await publish(draft.id)).content).toMatchObject({
      published: { on: '2026-11-23', findings: 0, files: [] },
      personalDataReason: null,
    });
    const moved = await put({ place: '小区东门' }, { id: draft.id });
    expect(moved.content).toMatchObject({ place: '小区东门', published: { on: '2026-11-23' } });
    const changed = await put({ body: '更正后的内容' }, { id: draft.id });
    expect(changed.content).toMatchObject({ published: null });
  });

  test('a form cannot say that it was published, nor bring or lose objections', async () => {
    const forged = await put({
      published: { on: '2026-11-20', findings: 0, files: [] },
      personalDataReason: '无',
      objections: [
        {
          receivedOn: '2026-11-20',
          objector: null,
          body: '假',
          answer: null,
          answeredOn: null,
          answeredBy: null,
        },
      ],
    });
    expect(forged.content).toMatchObject({ published: null, personalDataReason: null, objections: [] });
    await receiveObjection(archive, {
      id: forged.id,
      receivedOn: '2026-11-21',
      objector: null,
      body: '账目不清',
    });
    expect((await put({ objections: [] }, { id: forged.id })).content).toMatchObject({
      objections: [{ body: '账目不清' }],
    });
  });

  test('personal data in the text and in Office files is found with its place, and published with a reason alone', async () => {
    const draft = await put({ body: '活动顺利。\n联系王秀英13812345678' });
    await lay(
      draft.id,
      '名单.xlsx',
      await workbookBytes([{ name: '志愿者', rows: [['李桂兰', '13987654321']] }]),
    );
    expect(await screenDisclosure(archive, draft.id)).toEqual({
      findings: [
        { kind: 'mobile-phone', excerpt: '联系王秀英138****5678', file: null, place: '内容第 2 行' },
        { kind: 'mobile-phone', excerpt: '139****4321', file: '名单.xlsx', place: '工作表“志愿者”B1' },
      ],
      total: 2,
      unread: [],
    });
    await expect(publish(draft.id)).rejects.toMatchObject({
      code: 'PERSONAL_DATA_FOUND',
      data: { findings: 2, unread: 0 },
    });
    const published = await publish(draft.id, '联系人本人书面同意');
    expect(published.content).toMatchObject({
      personalDataReason: '联系人本人书面同意',
      published: { findings: 2 },
    });
  });

  test('the newest version of a file counts, and a removed number needs no reason any more', async () => {
    const draft = await put();
    await lay(draft.id, '公示.txt', Buffer.from('电话 13812345678'));
    await expect(publish(draft.id)).rejects.toMatchObject({ code: 'PERSONAL_DATA_FOUND' });
    await lay(draft.id, '公示.txt', Buffer.from('电话见社区公告栏'), 2);
    expect((await publish(draft.id)).content).toMatchObject({ published: { findings: 0 } });
  });

  test('what cannot be searched waits for a person', async () => {
    const draft = await put();
    await lay(draft.id, '照片.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
    expect((await screenDisclosure(archive, draft.id)).unread).toEqual([
      { file: '照片.jpg', reason: 'picture' },
    ]);
    await expect(publish(draft.id)).rejects.toMatchObject({
      code: 'PERSONAL_DATA_FOUND',
      data: { findings: 0, unread: 1 },
    });
    expect((await publish(draft.id, null, true)).content).toMatchObject({ published: { findings: 0 } });
  });
});

describe('an objection', () => {
  test('is taken in, listed while open, answered once', async () => {
    const { id } = await put();
    await receiveObjection(archive, { id, receivedOn: '2026-11-21', objector: '李居民', body: '账目不清' });
    expect(await readOpenObjections(archive)).toEqual([
      {
        organizationId: organization,
        organizationName: '阳光里夕阳红舞蹈队',
        recordId: id,
        title: '财务公开',
        receivedOn: '2026-11-21',
        body: '账目不清',
        waitingDays: 2,
      },
    ]);
    const answer = { id, index: 0, answer: '已附明细', answeredOn: '2026-11-22', answeredBy: '李干事' };
    expect((await answerObjection(archive, answer)).content).toMatchObject({
      objections: [{ objector: '李居民', answer: '已附明细' }],
    });
    expect(await readOpenObjections(archive)).toEqual([]);
    await expect(answerObjection(archive, answer)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(answerObjection(archive, { ...answer, index: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('comes neither before what it objects to nor tomorrow, and its answer not before it', async () => {
    const { id } = await put();
    const objection = { id, objector: null, body: '账目不清' };
    await expect(receiveObjection(archive, { ...objection, receivedOn: '2026-11-19' })).rejects.toMatchObject(
      { data: { reason: 'before-previous' } },
    );
    await expect(receiveObjection(archive, { ...objection, receivedOn: '2026-11-24' })).rejects.toMatchObject(
      { data: { reason: 'future' } },
    );
    await receiveObjection(archive, { ...objection, receivedOn: '2026-11-22' });
    const answer = { id, index: 0, answer: '已附明细', answeredBy: '李干事' };
    await expect(answerObjection(archive, { ...answer, answeredOn: '2026-11-21' })).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
    });
  });
});

describe('the plan', () => {
  const gapTitles = async () => {
    await bringDutiesUpToDate(archive);
    return (await readDossier(archive, organization)).gaps
      .filter(({ code }) => code === 'disclosure')
      .map(({ title }) => title);
  };

  test('asks of a team filed on 16 November 2026 what falls due after it, and a published disclosure settles it', async () => {
    expect(await gapTitles()).toEqual([]);
    archive.ports.clock.set('2027-03-02T01:00:00.000Z');
    expect(await gapTitles()).toEqual(['2026 年下半年财务收支等 3 项未公开']);
    expect(
      (await readDisclosurePlan(archive, organization))
        .filter(({ state }) => state === 'overdue')
        .map(({ label, dueOn }) => [label, dueOn]),
    ).toEqual([
      ['2026 年下半年财务收支', '2027-01-30'],
      ['2026 年下半年活动情况', '2027-01-30'],
      ['2026 年度工作', '2027-03-01'],
    ]);
    const draft = await put({ period: '2026-2/2' });
    expect(await gapTitles()).toEqual(['2026 年下半年财务收支等 3 项未公开']);
    await publish(draft.id);
    expect(await gapTitles()).toEqual(['2026 年下半年活动情况等 2 项未公开']);
    const { rows, total } = await listOverdue(archive, {
      filter: { communityIds: [], subjects: [] },
      offset: 0,
      limit: 10,
    });
    expect([total, rows.map(({ label, overdueDays }) => [label, overdueDays])]).toEqual([
      2,
      [
        ['2026 年下半年活动情况', 31],
        ['2026 年度工作', 1],
      ],
    ]);
    expect(
      (
        await listOverdue(archive, {
          filter: { communityIds: [], subjects: ['annual'] },
          offset: 0,
          limit: 10,
        })
      ).total,
    ).toBe(1);
    const filter = {
      text: '',
      communityIds: [],
      statuses: [],
      fourClasses: [],
      settlement: null,
      proposedRegistration: null,
      lacking: 'disclosure',
      due: null,
    } as const;
    const list = await listOrganizations(archive, {
      filter: { ...filter, communityIds: [], statuses: [], fourClasses: [] },
      sort: { by: 'name', descending: false },
      offset: 0,
      limit: 10,
    });
    expect(list.total).toBe(1);
    expect((await exportOverdue(archive, { communityIds: [], subjects: [] })).name).toBe(
      '信息公开逾期清单-2027-03-02.xlsx',
    );
  });

  test('of another subject or period does not settle it; a period that no plan knows is refused', async () => {
    archive.ports.clock.set('2027-03-02T01:00:00.000Z');
    await publish((await put({ subject: 'other', period: null })).id);
    await publish((await put({ period: '2026-1/2' })).id);
    expect(await gapTitles()).toEqual(['2026 年下半年财务收支等 3 项未公开']);
    await expect(put({ period: '2026-3/4' })).rejects.toMatchObject({ code: 'PERIOD_UNKNOWN' });
    await expect(put({ subject: 'other', period: '2026-2/2' })).rejects.toMatchObject({
      code: 'PERIOD_UNKNOWN',
    });
  });

  test('that is empty asks for nothing', async () => {
    archive.ports.clock.set('2027-03-02T01:00:00.000Z');
    const rules = (await listRules(archive))[0];
    if (rules === undefined) throw new Error('no rules');
    await saveRules(archive, { ...rules, body: { ...rules.body, disclosurePlan: [] } });
    expect(await gapTitles()).toEqual([]);
    expect(await readDisclosurePlan(archive, organization)).toEqual([]);
  });
});

describe('the notice board of a week', () => {
  test.each([
    ['2026-11-23', '2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-23', '2026-11-29'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
  ])('of %s runs from Monday %s to Sunday %s', (day, from, to) => expect(weekOf(day)).toEqual({ from, to }));

  test('holds running notices, results and published disclosures of each community', async () => {
    const choir = await startTeam(archive, '阳光里合唱队');
    await takeSteps(archive, choir.id, upToNotice);
    const draft = await put({ endsOn: '2026-11-30' });
    await put({}, { title: '草稿' });
    await publish(draft.id);
    const week = async (day: string) =>
      (await readNoticeBoards(archive, { communityId: null, day })).boards.flatMap(
        ({ communityName, items }) =>
          items.map(({ kind, organizationName, title, from, to }) => [
            communityName,
            kind,
            organizationName,
            title,
            from,
            to,
          ]),
      );
    expect(await week('2026-11-12')).toEqual([
      ['阳光里社区', 'public-notice', '阳光里合唱队', '首次备案公示', '2026-11-09', '2026-11-15'],
    ]);
    expect(await week('2026-11-20')).toEqual([
      ['阳光里社区', 'disclosure', '阳光里夕阳红舞蹈队', '财务收支：财务公开', '2026-11-20', '2026-11-30'],
      ['阳光里社区', 'filing-result', '阳光里夕阳红舞蹈队', '首次备案结果公告', '2026-11-16', null],
    ]);
    expect(await week('2026-12-01')).toHaveLength(1);
    expect(await week('2026-12-08')).toEqual([]);
    archive.ports.clock.set('2026-11-20T01:00:00.000Z');
    const { boards } = await readNoticeBoards(archive, { communityId: null, day: null });
    const [paper] = await paperTemplates['notice-board'].prepare(archive, [boards[0]?.communityId ?? '']);
    const printed = htmlText(renderHtml([paper!.build(null)])).join(' ');
    for (const { title } of boards[0]?.items ?? []) expect(printed).toContain(title);
    expect(printed).toContain('共2项');
    await advanceFiling(archive, choir.id, stepOf('withdraw', '2026-11-20'));
    expect(await week('2026-11-12')).toEqual([]);
  });
});

test('where it hangs and who answers for it are searched like the text', async () => {
  const draft = await put({ place: '社区门口', responsible: '王秀英 13812345678' });
  expect((await screenDisclosure(archive, draft.id)).findings).toMatchObject([
    { kind: 'mobile-phone', place: '责任人' },
  ]);
  const clean = await put({ responsible: '王秀英' }, { id: draft.id });
  await publish(clean.id);
  const moved = await put({ responsible: '王秀英', place: '王家，电话 13812345678' }, { id: draft.id });
  expect(moved.content).toMatchObject({ published: null });
});
