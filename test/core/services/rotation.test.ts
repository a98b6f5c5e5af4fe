import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportGaps, exportCoverage } from '../../../src/core/services/gap-list.ts';
import { freezeLedger, frozenOf, buildSnapshot } from '../../../src/core/services/ledger-snapshot.ts';
import {
  exportBoard,
  keepCycle,
  keepTarget,
  readBoard,
  removeTarget,
} from '../../../src/core/services/policy-board.ts';
import { readRevealLog } from '../../../src/core/services/reveals.ts';
import { readCoverage, readTrend } from '../../../src/core/services/rotation.ts';
import { rulesOn } from '../../../src/core/services/rules.ts';
import {
  issueCompletions,
  readCompleted,
  readCompletions,
  voidCompletionOf,
} from '../../../src/core/services/training-completions.ts';
import { enrolPeople, writeAttendance } from '../../../src/core/services/training-attendance.ts';
import { keepExam, readExams, removeExam } from '../../../src/core/services/training-exams.ts';
import { readOrganizationTraining, readTrainingDuties } from '../../../src/core/services/training-figures.ts';
import { readTrainingCertificates } from '../../../src/core/services/training-papers.ts';
import { acceptPlan, proposeSessions } from '../../../src/core/services/training-planning.ts';
import { keepSession, readSession } from '../../../src/core/services/training-sessions.ts';
import { readTrainees } from '../../../src/core/services/trainees.ts';
import { readWorkbook } from '../../../src/core/interchange/workbook-reading.ts';
import type { PlanRequest, PlanResult } from '../../../src/shared/contract/rotation.ts';
import { ledgerPeriod } from '../../../src/shared/domain/ledger-period.ts';
import type {
  CommunityId,
  OrganizationId,
  PersonId,
  TrainingSessionId,
} from '../../../src/shared/domain/ids.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { memberOf } from '../../support/members.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { communitiesOf, enterTrainee, poolFilter, sessionOf, checkedNumber } from '../../support/training.ts';

let archive: TestArchive;
let sunny: CommunityId;
let peace: CommunityId;
let team: OrganizationId;
let workers: readonly PersonId[];
let backbone: PersonId;
let session: TrainingSessionId;

/**
 * Four workers and a volunteer leader of a filed team; three of the workers and the leader came on 18 November, after
 * the team was filed on the 16th.
 */
beforeAll(async () => {
  archive = await openTestArchive();
  [sunny, peace] = (await communitiesOf(archive)) as [CommunityId, CommunityId];
  team = await filedTeam(archive);
  const row = await addMember(
    archive,
    memberOf(team, { name: '丁秀兰', role: 'backbone', joinedOn: '2026-11-01' }),
  );
  backbone = row.personId;
  const names = ['赵一', '钱二', '孙三', '李四'];
  const entered: PersonId[] = [];
  for (const [index, name] of names.entries())
    entered.push(
      await enterTrainee(
        archive,
        name,
        { communityId: index < 2 ? sunny : peace, startsOn: '2025-01-01' },
        { phone: `1390000000${index}`, identityNumber: checkedNumber(`9901011990010100${index}`) },
      ),
    );
  workers = entered;
  session = (
    await keepSession(archive, {
      id: null,
      session: sessionOf({ startsAt: '2026-11-18T09:00', endsAt: '2026-11-18T12:00' }),
    })
  ).id;
  await enrolPeople(archive, { id: session, personIds: [...workers, backbone], filter: null });
  await writeAttendance(archive, {
    id: session,
    way: 'grid',
    entries: [...workers.slice(0, 3), backbone].map((personId) => ({
      personId,
      status: 'present',
      lateMinutes: 0,
      madeUpOn: null,
    })),
  });
});
afterAll(() => archive.close());

