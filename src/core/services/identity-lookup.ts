import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { ArchiveKeys } from '../open-archive.ts';

/** What stands in the indexes instead of an identity number: nobody can read it back without the archive's key. */
export interface IdentityLookup {
  readonly whole: string;
  /** Of the last four characters, which people know by heart and search by. */
  readonly tail: string;
}

const keyed = (key: KeyObject, purpose: 'whole' | 'tail', text: string): string =>
  createHmac('sha256', key).update(`${purpose}:${text.toUpperCase()}`).digest('hex');

/** Lookups of many identity numbers: the key is made ready once. */
export const identityLookups = (keys: ArchiveKeys): ((identityNumber: string) => IdentityLookup) => {
  const key = createSecretKey(keys.lookup);
  return (identityNumber) => ({
    whole: keyed(key, 'whole', identityNumber),
    tail: keyed(key, 'tail', identityNumber.slice(-4)),
  });
};

/** Keyed hashes of an identity number for lookups (`people.identity_hash`, `people.identity_tail_hash`). */
export const identityLookup = (keys: ArchiveKeys, identityNumber: string): IdentityLookup =>
  identityLookups(keys)(identityNumber);

/** Keyed hash of the last four characters alone, for search. */
export const identityTailLookup = (keys: ArchiveKeys, tail: string): string =>
  keyed(createSecretKey(keys.lookup), 'tail', tail.slice(-4));
