import { expect, test } from 'vitest';
import { dueWordsOf } from '../../../../src/renderer/features/filings/due-words.ts';

const today = '2026-11-23';

test.each([
  [{ dueOn: null, overdueDays: 0 }, null],
  [
    { dueOn: '2026-11-20', overdueDays: 1 },
    { tone: 'late', text: '逾期 1 天' },
  ],
  [
    { dueOn: '2026-11-23', overdueDays: 0 },
    { tone: 'waiting', text: '今天到期' },
  ],
  [
    { dueOn: '2026-11-26', overdueDays: 0 },
    { tone: 'waiting', text: '剩 3 天' },
  ],
  [
    { dueOn: '2026-11-27', overdueDays: 0 },
    { tone: 'ended', text: '剩 4 天' },
  ],
])('%o reads %o', (filing, expected) => {
  expect(dueWordsOf(filing, today)).toEqual(expected);
});
