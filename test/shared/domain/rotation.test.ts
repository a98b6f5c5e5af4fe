import { expect, test } from 'vitest';
import { communityId, personId, type CommunityId } from '../../../src/shared/domain/ids.ts';
import {
  coverageOf,
  coverageRate,
  cycleOn,
  everTrained,
  standingsIn,
  standingsOn,
  targetStateOn,
  type Attended,
  type GroupStay,
} from '../../../src/shared/domain/rotation.ts';
import type { TraineeGroup } from '../../../src/shared/domain/trainee.ts';
import { creditOf, meanMark, overlap } from '../../../src/shared/domain/training.ts';

const [sunny, peace] = ['c1', 'c2'].map((id) => communityId.parse(id)) as [CommunityId, CommunityId];
const communities = [
  { id: sunny, name: '阳光里社区' },
  { id: peace, name: '和平里社区' },
];
const stay = (
  person: string,
  group: TraineeGroup,
  place: CommunityId | null,
  startsOn: string | null,
  endsOn: string | null = null,
): GroupStay => ({ personId: personId.parse(person), group, communityId: place, startsOn, endsOn });
const credit = (person: string, on: string, minutes: number): Attended => ({
  personId: personId.parse(person),
  on,
  minutes,
});

/*
 * Worked by hand. Cycle 2025–2026, three months carried over (from 2024-10-01), 120 minutes needed.
 *
 * 安: social worker of 阳光里 since 2024, child director too from 2025-06-01; 120 min on 2024-11-05 (carried over)
 * 白: worker of 阳光里 from 2025-03-01, gone on 2026-03-01; 60 min on 2025-04-10, 60 more on 2025-09-01
 * 陈: worker of 和平里, since nobody knows when; 180 min on 2023-05-01, before any of this
 * 丁: head of an organization in 和平里 from 2026-02, volunteers' backbone in 阳光里 from 2026-05-01; 180 min on 2026-02-10
 * 方: of the street since 2023; 240 min on 2024-09-30, a day too early to be carried over; 60 min on 2026-11-20
 */
const facts = {
  stays: [
    stay('安', 'community-worker', sunny, '2024'),
    stay('安', 'child-director', sunny, '2025-06-01'),
    stay('白', 'community-worker', sunny, '2025-03-01', '2026-03-01'),
    stay('陈', 'community-worker', peace, null),
    stay('丁', 'organization-head', peace, '2026-02'),
    stay('丁', 'volunteer-backbone', sunny, '2026-05-01'),
    stay('方', 'civil-affairs-assistant', null, '2023-01-01'),
  ],
  attended: [
    credit('安', '2024-11-05', 120),
    credit('白', '2025-04-10', 60),
    credit('白', '2025-09-01', 60),
    credit('陈', '2023-05-01', 180),
    credit('丁', '2026-02-10', 180),
    credit('方', '2024-09-30', 240),
    credit('方', '2026-11-20', 60),
  ],
};
const cycle = { startsOn: '2025-01-01', endsOn: '2026-12-31', carryOverMonths: 3, requiredMinutes: 120 };

const on = (day: string, rule = cycle): Record<string, string> =>
  Object.fromEntries(
    standingsOn(facts, rule, day).map(({ personId: id, standing, minutes }) => [
      id,
      `${standing} ${minutes}`,
    ]),
  );

test.each([
  ['2023-04-30', { 陈: 'never 0', 方: 'never 0' }],
  ['2023-05-01', { 陈: 'due 0', 方: 'never 0' }],
  ['2024-12-31', { 安: 'trained 120', 陈: 'due 0', 方: 'due 0' }],
  ['2025-03-01', { 安: 'trained 120', 白: 'never 0', 陈: 'due 0', 方: 'due 0' }],
  ['2025-08-31', { 安: 'trained 120', 白: 'due 60', 陈: 'due 0', 方: 'due 0' }],
  ['2025-09-01', { 安: 'trained 120', 白: 'trained 120', 陈: 'due 0', 方: 'due 0' }],
  ['2026-02-28', { 安: 'trained 120', 白: 'trained 120', 陈: 'due 0', 丁: 'trained 180', 方: 'due 0' }],
  ['2026-03-01', { 安: 'trained 120', 陈: 'due 0', 丁: 'trained 180', 方: 'due 0' }],
  ['2026-12-31', { 安: 'trained 120', 陈: 'due 0', 丁: 'trained 180', 方: 'due 60' }],
])('who is in a group on %s, and how they stand', (day, expected) => {
  expect(on(day)).toEqual(expected);
});

test('a new cycle asks anew; what was carried into the old one is not carried on', () => {
  const next = { startsOn: '2027-01-01', endsOn: '2027-12-31', carryOverMonths: 2, requiredMinutes: 0 };
  expect(on('2027-01-15', next)).toEqual({ 安: 'due 0', 陈: 'due 0', 丁: 'due 0', 方: 'trained 60' });
  expect(on('2026-05-01', everTrained)).toEqual({
    安: 'trained 120',
    陈: 'trained 180',
    丁: 'trained 180',
    方: 'trained 240',
  });
});

const count = (people: number, trained: number, due: number, never = 0) => ({ people, trained, due, never });
const none = count(0, 0, 0);