describe('cycles, targets and coverage', () => {
  test('a cycle of the office stands in the place of the calendar year', async () => {
    const cycle = {
      name: '第一轮',
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
      carryOverMonths: 0,
      requiredMinutes: 0,
    };
    const [kept] = await keepCycle(archive, { id: null, cycle });
    const coming = await readCoverage(archive, { asOf: '2026-12-05', cycleId: null });
    expect([coming.cycle.name, coming.matrix.overall.trained]).toEqual(['第一轮', 0]);
    await expect(keepCycle(archive, { id: null, cycle })).rejects.toMatchObject({
      data: { what: 'training-cycle' },
    });
    // A month of carry-over takes 18 November in.
    await keepCycle(archive, { id: kept?.id ?? null, cycle: { ...cycle, carryOverMonths: 1 } });
    const carried = await readCoverage(archive, { asOf: '2026-12-05', cycleId: null });
    expect(carried.matrix.overall).toEqual({ people: 6, trained: 4, due: 0, never: 2 });
    await keepCycle(archive, {
      id: kept?.id ?? null,
      cycle: { ...cycle, requiredMinutes: 200, carryOverMonths: 1 },
    });
    expect((await readCoverage(archive, { asOf: '2026-12-05', cycleId: null })).matrix.overall).toEqual({
      people: 6,
      trained: 0,
      due: 4,
      never: 2,
    });
    const trend = await readTrend(archive, { asOf: '2026-11-23', cycleId: null });
    expect(trend.map(({ on, count }) => [on, count.people, count.trained]).slice(-2)).toEqual([
      ['2026-10-31', 4, 0],
      ['2026-11-23', 6, 4],
    ]);
  });

  test("the policy's target of 2023 is overdue with its real rate; the office sets its own", async () => {
    await keepTarget(archive, {
      id: null,
      target: { group: 'volunteer-backbone', rate: 50, dueOn: '2026-12-31', basis: null, note: '本街道' },
    });
    await keepTarget(archive, {
      id: null,
      target: { group: 'social-worker', rate: 50, dueOn: '2026-12-31', basis: null, note: null },
    });
    const { asOf, targets, figures } = await readBoard(archive);
    expect(asOf).toBe('2026-11-23');
    const shown = targets.map(({ group, rate, state, groups }) => [
      group,
      rate,
      state,
      ...groups
        .filter(({ count }) => count.people > 0)
        .map((each) => `${each.group} ${each.rate} ${each.state}`),
    ]);
    expect(shown).toContainEqual([
      null,
      100,
      'overdue',
      'community-worker 75 overdue',
      'organization-head 0 overdue',
      'volunteer-backbone 100 met',
    ]);
    expect(shown).toContainEqual(['volunteer-backbone', 50, 'met', 'volunteer-backbone 100 met']);
    expect(shown).toContainEqual(['social-worker', 50, 'nobody']);
    expect(figures.map(({ code, value, of, target }) => [code, value, of, target])).toEqual([
      ['density-urban', 0, 2, 2],
      ['density-rural', 0, 1, 1],
      ['rural-team', null, 1, 1],
      ['fallback-party', 1, 1, 1],
      // 王秀英 is a Party member.
      ['party-heads', 1, 1, null],
      ['party-developed', 0, null, null],
      ['party-leadership', 0, null, null],
    ]);
    const own = targets.find(({ group }) => group === 'social-worker');
    if (own === undefined) throw new Error('the target is missing');
    await removeTarget(archive, own.id);
    expect((await readBoard(archive)).targets).toHaveLength(2);
    expect((await exportBoard(archive)).size).toBeGreaterThan(4_000);
  });

  const cellsOf = async (file: File): Promise<string[]> => {
    const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
    return (sheets[0]?.rows ?? []).flatMap((row) => row.map((cell) => String(cell?.value ?? '')));
  };

  test('the gap list has telephones only for whoever says why, and that is logged', async () => {
    const masked = await cellsOf(await exportGaps(archive, { filter: poolFilter(), phones: null }));
    expect(masked).toContain('李四');
    expect(masked).not.toContain('赵一');
    expect(masked.join()).not.toMatch(/1390000000\d/);
    expect((await readRevealLog(archive, { before: null, limit: 9 })).total).toBe(0);
    const clear = await cellsOf(
      await exportGaps(archive, { filter: poolFilter(), phones: { actor: '周协调', note: '通知补训' } }),
    );
    expect(clear).toContain('13900000003');
    const log = await readRevealLog(archive, { before: null, limit: 9 });
    expect(log).toMatchObject({
      total: 1,
      brokenAt: null,
      rows: [
        { actor: '周协调', reason: 'contact', note: '通知补训', subjectName: '轮训缺训名单', people: 2 },
      ],
    });
  });

  test('the matrix goes out as it is shown', async () => {
    const cells = await cellsOf(await exportCoverage(archive, { asOf: '2026-11-23', cycleId: null }));
    expect(cells).toEqual(expect.arrayContaining(['阳光里社区', '2/2', '1/2', '3/4', '75%', '4/6', '66.6%']));
  });
});

