import { expect, test } from 'vitest';
import { eligibilityHints, type EligibilityEvidence } from '../../../src/shared/domain/eligibility.ts';

const sound: EligibilityEvidence = {
  name: '王秀英',
  birthDate: '1958-07',
  today: '2026-11-23',
  leads: [],
  mostLed: 3,
  restrictions: [],
};
const codesOf = (change: Partial<EligibilityEvidence>) =>
  eligibilityHints({ ...sound, ...change }).map(({ code }) => code);

test.each([
  ['1958-07', []],
  [null, []],
  ['2008-11-23', []],
  ['2008-11-24', ['minor']],
  ['2008-11', ['maybe-minor']],
  ['2008', ['maybe-minor']],
  ['2008-12', ['minor']],
  ['2009', ['minor']],
  ['2007', []],
] as const)('born %s', (birthDate, codes) => {
  expect(codesOf({ birthDate })).toEqual(codes);
});

test('who leads as many as the rules allow is pointed out at the next', () => {
  expect(codesOf({ leads: ['甲队', '乙队'] })).toEqual([]);
  const [hint] = eligibilityHints({ ...sound, leads: ['甲队', '乙队', '丙队'] });
  expect(hint).toMatchObject({ code: 'leads-many', text: '已是 3 个组织的负责人：甲队、乙队、丙队' });
});

test('the list of the office names who is meant for certain and who only has the same name', () => {
  const entry = { reason: '挪用活动经费', source: null };
  const hints = eligibilityHints({
    ...sound,
    restrictions: [
      { ...entry, proven: true },
      { ...entry, source: '街道通报', proven: false },
    ],
  });
  expect(hints.map(({ code, source }) => [code, source])).toEqual([
    ['restricted', '本单位限制名单'],
    ['same-name-restricted', '街道通报'],
  ]);
});
