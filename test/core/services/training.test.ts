import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperCodes } from '../../../src/core/documents/paper-codes.ts';
import { readTrainingPasses, readSignIns } from '../../../src/core/services/training-papers.ts';
import { mergePeople, undoMerge } from '../../../src/core/services/person-merges.ts';
import { addMember, changeMember, leaveRoster } from '../../../src/core/services/roster-changes.ts';
import { readCoverage } from '../../../src/core/services/rotation.ts';
import { exportTrainees } from '../../../src/core/services/trainee-lists.ts';
import {
  endTraineeStays,
  readTrainee,
  readTrainees,
  removeTraineeStay,
  saveTraineeStay,
  setFreeDays,
} from '../../../src/core/services/trainees.ts';
import {
  enrolPeople,
  matchLines,
  scanAttendance,
  unenrolPeople,
  writeAttendance,
} from '../../../src/core/services/training-attendance.ts';
import { keepCourse, readCourses, removeCourse } from '../../../src/core/services/training-courses.ts';
import {
  keepFeedback,
  keepSession,
  readSession,
  readSessions,
  removeSession,
  setSessionState,
} from '../../../src/core/services/training-sessions.ts';
import type {
  CommunityId,
  OrganizationId,
  PersonId,
  TrainingSessionId,
} from '../../../src/shared/domain/ids.ts';
import type { AttendanceEntry } from '../../../src/shared/domain/training.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import {
  checkedNumber,
  communitiesOf,
  enterTrainee,
  poolFilter,
  sessionOf,
  stayOf,
} from '../../support/training.ts';

let archive: TestArchive;
let sunny: CommunityId;
let peace: CommunityId;
beforeAll(async () => {
  archive = await openTestArchive();
  [sunny, peace] = (await communitiesOf(archive)) as [CommunityId, CommunityId];
});
afterAll(() => archive.close());

const pool = async (facts: Parameters<typeof poolFilter>[0] = {}) => {
  const { rows, total, byGroup } = await readTrainees(archive, {
    filter: poolFilter(facts),
    offset: 0,
    limit: 500,
  });
  return {
    names: rows.map(({ name }) => name),
    total,
    byGroup: Object.fromEntries(
      byGroup.filter(({ people }) => people > 0).map((each) => [each.group, each.people]),
    ),
  };
};

