import { expect, test } from 'vitest';
import { daysBetween, dayWithWeekday, partialDateWords } from '../../../src/renderer/app/calendar-words.ts';
import { periodWords } from '../../../src/shared/labels/ledger.ts';

test('days and weekdays are those of the calendar, whatever the clock of this computer says', () => {
  expect(dayWithWeekday('2026-11-23')).toBe('11 月 23 日 星期一');
  expect(dayWithWeekday('2026-11-22')).toBe('11 月 22 日 星期日');
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
});

test('a partial date says what is known', () => {
  expect(partialDateWords('2021')).toBe('2021 年');
  expect(partialDateWords('2021-04')).toBe('2021 年 4 月');
  expect(partialDateWords('2021-04-08')).toBe('2021 年 4 月 8 日');
});

test('periods are halves or quarters', () => {
  expect(periodWords('2026H1')).toBe('2026 年上半年');
  expect(periodWords('2026H2')).toBe('2026 年下半年');
  expect(periodWords('2026Q3')).toBe('2026 年第 3 季度');
});
