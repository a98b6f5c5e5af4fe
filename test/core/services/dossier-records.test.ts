import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringDutiesUpToDate } from '../../../src/core/services/dossier-duties.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import {
  listRecycleBin,
  readRecord,
  readRecords,
  removeRecord,
  restoreRecord,
  storeRecord,
} from '../../../src/core/services/dossier-records.ts';
import {
  openObjections,
  type ContentOf,
  type DossierRecord,
  type RecordContent,
  type RecordInput,
} from '../../../src/shared/domain/dossier-record.ts';
import { recordId, type OrganizationId, type RecordId } from '../../../src/shared/domain/ids.ts';
import { emptyGroup, type SurveyContent } from '../../../src/shared/domain/survey.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import {
  countedGroups,
  decisionOf,
  recordInputOf,
  reportOf,
  surveyOf,
} from '../../support/sample-records.ts';

let archive: TestArchive;
let organization: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  organization = await enterOrganization(archive);
});
afterEach(() => archive.close());

const store = (
  content: RecordContent,
  { id = null, ...change }: Partial<RecordInput> & { readonly id?: RecordId | null } = {},
): Promise<DossierRecord> =>
  storeRecord(archive, { id, record: recordInputOf(organization, content, change) });

const rowOf = (id: RecordId) =>
  archive.store.read((reader) =>
    reader.get<Record<string, unknown>>(
      'SELECT kind, period, due_on, closed_on, deleted_at FROM dossier_records WHERE id = ?',
      [id],
    ),
  );

