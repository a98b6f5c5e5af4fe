import { expect, test } from 'vitest';
import { newestReported, usualPeriod } from '../../../../src/renderer/features/bureau/usual-period.ts';
import {
  organizationQueryFrom,
  organizationsQueryOf,
} from '../../../../src/renderer/features/bureau/organizations/organization-query.ts';
import { shortPeriod } from '../../../../src/renderer/features/bureau/rollup/short-period.ts';
import { gridValues, niceMaximum } from '../../../../src/renderer/components/charts/chart-scale.ts';
import type { DistrictPeriod } from '../../../../src/shared/domain/bureau.ts';

const period = (code: string, startsOn: string, endsOn: string, reported: number): DistrictPeriod => ({
  code,
  startsOn,
  endsOn,
  dueOn: endsOn,
  lastWorkingDay: endsOn,
  expected: 5,
  reported,
  accepted: 0,
  returned: 0,
  late: 0,
});
const periods = [
  period('2026H2', '2026-07-01', '2026-12-31', 0),
  period('2026H1', '2026-01-01', '2026-06-30', 0),
  period('2025H2', '2025-07-01', '2025-12-31', 4),
];

test('a bureau works on the period that ended last, and adds up the newest that was reported', () => {
  expect(usualPeriod(periods, '2026-11-25')?.code).toBe('2026H1');
  expect(usualPeriod(periods, '2027-01-01')?.code).toBe('2026H2');
  expect(usualPeriod(periods.slice(0, 1), '2026-11-25')?.code).toBe('2026H2');
  expect(newestReported(periods, '2026-11-25')?.code).toBe('2025H2');
  expect(newestReported(periods.slice(0, 2), '2026-11-25')?.code).toBe('2026H1');
  expect(usualPeriod([], '2026-11-25')).toBeUndefined();
});

test('a number of the roll-up and the list that it opens mean the same', () => {
  const query = {
    period: '2026H1',
    cell: 'filed',
    streetCodes: ['990101001', '990101002'],
    classes: ['culture-sports', null],
    text: '',
  } as const;
  expect(organizationQueryFrom(new URLSearchParams(organizationsQueryOf(query)), '2025H2')).toEqual(query);
  expect(
    organizationQueryFrom(new URLSearchParams({ street: 'x', class: 'y', cell: 'z' }), '2025H2'),
  ).toEqual({ period: '2025H2', cell: 'standing', streetCodes: [], classes: [], text: '' });
});

test('a chart’s grid stands at whole round numbers', () => {
  expect([0, 3, 46, 358, 999, 1001].map((value) => niceMaximum([value], 4))).toEqual([
    4, 4, 80, 400, 1000, 2000,
  ]);
  expect(gridValues(80, 4)).toEqual([0, 20, 40, 60, 80]);
  expect(['2026H1', '2026H2', '2026Q3'].map(shortPeriod)).toEqual(['26 上', '26 下', '26 三季']);
});
