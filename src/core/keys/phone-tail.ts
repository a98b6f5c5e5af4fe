import { createHmac, createSecretKey } from 'node:crypto';

/** Keyed hashes of the last four digits of each phone number in a text such as `13812345678、0311-85550000转2`. */
export type PhoneTails = (phones: string) => readonly string[];

/** @param lookup key of the lookups, see lookup-key.ts */
export const phoneTails = (lookup: Uint8Array): PhoneTails => {
  const key = createSecretKey(lookup);
  const hash = (tail: string): string => createHmac('sha256', key).update(`phone-tail:${tail}`).digest('hex');
  return (phones) =>
    phones
      .split('、')
      .map((phone) => (phone.split('转')[0] ?? '').replaceAll(/\D/gu, ''))
      .filter((digits) => digits.length >= 4)
      .map((digits) => hash(digits.slice(-4)));
};