describe('records', () => {
  test('are kept whole, change in place, and are listed newest first by part', async () => {
    const report = await store(reportOf(), { title: '上半年报告' });
    archive.ports.clock.set('2026-11-24T01:00:00.000Z');
    const survey = await store(surveyOf(), { occurredOn: '2026-11-20' });
    const changed = await store(reportOf({ committeeOpinion: '请补充财务' }), { id: report.id });
    expect(changed).toEqual({
      ...report,
      title: '记录',
      content: reportOf({ committeeOpinion: '请补充财务' }),
      updatedAt: '2026-11-24T01:00:00.000Z',
    });
    expect(await readRecord(archive, report.id)).toEqual(changed);
    expect(await readRecords(archive, { organizationId: organization, part: null })).toEqual([
      survey,
      changed,
    ]);
    expect(await readRecords(archive, { organizationId: organization, part: 'disclosures' })).toEqual([]);
    expect(
      await readRecords(archive, { organizationId: organization, part: 'reports-and-surveys' }),
    ).toHaveLength(2);
  });

  test('carry what lists ask: period, day of something open, day of counting', async () => {
    const report = await store(reportOf());
    expect(await rowOf(report.id)).toEqual({
      kind: 'committee-report',
      period: '2026-1/2',
      due_on: null,
      closed_on: null,
      deleted_at: null,
    });
    const followUp = { measures: '走访居民', dueOn: '2026-10-01', closedOn: null, outcome: null };
    const survey = await store(surveyOf({ groups: countedGroups, closedOn: '2026-08-01', followUp }));
    expect(await rowOf(survey.id)).toMatchObject({ due_on: '2026-10-01', closed_on: '2026-08-01' });
    const done = { ...followUp, closedOn: '2026-09-30', outcome: '已走访 30 户' };
    await store(
      { ...surveyOf({ groups: countedGroups, closedOn: '2026-08-01' }), followUp: done },
      { id: survey.id },
    );
    expect(await rowOf(survey.id)).toMatchObject({ due_on: null });
  });

  test('count toward completeness at once, and no longer once removed', async () => {
    const part = async () =>
      (await readDossier(archive, organization)).parts.find((each) => each.part === 'reports-and-surveys')
        ?.summary;
    expect(await part()).toBe('还没有记录');
    const { id } = await store(reportOf());
    expect(await part()).toBe('报告 1 份，测评 0 次');
    await removeRecord(archive, id);
    expect(await part()).toBe('还没有记录');
  });

  test('go to the recycle bin and come back as they were', async () => {
    const report = await store(reportOf(), { title: '上半年报告' });
    await removeRecord(archive, report.id);
    await expect(readRecord(archive, report.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listRecycleBin(archive)).toEqual([
      {
        what: 'record',
        id: report.id,
        kind: 'committee-report',
        title: '上半年报告',
        organizationId: organization,
        organizationName: '阳光里夕阳红舞蹈队',
        deletedAt: archive.ports.clock.instant(),
      },
    ]);
    expect(await restoreRecord(archive, report.id)).toEqual(report);
    expect(await listRecycleBin(archive)).toEqual([]);
  });

  test('keep their organization and kind', async () => {
    const { id } = await store(reportOf());
    const other = await enterOrganization(archive, '和平里合唱团');
    await expect(store(reportOf(), { id, organizationId: other })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(store(surveyOf(), { id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(store(reportOf(), { id: recordId.parse('none') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test.each(['2026-3/2', '2027-1/2', '2026-1/4', '去年'])('refuse the period %s', async (period) => {
    await expect(store(reportOf({ period }))).rejects.toMatchObject({
      code: 'PERIOD_UNKNOWN',
      data: { period },
    });
    await expect(store(surveyOf({ period }))).rejects.toMatchObject({ code: 'PERIOD_UNKNOWN' });
  });

  test('of what was done do not lie ahead; a survey may be called ahead', async () => {
    const ahead = { occurredOn: '2026-12-24' };
    await expect(store(reportOf(), ahead)).rejects.toMatchObject({ code: 'STEP_DATE_INVALID' });
    await expect(store(surveyOf(), ahead)).resolves.toMatchObject(ahead);
  });
});

describe('a survey', () => {
  const counting = (change: Partial<SurveyContent> = {}) => surveyOf({ groups: countedGroups, ...change });

  test('may change while no ballot is in', async () => {
    const { id } = await store(surveyOf());
    const more = surveyOf({ items: ['党的建设'], weights: { committees: 2, residents: 5, units: 3 } });
    expect((await store(more, { id })).content).toEqual(more);
  });

  const locked: readonly (readonly [string, Partial<SurveyContent>])[] = [
    ['items', { items: ['服务质量', '活动情况'] }],
    ['order of items', { items: ['活动开展', '服务质量'] }],
    ['points', { scale: { ...surveyOf().scale, mostlySatisfied: 90 } }],
    ['不了解', { scale: { ...surveyOf().scale, unknownCounts: true } }],
    ['weights', { weights: { committees: 1, residents: 2, units: 1 } }],
    ['way of entry', { entry: 'sheets' }],
  ];
  test.each(locked)('keeps its %s from the first ballot on', async (_, change) => {
    const groups = {
      ...surveyOf().groups,
      units: { ...emptyGroup, issued: 1, returned: 1, sheets: ['ss'] },
    };
    const { id } = await store(surveyOf({ groups }));
    await expect(store(surveyOf({ groups, ...change }), { id })).rejects.toMatchObject({
      code: 'SURVEY_LOCKED',
    });
    await store(surveyOf(change), { id }); // without ballots again
  });

  test('is closed with numbers that agree, or with a reason', async () => {
    const { id } = await store(counting());
    const wrong = { ...countedGroups, residents: { ...countedGroups.residents, issued: 17 } };
    const closing = counting({ groups: wrong, closedOn: '2026-08-01' });
    await expect(store(closing, { id })).rejects.toMatchObject({
      code: 'SURVEY_UNBALANCED',
      data: { count: 1 },
    });
    expect((await store(counting({ closedOn: '2026-08-01' }), { id })).content).toMatchObject({
      closedOn: '2026-08-01',
    });
    const reason = await store({ ...closing, imbalanceReason: '多收回一张别处发的票' });
    expect(reason.content).toMatchObject({ closedOn: '2026-08-01' });
  });

  test('keeps its numbers while it is closed, and takes them again once opened', async () => {
    const { id } = await store(counting({ closedOn: '2026-08-01' }));
    const fewer = { ...countedGroups, units: emptyGroup };
    await expect(store(counting({ closedOn: '2026-08-01', groups: fewer }), { id })).rejects.toMatchObject({
      code: 'SURVEY_CLOSED',
    });
    await store(counting(), { id });
    await store(counting({ groups: fewer }), { id });
    await store(counting({ closedOn: '2026-08-02', groups: fewer }), { id });
  });

  test('with an overdue follow-up is a gap, and the dossier says which survey waits', async () => {
    const followUp = { measures: '走访', dueOn: '2026-11-01', closedOn: null, outcome: null };
    const { id } = await store(counting({ closedOn: '2026-08-01', followUp }));
    await bringDutiesUpToDate(archive);
    const now = async () => {
      const { gaps, debts } = await readDossier(archive, organization);
      return [gaps.find(({ code }) => code === 'overdue-matter')?.title, debts.matter, debts.openSurveyId];
    };
    expect(await now()).toEqual(['1 项整改过期未办结', { kind: 'survey', recordId: id }, null]);
    const done = { ...followUp, closedOn: '2026-11-20', outcome: '已走访' };
    await store(counting({ closedOn: '2026-08-01', followUp: done }), { id });
    expect(await now()).toEqual([undefined, null, null]);
    await store(counting(), { id });
    expect(await now()).toEqual([undefined, null, id]);
  });

  test('keeps no trace of the order in which ballots came', async () => {
    const bySheets = (sheets: readonly string[]) =>
      surveyOf({
        entry: 'sheets',
        groups: {
          ...surveyOf().groups,
          residents: { ...emptyGroup, issued: 4, returned: 4, sheets: [...sheets] },
        },
      });
    const one = await store(bySheets(['ss', 'dm', 'us', 'sd']));
    const other = await store(bySheets(['sd', 'us', 'ss', 'dm']));
    const textOf = (id: RecordId) =>
      archive.store.read((reader) =>
        reader.get<{ content: string }>('SELECT content FROM dossier_records WHERE id = ?', [id]),
      );
    expect(await textOf(one.id)).toEqual(await textOf(other.id));
    expect(await textOf(one.id)).toMatchObject({
      content: expect.stringContaining('"sheets":["dm","sd","ss","us"]') as string,
    });
  });
});

describe('a decision', () => {
  const closed = surveyOf({ groups: countedGroups, closedOn: '2026-08-01' });

  test('cites a survey of the same organization that was counted', async () => {
    const open = await store(surveyOf());
    await expect(store(decisionOf(open.id))).rejects.toMatchObject({
      code: 'SURVEY_NOT_CITABLE',
      data: { reason: 'open' },
    });
    const absent = { code: 'SURVEY_NOT_CITABLE', data: { reason: 'absent' } };
    await expect(store(decisionOf(recordId.parse('none')))).rejects.toMatchObject(absent);
    const report = await store(reportOf());
    await expect(store(decisionOf(report.id))).rejects.toMatchObject(absent);
    const survey = await store(closed);
    const other = await enterOrganization(archive, '和平里合唱团');
    await expect(store(decisionOf(survey.id), { organizationId: other })).rejects.toMatchObject(absent);
    expect((await store(decisionOf(survey.id))).content).toEqual(decisionOf(survey.id));
  });

  test('holds its survey: it is not opened again and not removed while cited', async () => {
    const survey = await store(closed);
    const decision = await store(decisionOf(survey.id));
    const cited = { code: 'SURVEY_CITED', data: { count: 1 } };
    await expect(store({ ...closed, closedOn: null }, { id: survey.id })).rejects.toMatchObject(cited);
    await expect(removeRecord(archive, survey.id)).rejects.toMatchObject(cited);
    await removeRecord(archive, decision.id);
    await removeRecord(archive, survey.id);
    await expect(restoreRecord(archive, decision.id)).rejects.toMatchObject({ code: 'SURVEY_NOT_CITABLE' });
    expect((await listRecycleBin(archive)).map(({ id }) => id).toSorted()).toEqual(
      [decision.id, survey.id].toSorted(),
    );
  });
});

test('objections are open until answered', () => {
  const asked = {
    receivedOn: '2026-07-01',
    objector: null,
    body: '账目不清',
    answer: null,
    answeredBy: null,
  };
  const disclosure: ContentOf<'disclosure'> = {
    kind: 'disclosure',
    subject: 'finance',
    body: '',
    means: '张贴',
    place: null,
    endsOn: null,
    responsible: null,
    objections: [
      { ...asked, answeredOn: null },
      { ...asked, answer: '已附明细', answeredOn: '2026-07-03' },
    ],
    personalDataReason: null,
    period: null,
    published: null,
  };
  expect(openObjections(disclosure)).toBe(1);
});
