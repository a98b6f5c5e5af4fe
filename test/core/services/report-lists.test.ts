import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import {
  exportPlan,
  readCommunityPlans,
  readPlan,
  readStreetPeriods,
} from '../../../src/core/services/report-plan.ts';
import {
  exportDecisions,
  exportFollowUps,
  exportSurveys,
  readDecisions,
  readFollowUps,
  readSurveys,
} from '../../../src/core/services/survey-lists.ts';
import type { SurveyFilter, SurveySort } from '../../../src/shared/contract/reports.ts';
import type { RecordInput } from '../../../src/shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { takeSteps, startTeam, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import {
  countedGroups,
  decisionOf,
  recordInputOf,
  reportOf,
  surveyOf,
} from '../../support/sample-records.ts';

let archive: TestArchive;
let dance: OrganizationId;
let choir: OrganizationId;

/** Certified on 16 November 2026. */
const filedTeam = async (name: string): Promise<OrganizationId> => {
  const { id } = await startTeam(archive, name);
  return (await takeSteps(archive, id, upToCertificate)).organizationId;
};
const store = (
  organization: OrganizationId,
  content: RecordInput['content'],
  change: Partial<RecordInput> = {},
) => storeRecord(archive, { id: null, record: recordInputOf(organization, content, change) });

beforeEach(async () => {
  archive = await openTestArchive();
  dance = await filedTeam('阳光里夕阳红舞蹈队');
  choir = await filedTeam('和平里合唱团');
});
afterEach(() => archive.close());

const firstSheet = async (file: File): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
};

describe('the plan of reports', () => {
  const second = { text: '', communityIds: [], period: '2026-2/2', reported: null };
  const whole = { offset: 0, limit: 50 };

  test('counts who owes a period and who has reported, and is done when nobody owes', async () => {
    archive.ports.clock.set('2027-01-20T01:00:00.000Z');
    await store(dance, reportOf({ period: '2026-2/2' }), { occurredOn: '2026-12-28' });
    const [, owed] = await readStreetPeriods(archive);
    expect(owed).toEqual({
      code: '2026-2/2',
      label: '2026 年下半年',
      endsOn: '2026-12-31',
      dueOn: '2027-01-15',
      state: 'overdue',
      owed: 2,
      reported: 1,
    });
    await store(choir, reportOf({ period: '2026-2/2' }), { occurredOn: '2027-01-20' });
    expect((await readStreetPeriods(archive))[1]).toMatchObject({ state: 'done', reported: 2 });
  });

  test('asks nothing of the time before an organization was filed', async () => {
    const first = (await readStreetPeriods(archive)).find(({ code }) => code === '2026-1/2');
    expect(first).toMatchObject({ state: 'not-owed', owed: 0, reported: 0 });
  });

  test('lists by community who is missing, with the days', async () => {
    archive.ports.clock.set('2027-01-20T01:00:00.000Z');
    const report = await store(dance, reportOf({ period: '2026-2/2' }), { occurredOn: '2026-12-28' });
    const { rows, total } = await readPlan(archive, { filter: second, ...whole });
    expect(total).toBe(2);
    expect(rows).toEqual([
      expect.objectContaining({
        organizationName: '和平里合唱团',
        communityName: '阳光里社区',
        responsiblePersonName: '王秀英',
        state: 'overdue',
        overdueDays: 5,
        reportId: null,
      }),
      expect.objectContaining({ organizationName: '阳光里夕阳红舞蹈队', state: 'done', reportId: report.id }),
    ]);
    const missing = await readPlan(archive, { filter: { ...second, reported: false }, ...whole });
    expect([missing.rows.map(({ organizationId }) => organizationId), missing.total]).toEqual([[choir], 1]);
    expect(await readCommunityPlans(archive, '2026-2/2')).toEqual([
      expect.objectContaining({ name: '阳光里社区', owed: 2, reported: 1 }),
    ]);
  });

  test('is exported as shown', async () => {
    const file = await exportPlan(archive, { ...second, reported: false, text: '合唱' });
    expect(file.name).toBe('向两委报告情况_2026 年下半年-2026-11-23.xlsx');
    expect((await firstSheet(file)).slice(2)).toEqual([
      ['社区', '组织名称', '负责人', '报告情况', '报告日期', '逾期天数'],
      ['阳光里社区', '和平里合唱团', '王秀英', '本期进行中', '', ''],
    ]);
  });

  test('refuses a period that the rules do not know', async () => {
    const unknown = { filter: { ...second, period: '2026-1/4' }, ...whole };
    await expect(readPlan(archive, unknown)).rejects.toMatchObject({ code: 'PERIOD_UNKNOWN' });
  });
});

