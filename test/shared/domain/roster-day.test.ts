import { describe, expect, test } from 'vitest';
import { minorityOn } from '../../../src/shared/domain/age.ts';
import { firstDayOf, isOnRoster } from '../../../src/shared/domain/roster-day.ts';

describe('the roster of a day', () => {
  test.each([
    [null, null, '1990-01-01', true],
    ['2021', null, '2021-01-01', true],
    ['2021', null, '2020-12-31', false],
    ['2021-04', null, '2021-04-01', true],
    ['2021-04', null, '2021-03-31', false],
    ['2021-04-18', null, '2021-04-17', false],
    ['2021-04-18', null, '2021-04-18', true],
    ['2021', '2022-06-30', '2022-06-29', true],
    ['2021', '2022-06-30', '2022-06-30', false],
    [null, '2022-06-30', '1990-01-01', true],
    ['2021-04-18', '2021-04-18', '2021-04-18', false],
  ] as const)('joined %s, left %s: on %s %s', (joinedOn, leftOn, day, expected) => {
    expect(isOnRoster({ joinedOn, leftOn }, day)).toBe(expected);
  });

  test('a date known to the year or the month means its first day', () => {
    expect(['2021', '2021-04', '2021-04-18'].map(firstDayOf)).toEqual([
      '2021-01-01',
      '2021-04-01',
      '2021-04-18',
    ]);
  });
});

describe('minors', () => {
  test.each([
    ['2012-11-24', '2026-11-23', 'under-14'],
    ['2012-11-23', '2026-11-23', 'under-18'],
    ['2008-11-24', '2026-11-23', 'under-18'],
    ['2008-11-23', '2026-11-23', null],
    // Known to the month or the year: as young as it may be.
    ['2012-11', '2026-11-23', 'under-14'],
    ['2012-10', '2026-11-23', 'under-18'],
    ['2012', '2026-11-23', 'under-14'],
    ['2012', '2026-12-31', 'under-18'],
    ['2008', '2026-11-23', 'under-18'],
    ['2007', '2026-11-23', null],
    [null, '2026-11-23', null],
  ] as const)('born %s, on %s: %s', (birthDate, day, expected) => {
    expect(minorityOn(birthDate, day)).toBe(expected);
  });
});
