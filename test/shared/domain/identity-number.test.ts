import { describe, expect, it } from 'vitest';
import {
  ageOn,
  identityCheckCharacter,
  readIdentityNumber,
} from '../../../src/shared/domain/identity-number.ts';

const taken = (
  number: string,
  birthDate: string,
  sex: string,
  changes: string[] = [],
  kind = 'resident-id',
) => ({
  kind: 'value',
  value: { kind, number, birthDate, sex },
  changes,
});
const refused = (code: string) => ({ kind: 'refused', code });

describe('identityCheckCharacter', () => {
  it('gives the characters of the examples in GB 11643-1999', () => {
    expect(identityCheckCharacter('11010519491231002')).toBe('X');
    expect(identityCheckCharacter('44052418800101001')).toBe('4');
  });
});

describe('readIdentityNumber', () => {
  it('takes a right number as it stands', () => {
    expect(readIdentityNumber('11010519491231002X')).toEqual(
      taken('11010519491231002X', '1949-12-31', 'female'),
    );
    expect(readIdentityNumber('990403198012050598')).toEqual(
      taken('990403198012050598', '1980-12-05', 'male'),
    );
  });

  it('puts right and names what people type differently', () => {
    expect(readIdentityNumber('11010519491231002x')).toEqual(
      taken('11010519491231002X', '1949-12-31', 'female', ['identity-case']),
    );
    expect(readIdentityNumber('１１０１０５１９４９１２３１００２Ｘ')).toEqual(
      taken('11010519491231002X', '1949-12-31', 'female', ['digits-narrowed']),
    );
    expect(readIdentityNumber(' 110105 19491231 002X')).toEqual(
      taken('11010519491231002X', '1949-12-31', 'female', ['spaces-removed']),
    );
  });

  it('turns 15 digits into 18, as text or as a number cell', () => {
    const upgraded = taken('11010519491231002X', '1949-12-31', 'female', ['identity-upgraded-15']);
    expect(readIdentityNumber('110105491231002')).toEqual(upgraded);
    expect(readIdentityNumber(110105491231002)).toEqual(upgraded);
  });

  it('knows residence permits of Hong Kong, Macao and Taiwan residents', () => {
    for (const prefix of ['810000', '820000', '830000']) {
      const digits = `${prefix}19900101001`;
      const number = digits + identityCheckCharacter(digits);
      expect(readIdentityNumber(number)).toEqual(taken(number, '1990-01-01', 'male', [], 'residence-permit'));
    }
  });

  it('takes other documents without a check digit and says so', () => {
    expect(readIdentityNumber('e12345678')).toEqual({
      kind: 'value',
      value: { kind: 'other', number: 'E12345678', birthDate: null, sex: null },
      changes: ['identity-case', 'identity-other-document'],
    });
  });

  it.each([
    [990807197503049000],
    [9.90807197503049e17],
    ['9.90807E+17'],
    ['9.90807197503049E+17'],
    ['990807197503049000'],
  ])('refuses %s as cut by Excel', (cell) => {
    expect(readIdentityNumber(cell)).toEqual(refused('identity-cut-by-excel'));
  });

  it('takes a number that truly ends in 000, since its check digit is right', () => {
    const ending = Array.from(
      { length: 31 },
      (_, day) => `990001198001${String(day + 1).padStart(2, '0')}100`,
    ).find((digits) => identityCheckCharacter(digits) === '0');
    expect(readIdentityNumber(`${ending}0`)).toMatchObject({
      kind: 'value',
      value: { number: `${ending}0` },
    });
  });

  it.each([
    ['990403198012050599', 'identity-check-digit'],
    ['110105194902310025', 'identity-birth-impossible'],
    ['11010519491331002X', 'identity-birth-impossible'],
    ['99030920010503934', 'identity-malformed'],
    ['1101051949123100X2', 'identity-malformed'],
    ['身份证在家里', 'identity-malformed'],
    [12345, 'identity-malformed'],
  ])('refuses %s as %s', (cell, code) => {
    expect(readIdentityNumber(cell)).toEqual(refused(code));
  });

  it.each(['', '  ', '—', '无', '不详'])('reads %j as nothing', (cell) => {
    expect(readIdentityNumber(cell)).toEqual({ kind: 'empty' });
  });

  it('finds every single wrong digit', () => {
    const right = '990403198012050598';
    for (let place = 0; place < 18; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = right.slice(0, place) + digit + right.slice(place + 1);
        if (wrong === right) continue;
        expect(readIdentityNumber(wrong).kind, wrong).toBe('refused');
      }
    }
  });
});

describe('ageOn', () => {
  it('counts full years, and the year alone where no more is known', () => {
    expect(ageOn('2008-06-30', '2026-06-29')).toBe(17);
    expect(ageOn('2008-06-30', '2026-06-30')).toBe(18);
    expect(ageOn('2008-06', '2026-06-01')).toBe(18);
    expect(ageOn('2008', '2026-01-01')).toBe(18);
  });
});