describe('surveys of the street', () => {
  const every: SurveyFilter = { text: '', communityIds: [], year: null, closed: null, lowOnly: false };
  const byScore: SurveySort = { by: 'score', descending: true };
  const span = { offset: 0, limit: 50 };
  const good = {
    ...countedGroups,
    residents: { ...countedGroups.committees, issued: 6 },
    units: countedGroups.committees,
  };
  const followUp = { measures: '走访居民', dueOn: '2026-11-01', closedOn: null, outcome: null };

  const threeSurveys = async () => {
    const low = await store(dance, surveyOf({ groups: countedGroups, closedOn: '2026-10-08', followUp }));
    const high = await store(choir, surveyOf({ groups: good, closedOn: '2026-10-09' }), {
      title: '合唱团测评',
    });
    const open = await store(choir, surveyOf({ groups: countedGroups }), { occurredOn: '2026-11-20' });
    return { low, high, open };
  };

  test('show the figures of surveyResult once counted; those still open show ballots only', async () => {
    const { low, high, open } = await threeSurveys();
    const { rows, total } = await readSurveys(archive, { filter: every, sort: byScore, ...span });
    expect(total).toBe(3);
    expect(rows.map(({ id, score, rate, valid }) => [id, score, rate, valid])).toEqual([
      [high.id, 86, 90, 15],
      [low.id, 77.6, 84.8, 25],
      [open.id, null, null, 25],
    ]);
    expect(rows[1]).toMatchObject({
      low: true,
      tooFew: true,
      followUp: 'overdue',
      groups: { committees: { rate: 90, score: 86 }, residents: { rate: 84.4, score: 78.8 } },
    });
    expect(rows[2]).toMatchObject({ low: false, tooFew: false, closedOn: null, followUp: 'none' });
  });

  test('are found by name, year, standing and low score', async () => {
    const { low, high, open } = await threeSurveys();
    const found = async (change: Partial<SurveyFilter>) =>
      (await readSurveys(archive, { filter: { ...every, ...change }, sort: byScore, ...span })).rows.map(
        ({ id }) => id,
      );
    expect(await found({ text: '合唱' })).toEqual([high.id, open.id]);
    expect(await found({ lowOnly: true })).toEqual([low.id]);
    expect(await found({ closed: false })).toEqual([open.id]);
    expect(await found({ year: 2025 })).toEqual([]);
  });

  test('lead to decisions and follow-ups; every list is exported as shown', async () => {
    const { low, high } = await threeSurveys();
    await store(choir, decisionOf(high.id), { title: '购买合唱培训', occurredOn: '2026-11-02' });
    const decisions = { text: '', communityIds: [], year: 2026, uses: [] };
    expect((await readDecisions(archive, { filter: decisions, ...span })).rows).toEqual([
      expect.objectContaining({
        organizationId: choir,
        title: '购买合唱培训',
        use: 'purchase',
        amountYuan: 20_000,
        surveyId: high.id,
        surveyTitle: '合唱团测评',
        surveyClosedOn: '2026-10-09',
        rate: 90,
        score: 86,
      }),
    ]);
    expect((await readDecisions(archive, { filter: { ...decisions, uses: ['exit'] }, ...span })).total).toBe(
      0,
    );
    const openOnly = { text: '', communityIds: [], openOnly: true };
    const { rows } = await readFollowUps(archive, { filter: openOnly, ...span });
    expect(rows).toEqual([
      expect.objectContaining({
        surveyId: low.id,
        measures: '走访居民',
        dueOn: '2026-11-01',
        overdueDays: 22,
      }),
    ]);
    const [, , heads, line] = await firstSheet(await exportDecisions(archive, decisions));
    expect(heads?.at(-1)).toBe('测评编号');
    expect(line?.at(-1)).toBe(high.id);
    const sheet = await firstSheet(await exportSurveys(archive, { filter: every, sort: byScore }));
    expect(sheet.slice(2).map((row) => row[10])).toEqual(['得分', '86', '77.6', '']);
    expect((await firstSheet(await exportFollowUps(archive, openOnly)))[3]?.slice(3, 7)).toEqual([
      '77.6',
      '走访居民',
      '2026-11-01',
      '22',
    ]);
  });
});
