import { expect, test } from 'vitest';
import {
  defaultSort,
  emptyFilter,
  listStateFrom,
  queryOf,
  type ListState,
} from '../../../../src/renderer/features/organizations/list-state.ts';
import { communityId } from '../../../../src/shared/domain/ids.ts';

test('a state survives its way through the address', () => {
  const state: ListState = {
    filter: {
      text: '舞蹈',
      communityIds: [communityId.parse('c1'), communityId.parse('c2')],
      statuses: ['filed', 'changing'],
      fourClasses: ['culture-sports'],
      settlement: 'rural',
      proposedRegistration: true,
      lacking: 'fallback-party',
      due: 'matter-soon',
    },
    sort: { by: 'member-count', descending: true },
    page: 3,
  };

  expect(listStateFrom(new URLSearchParams(queryOf(state)))).toEqual(state);
});

test('the usual list has an empty address', () => {
  expect(queryOf({ filter: emptyFilter, sort: defaultSort, page: 1 })).toEqual({});
});

test('words that the list does not know are left aside, the rest holds', () => {
  expect(
    listStateFrom(new URLSearchParams('status=filed,nonsense&sort=nonsense&page=-2&lacking=sleep')),
  ).toEqual({
    filter: { ...emptyFilter, statuses: ['filed'] },
    sort: defaultSort,
    page: 1,
  });
});
