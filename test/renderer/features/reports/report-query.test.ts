import { expect, test } from 'vitest';
import {
  reportQueryFrom,
  reportQueryOf,
  type ReportQuery,
} from '../../../../src/renderer/features/reports/report-query.ts';
import { communityId } from '../../../../src/shared/domain/ids.ts';

const everything = reportQueryFrom(new URLSearchParams());
const states: readonly Partial<ReportQuery>[] = [
  {},
  { text: '合唱 团', communityIds: [communityId.parse('c1'), communityId.parse('c2')], page: 3 },
  { period: '2026-1/2', done: false },
  { done: true, year: 2025, lowOnly: true, sort: { by: 'score', descending: false } },
  { uses: ['exit', 'purchase'], withClosed: true },
];

test.each(states)('an address holds %o', (change) => {
  const state = { ...everything, ...change };
  expect(reportQueryFrom(new URLSearchParams(reportQueryOf('surveys', state)))).toEqual(state);
});

test('the whole list has the shortest address', () => {
  expect(reportQueryOf('plan', everything)).toEqual({ tab: 'plan' });
});

test('what nobody knows is left out', () => {
  const query = new URLSearchParams('use=gift&sort=colour&page=-1&year=soon&done=perhaps');
  expect(reportQueryFrom(query)).toEqual(everything);
});