describe('who is in the six groups, and when', () => {
  let team: OrganizationId;
  let worker: PersonId;

  test('one person in two groups is one person', async () => {
    worker = await enterTrainee(
      archive,
      '安文英',
      { group: 'community-worker', communityId: sunny, workUnit: '阳光里社区居委会', startsOn: '2025-03' },
      { identityNumber: checkedNumber('99010119900305002'), phone: '13900000001' },
    );
    await saveTraineeStay(archive, {
      id: null,
      personId: worker,
      person: null,
      stay: stayOf({ group: 'child-director', communityId: sunny, startsOn: '2026-01-01' }),
    });
    await enterTrainee(archive, '方志远', { group: 'civil-affairs-assistant', startsOn: '2024' });
    expect(await pool()).toEqual({
      names: ['安文英', '方志远'],
      total: 2,
      byGroup: { 'civil-affairs-assistant': 1, 'community-worker': 1, 'child-director': 1 },
    });
    expect(await pool({ asOf: '2025-12-31' })).toMatchObject({
      byGroup: { 'civil-affairs-assistant': 1, 'community-worker': 1 },
    });
    expect((await pool({ communityIds: ['street'] })).names).toEqual(['方志远']);
    expect((await pool({ text: '居委会' })).names).toEqual(['安文英']);
  });

  test('the same identity number is the same person, whoever enters it', async () => {
    const number = checkedNumber('99010119900305002');
    const again = await enterTrainee(
      archive,
      '安文英',
      { group: 'social-worker', communityId: peace },
      { identityNumber: number },
    );
    expect(again).toBe(worker);
    const { stays } = await readTrainee(archive, worker);
    const added = stays.find(({ group }) => group === 'social-worker');
    if (added === undefined || added.id === null) throw new Error('the stay is missing');
    await removeTraineeStay(archive, added.id);
    expect((await pool()).total).toBe(2);
  });

  test('the same group and community twice at once is refused, one after the other is not', async () => {
    const save = (startsOn: string | null, endsOn: string | null = null) =>
      saveTraineeStay(archive, {
        id: null,
        personId: worker,
        person: null,
        stay: stayOf({ communityId: sunny, startsOn, endsOn }),
      });
    await expect(save('2026-05-01')).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'trainee-stay' },
    });
    await expect(save(null, '2025-03-02')).rejects.toMatchObject({ code: 'CONFLICT' });
    await save('2020', '2025-03-01');
    expect(await pool({ asOf: '2024-06-01', groups: ['community-worker'] })).toMatchObject({ total: 1 });
  });

  test('who leads and who carries an organization comes from its roster, with the days of each role', async () => {
    team = await filedTeam(archive);
    const heads = { groups: ['organization-head' as const] };
    const [head] = (await pool(heads)).names;
    expect(await pool(heads)).toMatchObject({ total: 1 });
    // Filed on 16 November 2026: nobody answers for a filed organization before.
    expect((await pool({ ...heads, asOf: '2026-11-15' })).total).toBe(0);
    const backbone = await addMember(
      archive,
      memberOf(team, { name: '丁秀兰', role: 'backbone', joinedOn: '2026-11-01' }),
    );
    expect((await pool({ groups: ['volunteer-backbone'] })).names).toEqual(['丁秀兰']);
    archive.ports.clock.set('2026-11-24T01:00:00.000Z');
    await changeMember(archive, {
      membershipId: backbone.membershipId,
      membership: { role: 'member', roleTitle: null, joinedOn: '2026-11-01', remark: null },
      person: {},
    });
    expect((await pool({ groups: ['volunteer-backbone'] })).names).toEqual([]);
    expect((await pool({ groups: ['volunteer-backbone'], asOf: '2026-11-23' })).names).toEqual(['丁秀兰']);
    archive.ports.clock.set('2026-11-25T01:00:00.000Z');
    await changeMember(archive, {
      membershipId: backbone.membershipId,
      membership: { role: 'backbone', roleTitle: null, joinedOn: '2026-11-01', remark: null },
      person: {},
    });
    await leaveRoster(archive, {
      membershipId: backbone.membershipId,
      leftOn: '2026-11-25',
      reason: 'moved',
      note: null,
    });
    // A role of less than a day is none; that of before is still there.
    expect((await pool({ groups: ['volunteer-backbone'] })).names).toEqual([]);
    expect((await pool({ groups: ['volunteer-backbone'], asOf: '2026-11-10' })).names).toEqual(['丁秀兰']);
    expect(head).toBeDefined();
  });

  test('a stay ends for several at once; ended ones stay as they are', async () => {
    const { stays } = await readTrainee(archive, worker);
    const ids = stays.flatMap(({ id }) => (id === null ? [] : [id]));
    await expect(endTraineeStays(archive, { ids, endsOn: '2024-01-01' })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'endsOn' },
    });
    expect(await endTraineeStays(archive, { ids, endsOn: '2026-12-01' })).toEqual({ ended: 2 });
    expect((await pool({ asOf: '2026-12-01' })).names).not.toContain('安文英');
    expect((await pool({ asOf: '2026-11-30' })).names).toContain('安文英');
  });

  test('the list goes out with numbers masked', async () => {
    const file = await exportTrainees(archive, poolFilter());
    expect(file.name).toBe('培训对象-2026-11-25.xlsx');
    expect(file.size).toBeGreaterThan(5_000);
  });
});

