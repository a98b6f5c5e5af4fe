import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportTimeliness, readTimeliness } from '../../../src/core/services/timeliness.ts';
import type { TimelinessFilter } from '../../../src/shared/contract/timeliness.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { workbookRows } from '../../support/workbooks.ts';

let archive: TestArchive;
const all: TimelinessFilter = { text: '', half: null, communityIds: [], stage: null, lateOnly: false };
const read = (filter: Partial<TimelinessFilter> = {}) =>
  readTimeliness(archive, { ...all, ...filter, offset: 0, limit: 50 });

/** One in time; one whose street review was late; one that waits and is late; one from old paper. */
beforeAll(async () => {
  archive = await openTestArchive();
  const quick = await startTeam(archive, '阳光里合唱队');
  await takeSteps(archive, quick.id, upToCertificate);
  const slow = await startTeam(archive, '阳光里棋友会');
  archive.ports.clock.set('2027-01-29T01:00:00.000Z');
  await takeSteps(archive, slow.id, [
    stepOf('submit', '2026-11-02'),
    stepOf('committee-pass', '2026-11-03'),
    stepOf('street-agree', '2027-01-28'),
  ]);
  const waiting = await startTeam(archive, '阳光里舞蹈队');
  await takeSteps(archive, waiting.id, [stepOf('submit', '2026-11-02')]);
  const fresh = await startTeam(archive, '阳光里太极拳队');
  await takeSteps(archive, fresh.id, [stepOf('submit', '2027-01-29')]);
});
afterAll(() => archive.close());

test('stages are held against the limits of their day; what waits counts once it is late', async () => {
  const { rows, halves, groups, total } = await read();
  expect(
    rows.map(({ organizationName, stage, reachedOn, doneOn, days, inTime, half }) => [
      organizationName,
      stage,
      reachedOn,
      doneOn,
      days,
      inTime,
      half,
    ]),
  ).toEqual([
    ['阳光里棋友会', 'street', '2026-11-03', '2027-01-28', rows[0]?.days, false, '2027H1'],
    ['阳光里合唱队', 'street', '2026-11-04', '2026-11-06', 2, true, '2026H2'],
    ['阳光里合唱队', 'committee', '2026-11-02', '2026-11-04', 2, true, '2026H2'],
    ['阳光里棋友会', 'committee', '2026-11-02', '2026-11-03', 1, true, '2026H2'],
    ['阳光里舞蹈队', 'committee', '2026-11-02', null, rows[4]?.days, false, '2027H1'],
  ]);
  // Each limit counts in its own days: the street's in days of the calendar, the committee's in working days.
  expect(rows[0]).toMatchObject({ days: 86, unit: 'calendar', dueOn: expect.stringMatching(/^2026-/) });
  expect(rows[4]).toMatchObject({ unit: 'working' });
  expect(rows[4]?.days).toBeLessThan(70);
  expect([total, halves]).toEqual([5, ['2027H1', '2026H2']]);
  const committee = groups.find(({ communityId, stage }) => communityId === null && stage === 'committee');
  expect(committee).toMatchObject({ count: 3, inTime: 2, share: 66, longestDays: rows[4]?.days });
});

test('it is narrowed by half-year, stage, name and lateness; shares stay those of all', async () => {
  const ofHalf = await read({ half: '2026H2' });
  expect(ofHalf.groups.filter(({ communityId }) => communityId === null)).toEqual([
    {
      communityId: null,
      communityName: '全街道',
      stage: 'committee',
      count: 2,
      inTime: 2,
      share: 100,
      averageDays: 1.5,
      longestDays: 2,
    },
    {
      communityId: null,
      communityName: '全街道',
      stage: 'street',
      count: 1,
      inTime: 1,
      share: 100,
      averageDays: 2,
      longestDays: 2,
    },
  ]);
  const late = await read({ lateOnly: true, stage: 'street' });
  expect(late.rows.map(({ organizationName }) => organizationName)).toEqual(['阳光里棋友会']);
  expect(late.groups[0]).toMatchObject({ count: 2, inTime: 1, share: 50 });
  expect((await read({ text: '合唱' })).total).toBe(2);
});

test('filings from old paper have no clock', async () => {
  await archive.store.write((writer) => {
    writer.run("UPDATE filings SET entry_mode = 'back-entry'");
  });
  expect(await read()).toEqual({ halves: [], groups: [], rows: [], total: 0 });
  await archive.store.write((writer) => {
    writer.run("UPDATE filings SET entry_mode = 'live'");
    writer.run('UPDATE filing_steps SET back_entry = 1');
  });
  expect((await read()).total).toBe(0);
  await archive.store.write((writer) => void writer.run('UPDATE filing_steps SET back_entry = 0'));
});

test('the list is exported as shown', async () => {
  const file = await exportTimeliness(archive, { ...all, lateOnly: true });
  const cells = (await workbookRows(file)).flat();
  for (const words of ['2027 年上半年', '阳光里棋友会', '街道审核', '否']) expect(cells).toContain(words);
  expect(cells).not.toContain('阳光里合唱队');
});
