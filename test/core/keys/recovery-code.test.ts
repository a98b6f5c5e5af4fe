import { describe, expect, test } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from '../../../src/core/keys/recovery-code.ts';

const entropy = Uint8Array.from({ length: 20 }, (_, index) => index * 13);
const code = formatRecoveryCode(entropy);

describe('a recovery code', () => {
  test('comes back from print', () => {
    expect(parseRecoveryCode(code)).toEqual(entropy);
    expect(code.split('-').map(({ length }) => length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5]);
  });

  test('is read as people copy it', () => {
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(parseRecoveryCode(typed)).toEqual(entropy);
    expect(parseRecoveryCode(code.replaceAll('-', '—').normalize('NFC'))).toEqual(entropy);
    const fullWidth = [...code]
      .map((character) =>
        character === '-' ? '　' : String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
      )
      .join('');
    expect(parseRecoveryCode(fullWidth)).toEqual(entropy);
  });

  test('any one wrong, missing or exchanged character is noticed', () => {
    const plain = code.replaceAll('-', '');
    for (let index = 0; index < plain.length; index++) {
      const wrong = plain[index] === 'Z' ? 'Y' : 'Z';
      expect(parseRecoveryCode(plain.slice(0, index) + wrong + plain.slice(index + 1))).toBeNull();
      expect(parseRecoveryCode(plain.slice(0, index) + plain.slice(index + 1))).toBeNull();
      const next = plain[index + 1];
      if (next === undefined || next === plain[index]) continue;
      const exchanged = plain.slice(0, index) + next + plain.charAt(index) + plain.slice(index + 2);
      expect(parseRecoveryCode(exchanged)).toBeNull();
    }
  });
});
