import { expect, it } from 'vitest';
import { chineseDate, chineseDateRange } from '../../../src/shared/domain/chinese-date.ts';
import { capitalAmount, chineseNumeral, copiesLabel } from '../../../src/shared/domain/chinese-number.ts';

it.each([
  ['2026-04-26', '2026年4月26日'],
  ['2026-11-03', '2026年11月3日'],
  ['2021-03', '2021年3月'],
  ['2019', '2019年'],
  ['2000-01-01', '2000年1月1日'],
  ['2024-02-29', '2024年2月29日'],
  ['2030-10-10', '2030年10月10日'],
])('%s is written %s', (date, words) => {
  expect(chineseDate(date)).toBe(words);
});

it('joins the ends of a span', () => {
  expect(chineseDateRange('2025-02-08', '2028-02-07')).toBe('2025年2月8日至2028年2月7日');
});

it.each([
  [0, '〇'],
  [3, '三'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [12, '十二'],
  [19, '十九'],
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

it.each([
  [0, '零元整'],
  [0.01, '壹分'],
  [0.1, '壹角'],
  [0.07, '柒分'],
  [0.99, '玖角玖分'],
  [1, '壹元整'],
  [10, '壹拾元整'],
  [15, '壹拾伍元整'],
  [100, '壹佰元整'],
  [101, '壹佰零壹元整'],
  [110, '壹佰壹拾元整'],
  [1001, '壹仟零壹元整'],
  [1010, '壹仟零壹拾元整'],
  [1409.5, '壹仟肆佰零玖元伍角'],
  [6007.14, '陆仟零柒元壹角肆分'],
  [325.04, '叁佰贰拾伍元零肆分'],
  [10_000, '壹万元整'],
  [10_500, '壹万零伍佰元整'],
  [16_409.02, '壹万陆仟肆佰零玖元零贰分'],
  [107_000.53, '壹拾万零柒仟元伍角叁分'],
  [100_000, '壹拾万元整'],
  [1_000_001, '壹佰万零壹元整'],
  [20_002_000, '贰仟万零贰仟元整'],
  [100_000_000, '壹亿元整'],
  [100_000_001, '壹亿零壹元整'],
  [100_010_000, '壹亿零壹万元整'],
  [1_000_000_000, '壹拾亿元整'],
  [999_999_999_999.99, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('%d yuan are %s', (yuan, words) => {
  expect(capitalAmount(yuan)).toBe(words);
});

it.each([-0.01, 1e12, 0.005, Number.NaN, Number.POSITIVE_INFINITY])('%d is no amount', (yuan) => {
  expect(() => capitalAmount(yuan)).toThrow(RangeError);
});
