import { describe, expect, test } from 'vitest';
import {
  dueReportPeriod,
  owesReport,
  recentReportPeriods,
  reportPeriod,
  reportPeriodLabel,
  reportPeriodStanding,
} from '../../../src/shared/domain/report-plan.ts';

const rules = (committeeReportsPerYear: number) => ({
  committeeReportsPerYear,
  ledger: { dueDaysAfter: 15 },
});

describe('report periods', () => {
  test('of two a year, newest first, back to a year and a half', () => {
    expect(recentReportPeriods('2026-11-23', rules(2)).map(({ code, label }) => [code, label])).toEqual([
      ['2026-2/2', '2026 年下半年'],
      ['2026-1/2', '2026 年上半年'],
      ['2025-2/2', '2025 年下半年'],
      ['2025-1/2', '2025 年上半年'],
    ]);
  });

  const table: readonly (readonly [number, string, string, string, string, string])[] = [
    [1, '2026-1/1', '2026 年', '2026-01-01', '2026-12-31', '2027-01-15'],
    [2, '2024-1/2', '2024 年上半年', '2024-01-01', '2024-06-30', '2024-07-15'],
    [3, '2026-2/3', '2026 年第 2 次', '2026-05-01', '2026-08-31', '2026-09-15'],
    [4, '2026-4/4', '2026 年第 4 季度', '2026-10-01', '2026-12-31', '2027-01-15'],
    [12, '2024-2/12', '2024 年 2 月', '2024-02-01', '2024-02-29', '2024-03-15'],
  ];
  test.each(table)('of %d a year: %s is %s', (perYear, code, label, startsOn, endsOn, dueOn) => {
    expect(reportPeriod(code, rules(perYear))).toEqual({ code, label, startsOn, endsOn, dueOn });
    expect(reportPeriodLabel(code)).toBe(label);
  });

  test('cover every year without gap or overlap, however many there are', () => {
    for (let perYear = 1; perYear <= 12; perYear += 1) {
      const periods = recentReportPeriods('2026-12-31', rules(perYear)).toReversed();
      for (const [index, period] of periods.entries()) {
        expect(period.startsOn <= period.endsOn).toBe(true);
        const next = periods[index + 1];
        if (next !== undefined)
          expect(Date.parse(next.startsOn) - Date.parse(period.endsOn)).toBe(86_400_000);
      }
      expect(periods.at(-1)?.endsOn).toBe('2026-12-31');
    }
  });

  test.each(['2026-3/2', '2026-0/2', '2026-1/4', '2026', '2026-1/2x', ''])(
    'by two a year there is no %s',
    (code) => {
      expect(reportPeriod(code, rules(2))).toBeNull();
    },
  );

  test('there is none where the rules ask for none', () => {
    expect(recentReportPeriods('2026-11-23', rules(0))).toEqual([]);
    expect(dueReportPeriod('2026-11-23', rules(0))).toBeNull();
    expect(reportPeriod('2026-1/0', rules(0))).toBeNull();
  });

  test('the due one is the last whose day has passed', () => {
    expect(dueReportPeriod('2026-07-15', rules(2))?.code).toBe('2025-2/2');
    expect(dueReportPeriod('2026-07-16', rules(2))?.code).toBe('2026-1/2');
  });
});

describe('how a period stands', () => {
  const first = reportPeriod('2026-1/2', rules(2));
  if (first === null) throw new Error('no period');
  const cases: readonly (readonly [string, boolean, boolean, string])[] = [
    ['2026-06-30', false, true, 'running'],
    ['2026-07-01', false, true, 'due'],
    ['2026-07-15', false, true, 'due'],
    ['2026-07-16', false, true, 'overdue'],
    ['2026-07-16', true, true, 'done'],
    ['2026-05-01', true, true, 'done'],
    ['2026-07-16', false, false, 'not-owed'],
  ];
  test.each(cases)('on %s, reported %s, owed %s: %s', (today, reported, owes, standing) => {
    expect(reportPeriodStanding(first, { today, reported, owes })).toBe(standing);
  });

  test('an organization filed after the period owes nothing; one of unknown day owes', () => {
    expect(owesReport('2026-07-01', first)).toBe(false);
    expect(owesReport('2026-06', first)).toBe(true);
    expect(owesReport('2026', first)).toBe(true);
    expect(owesReport(null, first)).toBe(true);
  });
});
