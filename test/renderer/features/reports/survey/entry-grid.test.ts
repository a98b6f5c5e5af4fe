import { describe, expect, test } from 'vitest';
import {
  answerKeys,
  withAnswer,
  withoutSheet,
} from '../../../../../src/renderer/features/reports/survey/ballot-pad.ts';
import { countFromText, withBlock } from '../../../../../src/renderer/features/reports/survey/entry-grid.ts';
import { movedItem } from '../../../../../src/renderer/features/reports/survey/moved-item.ts';
import { weightPercent } from '../../../../../src/renderer/features/reports/survey/weight-percent.ts';

describe('a count', () => {
  test.each([
    ['12', 12],
    ['１２', 12],
    [' 7 张', 7],
    ['', 0],
    ['-3', 3],
    ['999999999', 99_999],
    ['一', 0],
  ])('%j is %d', (text, count) => expect(countFromText(text)).toBe(count));
});

describe('a pasted block', () => {
  const tally = (satisfied: number, mostly: number, dissatisfied: number, unknown: number) => ({
    satisfied,
    mostly,
    dissatisfied,
    unknown,
  });
  const two = [tally(9, 9, 9, 9), tally(8, 8, 8, 8)];

  test('fills the lines from its corner, and keeps what lies outside', () => {
    expect(withBlock(two, 2, { item: 0, answer: 1 }, '1\t2\r\n3\t4\r\n')).toEqual([
      tally(9, 1, 2, 9),
      tally(8, 3, 4, 8),
    ]);
  });
  test('loses what reaches over the edge', () => {
    expect(withBlock(two, 2, { item: 1, answer: 2 }, '1\t2\t3\n4\t5\t6')).toEqual([
      tally(9, 9, 9, 9),
      tally(8, 8, 1, 2),
    ]);
  });
  test('makes lines that were not there', () => {
    expect(withBlock([], 2, { item: 0, answer: 0 }, '5\t0\t1\t0')).toEqual([
      tally(5, 0, 1, 0),
      tally(0, 0, 0, 0),
    ]);
  });
  test('a single number is no block', () => {
    expect(withBlock(two, 2, { item: 0, answer: 0 }, '12')).toBeNull();
    expect(withBlock(two, 2, { item: 0, answer: 0 }, '12\n')).toBeNull();
  });
});

describe('a ballot', () => {
  test('is finished by the answer to its last item', () => {
    expect(withAnswer('s', 'd', 3)).toEqual({ ballot: 'sd', finished: null });
    expect(withAnswer('sd', '-', 3)).toEqual({ ballot: '', finished: 'sd-' });
    expect(withAnswer('', 'u', 1)).toEqual({ ballot: '', finished: 'u' });
  });
  test('has one key for each answer', () => {
    expect(answerKeys.map(({ key, letter }) => `${key}${letter}`)).toEqual(['1s', '2m', '3d', '4u', '0-']);
  });
  test('is taken back by what is on it', () => {
    expect(withoutSheet(['ss', 'dd', 'ss'], 'ss')).toEqual(['ss', 'dd']);
    expect(withoutSheet(['ss'], 'dd')).toEqual(['ss']);
  });
});

test('an item moves, the others keep their order', () => {
  expect(movedItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(movedItem(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
});

test('shares are told per cent', () => {
  expect(weightPercent({ committees: 1, residents: 1, units: 1 }, 'units')).toBe('33.3%');
  expect(weightPercent({ committees: 2, residents: 5, units: 3 }, 'residents')).toBe('50%');
  expect(weightPercent({ committees: 0, residents: 0, units: 0 }, 'residents')).toBe('—');
});
