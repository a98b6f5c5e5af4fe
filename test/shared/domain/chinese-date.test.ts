import { expect, it } from 'vitest';
import { chineseDate, chineseDateRange } from '../../../src/shared/domain/chinese-date.ts';
import { chineseNumeral, copiesLabel } from '../../../src/shared/domain/chinese-number.ts';

it.each([
  ['2026-04-26', '2026年4月26日'],
  ['2026-11-03', '2026年11月3日'],
  ['2021-03', '2021年3月'],
  ['2019', '2019年'],
])('%s is written %s', (date, words) => {
  expect(chineseDate(date)).toBe(words);
});

it('joins the ends of a span', () => {
  expect(chineseDateRange('2025-02-08', '2028-02-07')).toBe('2025年2月8日至2028年2月7日');
});

it.each([
  [0, '〇'],
  [3, '三'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [37, '三十七'],
  [99, '九十九'],
])('%i is %s', (value, words) => {
  expect(chineseNumeral(value)).toBe(words);
});

it.each([-1, 100, 2.5])('has no numeral for %d', (value) => {
  expect(() => chineseNumeral(value)).toThrow(RangeError);
});

it('says copies as forms do', () => {
  expect(copiesLabel(3)).toBe('一式三份');
});
