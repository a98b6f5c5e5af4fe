import { describe, expect, test } from 'vitest';
import {
  archivalClassKey,
  archivalCodeOf,
  archivalTemplateFlaw,
  usualArchivalCodeRule,
  type ArchivalClass,
  type ArchivalCodeRule,
} from '../../../src/shared/domain/archival-code.ts';
import { retentionOf } from '../../../src/shared/domain/archive-item.ts';

const of = (rule: Partial<ArchivalCodeRule>, where: Partial<ArchivalClass>, item: number): string =>
  archivalCodeOf(
    archivalClassKey(
      { ...usualArchivalCodeRule, ...rule },
      { fonds: 'Z109', year: 2011, retention: 'permanent', ...where },
    ),
    item,
  );

describe('an archival code', () => {
  test.each([
    ['the example of DA/T 22-2015, 5.4.2', of({}, {}, 1), 'Z109-WS·2011-Y-BGS-0001'],
    ['thirty years', of({}, { retention: '30-years' }, 26), 'Z109-WS·2011-D30-BGS-0026'],
    ['ten years', of({}, { retention: '10-years', year: 2026 }, 1), 'Z109-WS·2026-D10-BGS-0001'],
    ['no fonds yet', of({}, { fonds: null }, 1), 'WS·2011-Y-BGS-0001'],
    ['no unit', of({ unit: '' }, {}, 1), 'Z109-WS·2011-Y-0001'],
    ['more than four digits', of({}, {}, 12_345), 'Z109-WS·2011-Y-BGS-12345'],
    ['another order', of({ template: '{year}·{retention}-{fonds}-{item}' }, {}, 7), '2011·Y-Z109-0007'],
  ])('%s', (_, code, expected) => {
    expect(code).toBe(expected);
  });

  test.each([
    ['{fonds}-{category}·{year}-{retention}-{unit}-{item}', null],
    ['{year}-{retention}-{item}', null],
    ['{year}-{item}', { flaw: 'missing', token: 'retention' }],
    ['{retention}-{item}', { flaw: 'missing', token: 'year' }],
    ['{year}-{retention}', { flaw: 'missing', token: 'item' }],
    ['{item}-{year}-{retention}', { flaw: 'missing', token: 'item' }],
    ['{year}-{retention}-{box}-{item}', { flaw: 'unknown', token: 'box' }],
  ])('the template %s', (template, flaw) => {
    expect(archivalTemplateFlaw(template)).toEqual(flaw);
  });
});

test('how long something is kept follows the rules, and is for good where they are silent', () => {
  const retention = [
    { material: '两委报告与测评', period: '30-years' },
    { material: '信息公开', period: '10-years' },
    { material: '章程', period: 'permanent' },
  ] as const;
  const kept = (source: Parameters<typeof retentionOf>[0]) =>
    retentionOf(source, { retention: [...retention] });
  expect(
    [
      { source: 'record', kind: 'survey' },
      { source: 'record', kind: 'disclosure' },
      { source: 'record', kind: 'disposition' },
      { source: 'filing', kind: 'change' },
      { source: 'file', part: 'reports-and-surveys' },
      { source: 'file', part: 'charter-and-form' },
      { source: 'file', part: 'part-7' },
    ].map((source) => kept(source as Parameters<typeof retentionOf>[0])),
  ).toEqual(['30-years', '10-years', 'permanent', 'permanent', '30-years', 'permanent', 'permanent']);
});
