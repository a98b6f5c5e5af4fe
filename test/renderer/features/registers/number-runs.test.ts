import { expect, test } from 'vitest';
import { runsOf, type NumberRow } from '../../../../src/renderer/features/registers/number-runs.ts';

const row = (sequence: number | null, state: NumberRow['state']): NumberRow => ({
  filingNumber: `新河街社备〔2026〕${sequence ?? '旧'}号`,
  sequence,
  state,
  organizationName: null,
  reason: null,
});

test('numbers left out in a row are one line; used and void ones, and gaps apart, stand alone', () => {
  const numbers = [
    row(1, 'gap'),
    row(2, 'gap'),
    row(3, 'gap'),
    row(4, 'assigned'),
    row(5, 'void'),
    row(6, 'gap'),
    row(8, 'gap'),
    row(null, 'assigned'),
  ];
  expect(runsOf(numbers).map(({ sequence, state, last }) => [sequence, last.sequence, state])).toEqual([
    [1, 3, 'gap'],
    [4, 4, 'assigned'],
    [5, 5, 'void'],
    [6, 6, 'gap'],
    [8, 8, 'gap'],
    [null, null, 'assigned'],
  ]);
});
