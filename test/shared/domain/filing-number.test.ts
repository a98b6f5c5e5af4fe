import { describe, expect, test } from 'vitest';
import {
  canonicalFilingNumber,
  formatFilingNumber,
  parseFilingNumberTemplate,
  readFilingNumber,
  yearInFilingNumber,
} from '../../../src/shared/domain/filing-number.ts';
import { CodedError } from '../../../src/shared/errors.ts';

const values = {
  office: '新河街',
  streetCode: '990101001',
  communityCode: '990101001201',
  year: 2026,
  fourClass: 'community-affairs',
  sequence: 7,
} as const;

const simple = parseFilingNumberTemplate('{office}社备〔{YYYY}〕{seq}号');
const coded = parseFilingNumberTemplate('{area9}{village3}-{YYYY}-{category}-{seq4}');

describe('a number of the rule', () => {
  test('is written without leading zeros, except for {seq4}', () => {
    expect(formatFilingNumber(simple, values)).toBe('新河街社备〔2026〕7号');
    expect(formatFilingNumber(coded, values)).toBe('990101001201-2026-C-0007');
    expect(formatFilingNumber(coded, { ...values, sequence: 12345 })).toBe('990101001201-2026-C-12345');
  });

  test('needs the category that it spells', () => {
    expect(formatFilingNumber(simple, { ...values, fourClass: null })).toBe('新河街社备〔2026〕7号');
    expect(() => formatFilingNumber(coded, { ...values, fourClass: null })).toThrow('STEP_INCOMPLETE');
  });
});

const refusedPart = (template: string): string | null => {
  try {
    parseFilingNumberTemplate(template);
    return null;
  } catch (error) {
    return error instanceof CodedError && 'token' in error.data ? error.data.token : 'not coded';
  }
};

describe('a template', () => {
  test.each([
    ['{office}社备〔{YYYY}〕{seqq}号', '{seqq}'],
    ['{office}社备〔{YYYY}〕号', '{seq}'],
    ['{office}社备〔{YYYY}〕{seq}号{seq4}', '{seq}'],
    ['{office}社备{seq}号', '{YYYY}'],
    ['{office}社备{YYYY}〔{YYYY}〕{seq}号', '{YYYY}'],
    ['{office}社备[{YYYY}]{seq}号', '['],
    ['{office}社备（{YYYY}）{seq}号', '（'],
    ['{office}社备〔{YYYY}]{seq}号', ']'],
    ['{office}社备〔{YYYY}〕第{seq}号', '第'],
    ['{office社备〔{YYYY}〕{seq}号', '{'],
    ['', '{seq}'],
  ])('%s is refused for %s', (template, part) => {
    expect(refusedPart(template)).toBe(part);
  });
});

describe('an existing number', () => {
  test('says its year and sequence', () => {
    expect(readFilingNumber(simple, '新河街社备〔2024〕118号')).toEqual({ year: 2024, sequence: 118 });
    expect(readFilingNumber(coded, '990101001201-2019-A-0042')).toEqual({ year: 2019, sequence: 42 });
  });

  test('is read through other brackets, full-width digits and spaces', () => {
    for (const spelling of [
      '新河街社备[2024]3号',
      '新河街社备（２０２４）３号',
      '新河街 社备【2024】 3 号',
    ]) {
      expect(readFilingNumber(simple, spelling)).toEqual({ year: 2024, sequence: 3 });
      expect(canonicalFilingNumber(spelling)).toBe('新河街社备〔2024〕3号');
    }
  });

  test('of another rule is not guessed at', () => {
    expect(readFilingNumber(simple, '社备字第3号')).toBeNull();
    expect(readFilingNumber(simple, '新河街社备〔2024〕3号补')).toBeNull();
  });

  test('of another rule may still name its year', () => {
    expect(yearInFilingNumber('社备字[2018]第3号')).toBe(2018);
    expect(yearInFilingNumber('XH-2019-0003')).toBe(2019);
    expect(yearInFilingNumber('社备字第3号')).toBeNull();
    expect(yearInFilingNumber('12020240003')).toBeNull();
  });

  test('comes back as it was written, for every sequence', () => {
    for (const template of [simple, coded]) {
      for (const sequence of [1, 9, 10, 999, 9999, 10000]) {
        const text = formatFilingNumber(template, { ...values, sequence });
        expect(readFilingNumber(template, text)).toEqual({ year: 2026, sequence });
      }
    }
  });
});
