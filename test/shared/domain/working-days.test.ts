import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, weekdayOf } from '../../../src/shared/domain/calendar-days.ts';
import {
  addWorkingDays,
  isWorkingDay,
  readCalendarFile,
  workingDayCalendar,
  workingDaysBetween,
} from '../../../src/shared/domain/working-days.ts';
import { isCoded } from '../../../src/shared/errors.ts';

describe('calendar days', () => {
  test('cross months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  test('months end where the shorter month ends', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-05-15', 36)).toBe('2027-05-15');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
  });

  test('weekdays run from Monday 1 to Sunday 7', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});

/** Part of the year 2026 as it was announced: 1–7 October off, 10 October (a Saturday) worked. */
const autumn2026 = {
  year: 2026,
  daysOff: ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
  daysWorked: ['2026-10-10'],
};

describe('working days', () => {
  const calendar = workingDayCalendar([autumn2026]);

  test('a holiday is off and a worked Saturday is worked', () => {
    expect(isWorkingDay(calendar, '2026-10-01')).toBe(false);
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true);
    expect(isWorkingDay(calendar, '2026-10-11')).toBe(false);
    expect(isWorkingDay(calendar, '2026-10-12')).toBe(true);
  });

  test('the day itself is not counted', () => {
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkingDays(calendar, '2026-09-30', 3)).toBe('2026-10-10');
    expect(addWorkingDays(calendar, '2026-09-30', 5)).toBe('2026-10-13');
    expect(addWorkingDays(calendar, '2026-10-01', 0)).toBe('2026-10-01');
  });

  test('counting and adding agree', () => {
    for (let count = 1; count <= 30; count += 1) {
      const end = addWorkingDays(calendar, '2026-09-20', count);
      expect(workingDaysBetween(calendar, '2026-09-20', end)).toBe(count);
    }
    expect(workingDaysBetween(calendar, '2026-10-12', '2026-10-01')).toBe(0);
  });

  test('a year without a calendar works Monday to Friday', () => {
    expect(calendar.years.has(2031)).toBe(false);
    expect(addWorkingDays(calendar, '2031-09-30', 5)).toBe('2031-10-07');
  });

  test('a later entry replaces the whole year', () => {
    const replaced = workingDayCalendar([
      autumn2026,
      { year: 2026, daysOff: ['2026-10-08'], daysWorked: [] },
    ]);
    expect(isWorkingDay(replaced, '2026-10-01')).toBe(true);
    expect(isWorkingDay(replaced, '2026-10-10')).toBe(false);
    expect(isWorkingDay(replaced, '2026-10-08')).toBe(false);
  });
});

describe('a calendar file', () => {
  const ours = { format: 'hub-archive-calendar', version: 1, ...autumn2026 };

  test('is our own exchange file', () => {
    expect(readCalendarFile(ours)).toEqual(autumn2026);
  });

  test('or the yearly table of the chinese-days project', () => {
    const table = {
      holidays: { '2026-10-02': 'National Day,国庆节,3', '2026-10-01': 'National Day,国庆节,3' },
      workdays: { '2026-10-10': 'National Day,国庆节,3' },
      inLieuDays: {},
    };
    expect(readCalendarFile(table)).toEqual({
      year: 2026,
      daysOff: ['2026-10-01', '2026-10-02'],
      daysWorked: ['2026-10-10'],
    });
  });

  test.each([
    ['something else', { days: [] }],
    ['nothing', null],
    ['a day of another year', { ...ours, daysWorked: ['2027-01-02'] }],
    ['a day both off and worked', { ...ours, daysWorked: ['2026-10-01'] }],
    ['no day off at all', { ...ours, daysOff: [] }],
    ['a day that does not exist', { ...ours, daysOff: ['2026-02-30'] }],
  ])('is refused when it holds %s', (_what, content) => {
    const refusal = (() => {
      try {
        return readCalendarFile(content);
      } catch (error) {
        return error;
      }
    })();
    expect(isCoded(refusal, 'CALENDAR_INVALID')).toBe(true);
  });
});