const entry = (personId: PersonId, facts: Partial<AttendanceEntry> = {}): AttendanceEntry => ({
  personId,
  status: 'present',
  lateMinutes: 0,
  madeUpOn: null,
  ...facts,
});

describe('courses, sessions and attendance', () => {
  let people: readonly PersonId[];
  let session: TrainingSessionId;
  let twin: PersonId;

  beforeAll(async () => {
    people = [
      await enterTrainee(
        archive,
        '赵小明',
        { communityId: sunny },
        { identityNumber: checkedNumber('99010119800101001') },
      ),
      await enterTrainee(archive, '钱小红', { communityId: sunny }),
      await enterTrainee(archive, '孙小刚', { communityId: peace }),
    ];
    // Two of one name.
    twin = await enterTrainee(
      archive,
      '赵小明',
      { communityId: peace },
      { identityNumber: checkedNumber('99010119850202003') },
    );
  });

  test('a course of the year plan, counted by what was held', async () => {
    const { id: courseId } = await keepCourse(archive, {
      id: null,
      course: {
        year: 2026,
        title: '社区工作者能力提升',
        topic: 'capacity',
        groups: ['community-worker'],
        month: 11,
        plannedSessions: 2,
        plannedMinutes: 360,
        plannedCost: 300_000,
        means: 'purchased-service',
        note: null,
      },
    });
    const made = await keepSession(archive, {
      id: null,
      session: sessionOf({ courseId, means: 'purchased-service', cost: 120_050, capacity: 3 }),
    });
    expect(made.clashes).toEqual([]);
    session = made.id;
    const { added, whole } = await enrolPeople(archive, {
      id: session,
      personIds: [...people, twin, twin],
      filter: null,
    });
    expect(added).toBe(4);
    expect(whole.clashes).toMatchObject([{ kind: 'capacity', what: '4 / 3' }]);
    await expect(removeCourse(archive, courseId)).rejects.toMatchObject({
      data: { what: 'training-course' },
    });
  });

  test('another session with the same teacher, place and people is warned of, not refused', async () => {
    const other = await keepSession(archive, {
      id: null,
      session: sessionOf({ title: '另一课', startsAt: '2026-11-10T11:30', endsAt: '2026-11-10T15:00' }),
    });
    await enrolPeople(archive, { id: other.id, personIds: people.slice(0, 1), filter: null });
    const { clashes } = await readSession(archive, other.id);
    expect(clashes.map(({ kind, what }) => [kind, what])).toEqual([
      ['teacher', '李爱民'],
      ['place', '街道党群中心'],
      ['trainee', '赵小明'],
    ]);
    const both = await readSessions(archive, { from: '2026-11-10', to: '2026-11-10', courseId: null });
    expect(both.rows).toHaveLength(2);
    expect(new Set(both.clashes.map(({ sessionId }) => sessionId)).size).toBe(2);
    await setSessionState(archive, { id: other.id, state: 'cancelled' });
    expect((await readSession(archive, session)).clashes).toHaveLength(1);
    await expect(
      writeAttendance(archive, { id: other.id, way: 'grid', entries: [entry(people[0] as PersonId)] }),
    ).rejects.toMatchObject({ data: { field: 'sessionState' } });
    await removeSession(archive, other.id);
  });

  test('names that were pasted: told apart by the end of their number, otherwise asked', async () => {
    const matched = await matchLines(archive, {
      id: session,
      lines: [
        { name: '赵小明', tail: '' },
        { name: '赵 小明', tail: checkedNumber('99010119800101001').slice(-4) },
        { name: '钱小红', tail: '' },
        { name: '没有此人', tail: '' },
        { name: '安文英', tail: '' },
      ],
    });
    expect(
      matched.map(({ people: found }) => found.map(({ personId, enrolled }) => [personId, enrolled])),
    ).toEqual([
      expect.arrayContaining([
        [people[0], true],
        [twin, true],
      ]),
      [[people[0], true]],
      [[people[1], true]],
      [],
      [[expect.any(String), false]],
    ]);
  });

  test('minutes are computed; the first mark makes it a session that was held', async () => {
    const whole = await writeAttendance(archive, {
      id: session,
      way: 'grid',
      entries: [
        entry(people[0] as PersonId),
        entry(people[1] as PersonId, { status: 'late', lateMinutes: 25 }),
        entry(people[2] as PersonId, { status: 'absent', lateMinutes: 99 }),
      ],
    });
    expect(whole.session).toMatchObject({ state: 'held', enrolled: 4, present: 2, absent: 1 });
    expect(whole.attendance.map(({ name, status, minutes, way }) => [name, status, minutes, way])).toEqual([
      ['钱小红', 'late', 155, 'grid'],
      ['孙小刚', 'absent', 0, 'grid'],
      ...((people[0] as string) < twin
        ? [
            ['赵小明', 'present', 180, 'grid'],
            ['赵小明', 'enrolled', 0, 'plan'],
          ]
        : [
            ['赵小明', 'enrolled', 0, 'plan'],
            ['赵小明', 'present', 180, 'grid'],
          ]),
    ]);
  });

  test('a make-up needs its day, which is neither ahead nor before', async () => {
    const absent = people[2] as PersonId;
    const madeUp = (madeUpOn: string | null) =>
      writeAttendance(archive, {
        id: session,
        way: 'grid',
        entries: [entry(absent, { status: 'made-up', madeUpOn })],
      });
    for (const [day, reason] of [
      [null, 'missing'],
      ['2026-11-26', 'future'],
      ['2026-11-09', 'before-joined'],
    ] as const)
      await expect(madeUp(day)).rejects.toMatchObject({ data: { field: 'madeUpOn', reason } });
    await madeUp('2026-11-20');
    expect((await readTrainee(archive, absent)).trainings).toMatchObject([
      { on: '2026-11-20', minutes: 180 },
    ]);
  });

  test("a person's code signs in its owner, once; those of other archives are not taken", async () => {
    const codes = paperCodes(archive.keys);
    const text = codes.write({ kind: 'training-pass', subjectId: twin, page: null });
    const scan = (read: string) => scanAttendance(archive, { id: session, text: read, lateMinutes: 0 });
    expect(await scan(`${text.toLowerCase()}\n`)).toEqual({
      result: 'marked',
      name: '赵小明',
      wasEnrolled: true,
    });
    expect(await scan(text)).toEqual({ result: 'already', name: '赵小明', wasEnrolled: true });
    expect(await scan(`${text.slice(0, -1)}0`)).toMatchObject({ result: 'unknown', name: null });
    expect(
      await scan(codes.write({ kind: 'training-sign-in', subjectId: session, page: null })),
    ).toMatchObject({
      result: 'unknown',
    });
    const other = paperCodes({ lookup: new Uint8Array(32).fill(9) });
    expect(await scan(other.write({ kind: 'training-pass', subjectId: twin, page: null }))).toMatchObject({
      result: 'foreign',
    });
  });

  test('other times give everybody other minutes', async () => {
    const { session: before } = await readSession(archive, session);
    const {
      id: _,
      state: __,
      feedback: ___,
      courseTitle,
      communityName,
      enrolled,
      present,
      absent,
      ...input
    } = before;
    await keepSession(archive, {
      id: session,
      session: { ...input, endsAt: '2026-11-10T12:30', breakMinutes: 15 },
    });
    const after = await readSession(archive, session);
    expect(after.attendance.map(({ minutes }) => minutes).toSorted((one, other) => one - other)).toEqual([
      170, 195, 195, 195,
    ]);
    expect([courseTitle, communityName, enrolled, present, absent]).toEqual([
      '社区工作者能力提升',
      null,
      4,
      4,
      0,
    ]);
  });

  test('what a course came to: sessions, people, cost and feedback', async () => {
    await keepFeedback(archive, { id: session, feedback: { marks: [0, 0, 1, 1, 2], effect: '会写方案了' } });
    expect((await readSession(archive, session)).session.feedback).toEqual({
      marks: [0, 0, 1, 1, 2],
      effect: '会写方案了',
    });
    const { rows, costs } = await readCourses(archive, 2026);
    expect(rows).toMatchObject([{ sessions: 1, held: 1, participants: 4, minutes: 755, cost: 120_050 }]);
    expect(costs).toEqual([{ means: 'purchased-service', sessions: 1, cost: 120_050 }]);
    await expect(removeSession(archive, session)).rejects.toMatchObject({
      data: { what: 'training-session' },
    });
  });

  test('the sheet to sign names who is expected, without any number; the cards carry their codes', async () => {
    const [sheet] = await readSignIns(archive, [session]);
    expect(sheet).toMatchObject({
      organizer: '新河街道社会组织联合会',
      course: '社区工作者能力提升',
      session: '社区工作者轮训第一课',
      date: '2026-11-10',
    });
    expect(sheet?.rows.map(({ name, group, from }) => [name, group, from])).toEqual([
      ['钱小红', '社区工作者', '阳光里社区'],
      ['孙小刚', '社区工作者', '和平里社区'],
      ['赵小明', '社区工作者', expect.any(String)],
      ['赵小明', '社区工作者', expect.any(String)],
    ]);
    const [passes] = await readTrainingPasses(archive, [session]);
    expect(passes?.people).toHaveLength(4);
  });

  test('coverage of the year, and nothing of it before the day', async () => {
    const { cycle, matrix } = await readCoverage(archive, { asOf: '2026-11-25', cycleId: null });
    expect(cycle.name).toBe('2026 年');
    const workers = matrix.groups.indexOf('community-worker');
    // 安文英 until 1 December, 赵, 钱, 孙, 赵: five, four of them trained.
    expect(matrix.totals[workers]).toEqual({ people: 5, trained: 4, due: 0, never: 1 });
    const before = await readCoverage(archive, { asOf: '2026-11-09', cycleId: null });
    expect(before.matrix.totals[workers]).toEqual({ people: 5, trained: 0, due: 0, never: 5 });
  });

  test('somebody entered twice is made one, with the better attendance, and two again', async () => {
    const kept = await enterTrainee(archive, '李重名', { communityId: sunny }, { phone: '13900000009' });
    const merged = await enterTrainee(
      archive,
      '李重名',
      { communityId: sunny, group: 'social-worker' },
      { birthDate: '1980' },
    );
    await writeAttendance(archive, {
      id: session,
      way: 'grid',
      entries: [entry(kept, { status: 'absent' }), entry(merged)],
    });
    const { id } = await mergePeople(archive, { keptId: kept, mergedId: merged, take: [] });
    const one = await readTrainee(archive, kept);
    expect(one.stays.map(({ group }) => group).toSorted()).toEqual(['community-worker', 'social-worker']);
    expect(one.trainings).toMatchObject([{ minutes: 195 }]);
    await undoMerge(archive, id);
    expect((await readTrainee(archive, kept)).trainings).toEqual([]);
    expect((await readTrainee(archive, merged)).trainings).toMatchObject([{ minutes: 195 }]);
  });

  test('people come off a list; days on which they can come are kept', async () => {
    const whole = await unenrolPeople(archive, { id: session, personIds: [twin] });
    expect(whole.attendance.some(({ personId }) => personId === twin)).toBe(false);
    await setFreeDays(archive, { personId: twin, weekdays: [6, 3, 6] });
    expect((await readTrainee(archive, twin)).person.freeDays).toEqual([3, 6]);
    const { person } = await readTrainee(archive, twin);
    expect(person).toMatchObject({
      maskedIdentityNumber: expect.stringMatching(/^990\*{11}/),
      standing: 'never',
    });
  });
});
