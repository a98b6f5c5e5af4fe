import { describe, expect, test } from 'vitest';
import { identityCheckCharacter } from '../../../src/shared/domain/identity-number.ts';
import { findPersonalData, withMaskedNumbers } from '../../../src/shared/domain/personal-data.ts';

const kinds = (text: string): readonly string[] => findPersonalData(text).map(({ kind }) => kind);
const excerpts = (text: string): readonly string[] => findPersonalData(text).map(({ excerpt }) => excerpt);

/** A number of a region that does not exist. */
const identity = (first17: string): string => first17 + identityCheckCharacter(first17);
const identityWithX = (): string => {
  for (let sequence = 0; sequence < 1000; sequence++) {
    const number = identity(`99010119580712${String(sequence).padStart(3, '0')}`);
    if (number.endsWith('X')) return number;
  }
  throw new Error('no number ends in X');
};
const real = identity('99010119580712002');

describe('finds', () => {
  const cases: readonly (readonly [name: string, text: string, kind: string, excerpt: string])[] = [
    [
      'an identity number',
      `身份证号${real}，请核对`,
      'identity-number',
      `身份证号990***********${real.slice(-4)}，请核对`,
    ],
    [
      'one that ends in a small x',
      identityWithX().toLowerCase(),
      'identity-number',
      `990***********${identityWithX().slice(-4)}`,
    ],
    [
      'one in groups',
      `${real.slice(0, 6)} ${real.slice(6, 14)} ${real.slice(14)}`,
      'identity-number',
      `990***********${real.slice(-4)}`,
    ],
    [
      'one in full-width digits',
      `号码１１０１０１５８０７１２００１`,
      'identity-number',
      '号码110********2001',
    ],
    ['an old one of 15 digits', '证号110101580712001。', 'identity-number', '证号110********2001。'],
    ['a mobile phone', '联系人王秀英13812345678', 'mobile-phone', '联系人王秀英138****5678'],
    ['a mobile phone in groups', '手机 138 1234 5678 转达', 'mobile-phone', '手机 138****5678 转达'],
    ['a mobile phone with dashes', '138-1234-5678', 'mobile-phone', '138****5678'],
    ['a mobile phone with its country', '+86 13812345678', 'mobile-phone', '138****5678'],
    ['one broken by an invisible character', '138\u200B12345678', 'mobile-phone', '138****5678'],
    ['a landline', '电话0311-85550000', 'landline-phone', '电话********0000'],
    ['a landline in brackets', '(022)23456789', 'landline-phone', '*******6789'],
    ['a landline of the place', '座机：85550000', 'landline-phone', '****0000'],
    ['a bank card', '汇入6222021234567890128', 'bank-card', '汇入***************0128'],
    ['a bank card in groups', '卡号 4111 1111 1111 1111', 'bank-card', '卡号 ************1111'],
    ['an address of building, unit and room', '阳光里3号楼2单元501室', 'home-address', '阳光里3号********'],
    ['an address of building and room', '幸福小区12栋302', 'home-address', '幸福小区12****'],
    ['an address in Chinese numerals', '和平里五号楼三单元', 'home-address', '和平里五号****'],
    ['an address by its name', '家庭住址：和平路18号', 'home-address', '家庭住址：和平****'],
    ['an e-mail address', '邮箱wang.xy@example.com。', 'email', '邮箱w***@example.com。'],
  ];
  test.each(cases)('%s', (_, text, kind, excerpt) => {
    expect(findPersonalData(text)).toEqual([{ kind, excerpt }]);
  });

  test('several in one line, each masked in the excerpt of the others', () => {
    const text = `王秀英13812345678、李桂兰13987654321，${real}`;
    expect(kinds(text)).toEqual(['mobile-phone', 'mobile-phone', 'identity-number']);
    expect(excerpts(text).join('\n')).not.toMatch(/\d{7}/);
  });
});

describe('lets pass', () => {
  const innocent: readonly (readonly [name: string, text: string])[] = [
    ['a filing number', '新河街社备〔2026〕17号'],
    ['a filing number of digits', '990101001-2026-0017'],
    ['an archival code', 'Z109-WS·2026-Y-BGS-0001'],
    ['a date', '2026年11月23日 2026-11-23 20261123'],
    ['a moment', '20261123153000'],
    ['a span of days', '公示期：2026-11-09至2026-11-15'],
    ['an amount', '收入13812345678.00元，支出13812345678元'],
    ['an amount with its sign', '￥13812345678'],
    ['a large amount of 16 digits', '合计4111111111111111元'],
    ['a count', '服务13812345678人次'],
    ['a credit code with letters', '统一社会信用代码51110000MJ0123456X'],
    ['an area code', '社区代码990101001001'],
    [
      '18 digits with a wrong check character',
      identity('99010119580712002').slice(0, 17) + (real.endsWith('1') ? '2' : '1'),
    ],
    ['18 digits without a birth date', identity('99010119581372002')],
    ['15 digits of no province', '990101580712001'],
    ['15 digits without a birth date', '110101581372001'],
    ['a card number with a wrong check digit', '4111111111111112'],
    ['16 digits that begin like a date', '2026112300001234'],
    ['a number inside a longer one', '913812345678901'],
    ['a number inside a word', 'AB13812345678'],
    ['a public place', '党群服务中心1号楼201室'],
    ['a floor of a public place', '社区文化活动中心2楼'],
    ['a number of a road', '幸福路18号社区门口'],
    ['a plain text', '上半年开展活动12次，参与居民1,280人次，支出2,850元。'],
    ['a meeting vote', '应到32人，实到28人，同意27人，反对0人，弃权1人'],
    ['a decimal', '3.13812345678901'],
    ['a clause', '第二条（三）'],
    ['a standard', 'GB/T 9704-2012、DA/T 22-2015'],
    ['an empty text', ''],
  ];
  test.each(innocent)('%s', (_, text) => expect(findPersonalData(text)).toEqual([]));

  test('a credit code of digits alone that passes as a card', () => {
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    const luhn = (digits: string): boolean =>
      [...digits].reverse().reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
      }, 0) %
        10 ===
      0;
    const code = Array.from({ length: 5000 }, (_, index) => `52110105${String(100000000 + index)}`)
      .map((first17) => {
        const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
        return `${first17}${(31 - (sum % 31)) % 31}`;
      })
      .find((each) => each.length === 18 && luhn(each));
    expect(code).toBeDefined();
    expect(findPersonalData(`代码${code}`)).toEqual([]);
  });
});

test('a long hostile text costs no more than its length', () => {
  const hostile = [
    '1'.repeat(200_000),
    '138 '.repeat(50_000),
    'a.'.repeat(100_000),
    '3号楼'.repeat(50_000),
    `${'a'.repeat(100_000)}@${'b.'.repeat(50_000)}`,
    '电话：'.repeat(50_000),
    '住址'.repeat(100_000),
  ];
  const started = performance.now();
  for (const text of hostile) findPersonalData(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a text for the office keeps its words and loses its numbers', () => {
  expect(withMaskedNumbers('王芳（13800138000），住址：新河街道3号楼；见〔2026〕12号。')).toBe(
    '王芳（138****8000），住址：新河街道3号楼；见〔2026〕12号。',
  );
  expect(withMaskedNumbers('电话 １３８００１３８０００ 和 13900139000')).toBe(
    '电话 138****8000 和 139****9000',
  );
  expect(withMaskedNumbers('　没有号码，Ａ栋')).toBe('　没有号码，Ａ栋');
});
