import { expect, test } from 'vitest';
import { readCreditCode } from '../../../src/shared/domain/credit-code.ts';

// Worked by hand along GB 32100-2015, annex A: 31 less the weighted sum of the first 17 modulo 31.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const checkOf = (body: string): string => {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += alphabet.indexOf(body.charAt(index)) * (3 ** index % 31);
  return alphabet.charAt((31 - (sum % 31)) % 31);
};

test.each(['5199010133333333X', '52990101MJ0000001', '53990101000000000', '91350100M000100Y4'])(
  'body %s with its own check character is read, with any other it is not',
  (body) => {
    const good = checkOf(body);
    expect(readCreditCode(`${body}${good}`)).toEqual({ kind: 'value', value: `${body}${good}` });
    for (const other of alphabet.replace(good, '')) {
      expect(readCreditCode(`${body}${other}`)).toEqual({ kind: 'refused', reason: 'check-digit' });
    }
  },
);

test('the published example of the standard holds', () => {
  expect(readCreditCode('91350100M000100Y43')).toEqual({ kind: 'value', value: '91350100M000100Y43' });
});

test.each([
  [' 9135 0100 m000 100y 43 ', { kind: 'value', value: '91350100M000100Y43' }],
  ['９１３５０１００Ｍ０００１００Ｙ４３', { kind: 'value', value: '91350100M000100Y43' }],
  ['91350100M000100Y4', { kind: 'refused', reason: 'length' }],
  ['91350100M0O0100Y43', { kind: 'refused', reason: 'characters' }],
  ['91350100M000100Y44', { kind: 'refused', reason: 'check-digit' }],
  ['91350100M001000Y43', { kind: 'refused', reason: 'check-digit' }],
])('%s', (typed, reading) => {
  expect(readCreditCode(typed)).toEqual(reading);
});
