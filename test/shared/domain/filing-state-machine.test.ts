import { describe, expect, test } from 'vitest';
import { filingAction, filingKind, filingState } from '../../../src/shared/domain/filing.ts';
import {
  allowedActions,
  isOpenState,
  missingRequirements,
  nextState,
  stepDueOn,
} from '../../../src/shared/domain/filing-state-machine.ts';
import { workingDayCalendar } from '../../../src/shared/domain/working-days.ts';

/** Policy Art. 2 written out by hand: from-state, action, to-state. Every pair that is not here is illegal. */
const filingSteps = [
  'preparing submit applied',
  'preparing withdraw withdrawn',
  'applied committee-pass committee-passed',
  'applied committee-return returned',
  'applied committee-decline not-forwarded',
  'applied withdraw withdrawn',
  'returned submit applied',
  'returned withdraw withdrawn',
  'committee-passed street-agree street-agreed',
  'committee-passed street-return returned',
  'committee-passed street-refuse refused',
  'committee-passed withdraw withdrawn',
  'street-agreed start-notice on-notice',
  'street-agreed withdraw withdrawn',
  'on-notice record-objection objected',
  'objected record-objection objected',
  'on-notice close-notice notice-cleared',
  'on-notice issue-certificate filed',
  'on-notice withdraw withdrawn',
  'objected street-refuse refused',
  'objected resolve-objection on-notice',
  'objected withdraw withdrawn',
  'notice-cleared issue-certificate filed',
  'notice-cleared withdraw withdrawn',
];

/** Policy Art. 3: the committee forwards or asks for papers, and the end is a dissolution. */
const dissolutionSteps = filingSteps
  .filter((step) => !step.includes('committee-decline'))
  .map((step) => step.replace('issue-certificate filed', 'close-dissolution dissolved'));

const table = { initial: filingSteps, change: filingSteps, dissolution: dissolutionSteps };

describe.each(filingKind.options)('a live %s filing', (kind) => {
  test.each(filingState.options)('takes from %s the steps of the policy and no other', (state) => {
    const expected = table[kind].filter((step) => step.startsWith(`${state} `)).sort();
    const found = filingAction.options.flatMap((action) => {
      const to = nextState(kind, state, action, 'live');
      return to === null ? [] : [`${state} ${action} ${to}`];
    });
    expect(found.sort()).toEqual(expected);
    expect(allowedActions(kind, state, 'live').length).toBe(expected.length);
  });

  test('closed states take nothing, in back-entry neither', () => {
    const closed = filingState.options.filter((state) => !isOpenState(state));
    expect(closed).toEqual(['not-forwarded', 'refused', 'filed', 'dissolved', 'withdrawn']);
    expect(closed.flatMap((state) => allowedActions(kind, state, 'back-entry'))).toEqual([]);
  });
});

describe('back-entry', () => {
  test('leaves out steps that are on no paper', () => {
    expect(nextState('initial', 'preparing', 'issue-certificate', 'back-entry')).toBe('filed');
    expect(nextState('initial', 'preparing', 'street-agree', 'back-entry')).toBe('street-agreed');
    expect(nextState('dissolution', 'applied', 'close-dissolution', 'back-entry')).toBe('dissolved');
  });

  test('does not go back behind a step that is done', () => {
    expect(nextState('initial', 'notice-cleared', 'submit', 'back-entry')).toBeNull();
    expect(nextState('initial', 'street-agreed', 'committee-pass', 'back-entry')).toBeNull();
  });

  test('never objects to a notice that is not on record', () => {
    expect(nextState('initial', 'street-agreed', 'record-objection', 'back-entry')).toBeNull();
    expect(nextState('initial', 'on-notice', 'resolve-objection', 'back-entry')).toBeNull();
    expect(nextState('initial', 'on-notice', 'record-objection', 'back-entry')).toBe('objected');
  });

  test('does not certify an end, nor end with a certificate', () => {
    expect(nextState('dissolution', 'preparing', 'issue-certificate', 'back-entry')).toBeNull();
    expect(nextState('change', 'preparing', 'close-dissolution', 'back-entry')).toBeNull();
  });
});

describe('what a step must bring', () => {
  const bare = { opinion: null, notice: null, noticeItems: [] };

  test('whoever returns, refuses, declines or objects says why', () => {
    const asking = filingAction.options.filter((action) =>
      missingRequirements({ ...bare, action }).includes('opinion'),
    );
    expect(asking).toEqual([
      'committee-return',
      'committee-decline',
      'street-return',
      'street-refuse',
      'record-objection',
      'resolve-objection',
    ]);
  });

  test('a notice says where, how and how long', () => {
    const notice = { place: '社区公示栏', method: '张贴', days: 7 };
    expect(missingRequirements({ ...bare, action: 'start-notice' })).toEqual(['notice']);
    expect(missingRequirements({ ...bare, notice, action: 'start-notice' })).toEqual([]);
  });

  test('an opinion is enough; an empty one is none', () => {
    expect(missingRequirements({ ...bare, action: 'street-refuse', opinion: '' })).toEqual(['opinion']);
    expect(missingRequirements({ ...bare, action: 'street-refuse', opinion: '与现有组织重名' })).toEqual([]);
    const noticeItems = [{ material: '章程', text: '章程缺终止条款' }];
    expect(missingRequirements({ ...bare, action: 'street-return', noticeItems })).toEqual([]);
    expect(missingRequirements({ ...bare, action: 'street-return' })).toEqual(['opinion']);
  });
});

describe('deadlines', () => {
  const rules = {
    committeeReview: { days: 5, unit: 'working' },
    streetReview: { days: 7, unit: 'calendar' },
  } as const;
  const calendar = workingDayCalendar([
    {
      year: 2026,
      daysOff: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      daysWorked: ['2026-10-10'],
    },
  ]);

  test('the first review counts working days over a holiday', () => {
    expect(stepDueOn('applied', '2026-09-29', rules, calendar)).toBe('2026-10-12');
  });

  test('the street review counts calendar days', () => {
    expect(stepDueOn('committee-passed', '2026-09-29', rules, calendar)).toBe('2026-10-06');
  });

  test('no other state waits under a limit, and 0 days are no limit', () => {
    const limited = filingState.options.filter((state) => stepDueOn(state, '2026-09-29', rules, calendar));
    expect(limited).toEqual(['applied', 'committee-passed']);
    const none = { ...rules, committeeReview: { days: 0, unit: 'working' } } as const;
    expect(stepDueOn('applied', '2026-09-29', none, calendar)).toBeNull();
  });
});
