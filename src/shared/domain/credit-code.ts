/** Characters of a unified social credit code in the order of their values (GB 32100-2015, table 2): no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeReading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: 'length' | 'characters' | 'check-digit' };

/** The check character of the first 17 (GB 32100-2015, annex A: 31 less the weighted sum modulo 31). */
const checkCharacter = (body: string): string | undefined => {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(body[index] ?? ''),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31];
};

/** Reads 统一社会信用代码 as typed: spaces left out, letters in capitals, the check character proven. */
export const readCreditCode = (typed: string): CreditCodeReading => {
  const value = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (value.length !== 18) return { kind: 'refused', reason: 'length' };
  if ([...value].some((character) => !alphabet.includes(character))) {
    return { kind: 'refused', reason: 'characters' };
  }
  return checkCharacter(value) === value[17]
    ? { kind: 'value', value }
    : { kind: 'refused', reason: 'check-digit' };
};
