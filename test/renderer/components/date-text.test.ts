import { expect, test } from 'vitest';
import { dateFromText } from '../../../src/renderer/components/date-text.ts';

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026.1.3', '2026-01-03'],
  ['2026/11/3', '2026-11-03'],
  ['20261123', '2026-11-23'],
  ['2026年11月23日', '2026-11-23'],
  ['２０２６－１１－２３', '2026-11-23'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['2026-11', null],
  ['明天', null],
  ['20211', null],
])('a whole day from %s', (text, expected) => {
  expect(dateFromText(text)).toBe(expected);
});

test.each([
  ['2021', '2021'],
  ['2021年', '2021'],
  ['2021.4', '2021-04'],
  ['2021年4月', '2021-04'],
  ['2021-04-18', '2021-04-18'],
  ['21', null],
])('a partial day from %s', (text, expected) => {
  expect(dateFromText(text, true)).toBe(expected);
});