test('the matrix counts a person in two groups twice in its cells and once in every total', () => {
  const matrix = coverageOf(standingsOn(facts, cycle, '2026-05-01'), communities);
  expect(matrix).toEqual({
    groups: [
      'civil-affairs-assistant',
      'community-worker',
      'child-director',
      'organization-head',
      'social-worker',
      'volunteer-backbone',
    ],
    rows: [
      {
        communityId: null,
        communityName: '街道本级',
        cells: [count(1, 0, 1), none, none, none, none, none],
        total: count(1, 0, 1),
      },
      {
        communityId: sunny,
        communityName: '阳光里社区',
        // 安 twice, 丁 as backbone; two people.
        cells: [none, count(1, 1, 0), count(1, 1, 0), none, none, count(1, 1, 0)],
        total: count(2, 2, 0),
      },
      {
        communityId: peace,
        communityName: '和平里社区',
        cells: [none, count(1, 0, 1), none, count(1, 1, 0), none, none],
        total: count(2, 1, 1),
      },
    ],
    totals: [count(1, 0, 1), count(2, 1, 1), count(1, 1, 0), count(1, 1, 0), none, count(1, 1, 0)],
    overall: count(4, 2, 2),
  });
});

test('every number of the matrix is the length of the list behind it', () => {
  const standings = standingsOn(facts, cycle, '2026-05-01');
  const { rows, groups } = coverageOf(standings, communities);
  for (const { communityId: place, cells, total } of rows) {
    const behind = (group: TraineeGroup | null) =>
      standingsIn(standings, { group, communityId: place ?? 'street' }).length;
    expect(cells.map(({ people }) => people)).toEqual(groups.map(behind));
    expect(total.people).toBe(behind(null));
  }
});

test('the street has no row where nobody belongs to it', () => {
  const stays = facts.stays.filter(({ communityId: place }) => place !== null);
  const { rows } = coverageOf(standingsOn({ ...facts, stays }, cycle, '2026-05-01'), communities);
  expect(rows.map(({ communityName }) => communityName)).toEqual(['阳光里社区', '和平里社区']);
});

const cycleNamed = (name: string, startsOn: string, endsOn: string) => ({
  id: null,
  name,
  startsOn,
  endsOn,
  carryOverMonths: 0,
  requiredMinutes: 0,
});

test.each([
  ['2024-06-01', '2024 年'], // before any: the calendar year
  ['2025-01-01', '一'],
  ['2026-12-31', '一'],
  ['2027-02-01', '一'], // between two: the last that ended
  ['2027-06-01', '二'],
  ['2027-09-01', '三'], // two at once: the one that began last
])('the cycle of %s is %s', (day, name) => {
  const cycles = [
    cycleNamed('一', '2025-01-01', '2026-12-31'),
    cycleNamed('二', '2027-06-01', '2027-12-31'),
    cycleNamed('三', '2027-09-01', '2027-10-31'),
  ];
  expect(cycleOn(cycles, day).name).toBe(name);
});

test.each([
  ['2023-12-31', 199, 'running'],
  ['2024-01-01', 199, 'overdue'],
  ['2026-11-25', 200, 'met'],
])('everybody is everybody: of 200 on %s, %i trained is %s', (day, trained, state) => {
  expect(targetStateOn({ rate: 100, dueOn: '2023-12-31' }, { people: 200, trained }, day)).toBe(state);
});

test('a rate never rounds up to what was not reached', () => {
  expect(coverageRate({ people: 2000, trained: 1999 })).toBe(99.9);
  expect(coverageRate({ people: 3, trained: 1 })).toBe(33.3);
  expect(coverageRate({ people: 0, trained: 0 })).toBeNull();
  expect(targetStateOn({ rate: 100, dueOn: '2023-12-31' }, { people: 0, trained: 0 }, '2026-01-01')).toBe(
    'nobody',
  );
});

const lesson = { startsAt: '2026-03-01T09:00', endsAt: '2026-03-01T16:30', breakMinutes: 90 };
test.each([
  ['enrolled', 0, null, { minutes: 0, on: null }],
  ['present', 0, null, { minutes: 360, on: '2026-03-01' }],
  ['late', 45, null, { minutes: 315, on: '2026-03-01' }],
  ['late', 400, null, { minutes: 0, on: null }],
  ['absent', 0, null, { minutes: 0, on: null }],
  ['made-up', 0, '2026-04-02', { minutes: 360, on: '2026-04-02' }],
] as const)('%s by %i minutes, made up on %s', (status, lateMinutes, madeUpOn, expected) => {
  expect(creditOf(lesson, { status, lateMinutes, madeUpOn })).toEqual(expected);
});

test('a session over midnight of several days, and sessions that only touch', () => {
  const camp = { startsAt: '2026-02-28T18:00', endsAt: '2026-03-01T09:00', breakMinutes: 0 };
  expect(creditOf(camp, { status: 'present', lateMinutes: 0, madeUpOn: null })).toEqual({
    minutes: 900,
    on: '2026-02-28',
  });
  expect(overlap(lesson, camp)).toBe(false);
  expect(overlap(lesson, { ...lesson, startsAt: '2026-03-01T16:29' })).toBe(true);
});

test('the mean mark of questionnaires, none where none came back', () => {
  expect(meanMark({ marks: [0, 1, 0, 2, 4] })).toBe(4.29);
  expect(meanMark({ marks: [0, 0, 0, 0, 0] })).toBeNull();
});
