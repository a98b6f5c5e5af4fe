import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code survives handwriting. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 160 random bits and a 40-bit checksum: eight groups of five characters. */
export const recoveryEntropyBytes = 20;
const checksumBytes = 5;

const checksum = (entropy: Uint8Array): Buffer =>
  createHash('sha256')
    .update('hub-archive recovery code')
    .update(entropy)
    .digest()
    .subarray(0, checksumBytes);

const encode = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('');
};

const decode = (text: string): Uint8Array | null => {
  const digits = [...text].map((character) => alphabet.indexOf(character));
  if (digits.includes(-1)) return null;
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  return new Uint8Array((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
};

/** The printed form, e.g. `7K2QF-…`. @param entropy 20 bytes */
export const formatRecoveryCode = (entropy: Uint8Array): string =>
  (encode(new Uint8Array([...entropy, ...checksum(entropy)])).match(/.{5}/g) ?? []).join('-');

/**
 * The entropy of a code as typed: case, width, spaces and dashes do not matter, O is read as 0, I and L as 1.
 * Null when a character is wrong or missing, so that a slip of the pen costs no slow key derivation.
 */
export const parseRecoveryCode = (typed: string): Uint8Array | null => {
  const normalized = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-—–_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (normalized.length !== ((recoveryEntropyBytes + checksumBytes) * 8) / 5) return null;
  const bytes = decode(normalized);
  if (bytes === null) return null;
  const entropy = bytes.subarray(0, recoveryEntropyBytes);
  return checksum(entropy).equals(bytes.subarray(recoveryEntropyBytes)) ? entropy : null;
};
