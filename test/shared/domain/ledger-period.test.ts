import { describe, expect, test } from 'vitest';
import {
  currentPeriod,
  ledgerPeriod,
  periodOf,
  periodsBetween,
} from '../../../src/shared/domain/ledger-period.ts';

const halfYear = { periods: 'half-year', dueDaysAfter: 15 } as const;
const quarter = { periods: 'quarter', dueDaysAfter: 20 } as const;

describe('the days of a period', () => {
  test.each([
    ['2026H1', '2026-01-01', '2026-06-30', '2026-07-15'],
    ['2026H2', '2026-07-01', '2026-12-31', '2027-01-15'],
    ['2024Q1', '2024-01-01', '2024-03-31', '2024-04-15'],
    ['2026Q4', '2026-10-01', '2026-12-31', '2027-01-15'],
  ])('%s runs from %s to %s and is due on %s', (code, startsOn, endsOn, dueOn) => {
    expect(ledgerPeriod(code, 15)).toEqual({ code, startsOn, endsOn, dueOn });
  });

  test.each(['2026H3', '2026Q0', '2026Q5', '26H1', '2026', ''])('%s is no period', (code) => {
    expect(() => ledgerPeriod(code, 15)).toThrow('PERIOD_INVALID');
  });
});

describe('the period of a day', () => {
  test('changes at its first day', () => {
    expect(periodOf('2026-06-30', halfYear).code).toBe('2026H1');
    expect(periodOf('2026-07-01', halfYear).code).toBe('2026H2');
    expect(periodOf('2026-09-30', quarter).code).toBe('2026Q3');
    expect(periodOf('2026-10-01', quarter).code).toBe('2026Q4');
  });

  test('worked on is the last one until its due day has passed', () => {
    expect(currentPeriod('2026-07-15', halfYear).code).toBe('2026H1');
    expect(currentPeriod('2026-07-16', halfYear).code).toBe('2026H2');
    expect(currentPeriod('2027-01-03', halfYear).code).toBe('2026H2');
    expect(currentPeriod('2026-04-20', quarter).code).toBe('2026Q1');
    expect(currentPeriod('2026-04-21', quarter).code).toBe('2026Q2');
  });
});

test('periods between two days come without gaps, oldest first', () => {
  expect(periodsBetween('2025-03-01', '2026-07-01', halfYear).map(({ code }) => code)).toEqual([
    '2025H1',
    '2025H2',
    '2026H1',
    '2026H2',
  ]);
  expect(periodsBetween('2025-11-30', '2026-02-01', quarter).map(({ code }) => code)).toEqual([
    '2025Q4',
    '2026Q1',
  ]);
  expect(periodsBetween('2026-02-01', '2025-02-01', quarter)).toEqual([]);
});