describe('completion certificates', () => {
  test('those who completed get numbers in a row; a void number stays taken', async () => {
    const subject = { kind: 'session', id: session } as const;
    const { people, title } = await readCompleted(archive, subject);
    expect([title, people.map(({ personName, minutes }) => `${personName} ${minutes}`)]).toEqual([
      '社区工作者轮训第一课',
      ['丁秀兰 180', '钱二 180', '孙三 180', '赵一 180'],
    ]);
    const issue = (personIds: readonly PersonId[], issuedOn = '2026-11-20') =>
      issueCompletions(archive, { subject, personIds, issuedOn, issuedBy: '周协调' });
    await expect(issue([workers[3] as PersonId])).rejects.toMatchObject({ data: { what: 'training-plan' } });
    await expect(issue([backbone], '2026-11-17')).rejects.toMatchObject({ data: { reason: 'before-issue' } });
    await expect(issue([backbone], '2026-11-24')).rejects.toMatchObject({ data: { reason: 'future' } });
    const { ids } = await issue([backbone, ...workers.slice(0, 2)]);
    const papers = await readTrainingCertificates(archive, ids);
    expect(papers.map(({ number, name, hours }) => [number, name, hours])).toEqual([
      ['新河街训〔2026〕0001号', '丁秀兰', 3],
      ['新河街训〔2026〕0002号', '赵一', 3],
      ['新河街训〔2026〕0003号', '钱二', 3],
    ]);
    const last = ids[2];
    if (last === undefined) throw new Error('no certificate');
    await voidCompletionOf(archive, { id: last, reason: '姓名写错' });
    await expect(voidCompletionOf(archive, { id: last, reason: '再来' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(readTrainingCertificates(archive, [last])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await issue([workers[1] as PersonId]);
    const { rows } = await readCompletions(archive, {
      scope: { text: '', year: 2026, subject: null },
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ sequence, personName, voidReason }) => [sequence, personName, voidReason])).toEqual([
      [4, '钱二', null],
      [3, '钱二', '姓名写错'],
      [2, '赵一', null],
      [1, '丁秀兰', null],
    ]);
    const { attendance } = await readSession(archive, session);
    expect(attendance.find(({ name }) => name === '钱二')?.certificateNumber).toBe('新河街训〔2026〕0004号');
  });
});

test('exams: registered, passed, running out', async () => {
  const exam = {
    personId: workers[0] as PersonId,
    kind: 'social-worker',
    registeredOn: '2026-04-01',
    examOn: '2026-06-13',
    result: 'registered',
    certificateNumber: null,
    validFrom: null,
    validTo: null,
    note: null,
  } as const;
  const { id } = await keepExam(archive, { id: null, exam });
  const list = () =>
    readExams(archive, {
      filter: { text: '', kinds: [], results: [], reminders: [] },
      offset: 0,
      limit: 10,
    });
  expect((await list()).rows).toMatchObject([{ personName: '赵一', reminder: 'result-missing' }]);
  await keepExam(archive, {
    id,
    exam: {
      ...exam,
      result: 'passed',
      certificateNumber: '2026-0001',
      validFrom: '2026-09-01',
      validTo: '2027-01-31',
    },
  });
  const { rows, holders } = await list();
  expect(rows).toMatchObject([{ reminder: 'expiring', unit: '阳光里社区' }]);
  expect(holders.filter(({ people }) => people > 0)).toEqual([{ kind: 'social-worker', people: 1 }]);
  expect((await readTrainingDuties(archive)).examReminders).toBe(1);
  await removeExam(archive, id);
  expect((await list()).total).toBe(0);
});

const resultOf = async (stream: ReturnType<typeof proposeSessions>): Promise<PlanResult> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

const request = (facts: Partial<PlanRequest> = {}): PlanRequest => ({
  filter: poolFilter({ standings: ['due', 'never'] }),
  title: '补训',
  topic: 'capacity',
  means: 'own-staff',
  courseId: null,
  from: '2026-11-24',
  to: '2026-11-27',
  weekdays: [2, 3, 4],
  times: [{ starts: '09:00', ends: '11:00' }],
  places: [{ name: '街道党群中心', communityId: null, serves: [], capacity: 5 }],
  teachers: 1,
  fewest: 1,
  ...facts,
});

test('proposals for those who are due become sessions with their people on the lists, once', async () => {
  const proposed = await resultOf(proposeSessions(archive, request()));
  expect(proposed).toMatchObject({
    wanted: 2,
    unplaced: [],
    sessions: [{ startsAt: '2026-11-24T09:00', place: '街道党群中心', capacity: 5 }],
  });
  const accept = () =>
    acceptPlan(archive, {
      title: '补训',
      topic: 'capacity',
      means: 'own-staff',
      courseId: null,
      groups: ['community-worker', 'organization-head'],
      sessions: proposed.sessions.map(({ people, ...each }) => ({
        ...each,
        teacher: null,
        personIds: people.map(({ personId }) => personId),
      })),
    });
  const { ids } = await accept();
  const [id] = ids;
  if (id === undefined) throw new Error('no session');
  expect(
    (await readSession(archive, id)).attendance.map(({ name, status }) => [name, status]),
  ).toContainEqual(['李四', 'enrolled']);
  await expect(accept()).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'training-plan' } });
  // The hour is taken: the next proposal is another day.
  const again = await resultOf(proposeSessions(archive, request()));
  expect(again.sessions.map(({ startsAt }) => startsAt)).toEqual(['2026-11-25T09:00']);
  await expect(resultOf(proposeSessions(archive, request({ to: '2026-11-01' })))).rejects.toMatchObject({
    code: 'INVALID_VALUE',
  });
});

