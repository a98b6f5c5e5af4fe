import { createHmac } from 'node:crypto';
import type { ArchiveKeys } from '../open-archive.ts';

/** What stands in the indexes instead of an identity number: nobody can read it back without the archive's key. */
export interface IdentityLookup {
  readonly whole: string;
  /** Of the last four characters, which people know by heart and search by. */
  readonly tail: string;
}

const keyed = (keys: ArchiveKeys, purpose: 'whole' | 'tail', text: string): string =>
  createHmac('sha256', keys.lookup).update(`${purpose}:${text.toUpperCase()}`).digest('hex');

/** Keyed hashes of an identity number for lookups (`people.identity_hash`, `people.identity_tail_hash`). */
export const identityLookup = (keys: ArchiveKeys, identityNumber: string): IdentityLookup => ({
  whole: keyed(keys, 'whole', identityNumber),
  tail: identityTailLookup(keys, identityNumber),
});

/** Keyed hash of the last four characters alone, for search. */
export const identityTailLookup = (keys: ArchiveKeys, tail: string): string =>
  keyed(keys, 'tail', tail.slice(-4));
