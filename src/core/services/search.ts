import type { SearchGroup } from '../../shared/contract/search.ts';
import { searchKind, type SearchKind } from '../../shared/domain/search.ts';
import { searchWords } from '../../shared/domain/search-text.ts';
import { matchRank, mostEndingAlike, searchMatches, type SearchMatch } from '../db/search-matches.ts';
import { phoneTails } from '../keys/phone-tail.ts';
import type { OpenArchive } from '../open-archive.ts';
import { identityTailLookup } from './identity-lookup.ts';
import { hitsOf } from './search-hits.ts';
import { scannedPaper } from './search-scanned.ts';

export interface SearchQuestion {
  readonly text: string;
  /** null for all kinds. */
  readonly kind: SearchKind | null;
  /** Hits of each kind. */
  readonly limit: number;
}

/** Four or more last characters of an identity or phone number as people type them. */
const numberTail = /^\d{3,17}[\dx]$/u;

const tailOf = (words: readonly string[]): string | null => {
  const [only] = words;
  return words.length === 1 && only !== undefined && numberTail.test(only) ? only : null;
};

const isExact = ([first]: readonly SearchMatch[]): boolean => first?.rank === matchRank.exact;

/**
 * Everything that answers to a text, by kind (FEATURES L1, L2, L5, L6). Numbers in the hits are masked.
 *
 * @returns groups with hits only; those in which something is called exactly so come first
 */
export const search = (
  { store, keys }: OpenArchive,
  { text, kind, limit }: SearchQuestion,
): Promise<SearchGroup[]> =>
  store.read(async (reader) => {
    const scanned = await scannedPaper({ keys }, reader, text);
    if (scanned !== null) return scanned;
    const words = searchWords(text);
    const tail = tailOf(words);
    const tails = {
      identity: tail === null ? null : identityTailLookup(keys, tail),
      phone: tail === null ? null : (phoneTails(keys.lookup)(tail)[0] ?? null),
    };
    const kinds = kind === null ? searchKind.options : [kind];
    const found = searchMatches(reader, { kinds, words, tails, limit: limit + 1 });
    // Of a longer tail only the last four are hashed: the numbers themselves decide among those that end alike.
    const considered = tail !== null && tail.length > 4 ? mostEndingAlike : limit + 1;
    return [...found]
      .sort(([, one], [, other]) => Number(isExact(other)) - Number(isExact(one)))
      .flatMap(([each, matches]) => {
        const hits = hitsOf[each](reader, matches.slice(0, considered), { words, tail });
        return hits.length === 0
          ? []
          : [{ kind: each, hits: hits.slice(0, limit), more: hits.length > limit }];
      });
  });