test('a proposal that is no longer wanted ends, and leaves nothing', async () => {
  const stream = proposeSessions(archive, request(), AbortSignal.abort());
  await expect(resultOf(stream)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('the same number in the ledger, the dossier and the pool; what was frozen before stays byte for byte', async () => {
  const first = ledgerPeriod('2026H1', 15);
  const second = ledgerPeriod('2026H2', 15);
  const rules = await archive.store.read((reader) => rulesOn(reader, '2026-11-23').body);
  const frozen = await freezeLedger(archive, first, rules);
  // Nothing was recorded in the first half-year: the ledger says nothing of training.
  expect(frozen.snapshot.organizations.map(({ trained }) => trained)).toEqual(
    frozen.snapshot.organizations.map(() => null),
  );
  const living = await archive.store.read((reader) => buildSnapshot(reader, second, rules, '2026-11-23'));
  expect(living.organizations.map(({ id, trained }) => [id, trained])).toEqual([[team, 1]]);
  expect(living.trainings).toEqual([
    { on: '2026-11-18', topic: '社区工作者轮训第一课', group: '社区工作者', participants: 3 },
    { on: '2026-11-18', topic: '社区工作者轮训第一课', group: '志愿者骨干', participants: 1 },
  ]);
  const { period, year } = await readOrganizationTraining(archive, team);
  expect([period.people, period.visits, period.minutes, year.people]).toEqual([1, 1, 180, 1]);
  const duties = await readTrainingDuties(archive);
  const { total } = await readTrainees(archive, {
    filter: poolFilter({ standings: ['trained'] }),
    offset: 0,
    limit: 1,
  });
  expect([duties.overall.trained, total]).toEqual([4, 4]);
  expect(duties).toMatchObject({ overdueTargets: 1, unmarkedSessions: 0, comingSessions: 1 });

  await writeAttendance(archive, {
    id: (
      await keepSession(archive, {
        id: null,
        session: sessionOf({ title: '补记', startsAt: '2026-03-02T09:00', endsAt: '2026-03-02T10:00' }),
      })
    ).id,
    way: 'grid',
    entries: [{ personId: workers[0] as PersonId, status: 'present', lateMinutes: 0, madeUpOn: null }],
  });
  const kept = await archive.store.read((reader) => frozenOf(reader, first.code));
  expect(kept && Buffer.from(kept.json).equals(Buffer.from(frozen.json))).toBe(true);
});
