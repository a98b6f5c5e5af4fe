import { foldText } from '../../shared/domain/search-text.ts';
import type { SearchField, SearchKind } from '../../shared/domain/search.ts';
import type { Reader } from './archive-store.ts';
import { syllabifications } from './pinyin-syllables.ts';
import { entriesBeginning, entriesHaving, type EntryRow } from './search-entries.ts';
import {
  identityTailToken,
  initialsTokens,
  phoneTailToken,
  syllableTokens,
  wordTokens,
} from './search-tokens.ts';

/** How well an entry answers; lower is better. */
export const matchRank = { exact: 0, beginning: 1, within: 2, letters: 3, text: 4, tail: 5 } as const;
type MatchRank = (typeof matchRank)[keyof typeof matchRank];

export interface SearchMatch {
  readonly entityId: string;
  readonly field: SearchField;
  readonly text: string;
  readonly rank: MatchRank;
  /** True when it was found by its spelling. */
  readonly spelled: boolean;
}

/** Keyed hashes of the last four characters that were typed, where they can be the tail of a number. */
export interface TypedTails {
  readonly identity: string | null;
  readonly phone: string | null;
}

export interface SearchOrder {
  readonly kinds: readonly SearchKind[];
  /** Folded, see `searchWords`. */
  readonly words: readonly string[];
  readonly tails: TypedTails;
  /** At most this many of each kind. */
  readonly limit: number;
}

type Matches = Map<SearchKind, SearchMatch[]>;

const add = (matches: Matches, kind: SearchKind, more: readonly SearchMatch[]): void => {
  matches.set(kind, [...(matches.get(kind) ?? []), ...more]);
};

const toMatch = (row: EntryRow, rank: MatchRank, spelled = false): SearchMatch => ({
  entityId: row.entityId,
  field: row.field,
  text: row.text,
  rank,
  spelled,
});

const rankOf = (row: EntryRow, words: readonly string[]): MatchRank | null => {
  const folded = row.head ?? foldText(row.text);
  if (!words.every((word) => folded.includes(word))) return null;
  if (row.field === 'text') return matchRank.text;
  if (words.length > 1) return matchRank.within;
  if (folded === words[0]) return matchRank.exact;
  return folded.startsWith(words[0] ?? '') ? matchRank.beginning : matchRank.within;
};

const ranked = (rows: readonly EntryRow[], words: readonly string[]): SearchMatch[] =>
  rows.flatMap((row) => {
    const rank = rankOf(row, words);
    return rank === null ? [] : [toMatch(row, rank)];
  });

/** Pairs may stand apart, so more is read than is wanted; a bound keeps any word quick. */
const candidatesFor = (limit: number): number => 2 * limit + 24;

const byCharacters = (reader: Reader, { kinds, words, limit }: SearchOrder, matches: Matches): void => {
  const tokens = [...new Set(words.flatMap(wordTokens))];
  const [only] = words;
  for (const [kind, { rows, complete }] of entriesHaving(reader, kinds, tokens, candidatesFor(limit))) {
    add(matches, kind, ranked(rows, words));
    // Where not everything was read, names that begin so might be among the rest.
    if (!complete && words.length === 1 && only !== undefined)
      add(matches, kind, ranked(entriesBeginning(reader, kind, 'head', only, limit), words));
  }
};

const letters = /^[a-z0-9ü]*[a-zü][a-z0-9ü]*$/u;

/** Ways to read letters that are tried; a reading with a syllable still being typed only where no whole one is. */
const mostReadings = 3;

const readingsOf = (letters: string): readonly (readonly string[])[] => {
  const all = syllabifications(letters);
  const whole = all.filter(({ rest }) => rest === '');
  return (whole.length > 0 ? whole : all)
    .slice(0, mostReadings)
    .map(({ syllables }) => syllableTokens(syllables));
};

/** All spellings answer equally well, so each further step is taken only for kinds that still have room. */
const byLetters = (reader: Reader, { kinds, words, limit }: SearchOrder, matches: Matches): void => {
  const [only = ''] = words;
  if (words.length !== 1 || !letters.test(only)) return;
  const typed = only.replaceAll('ü', 'v');
  const found = new Map<SearchKind, Map<string, EntryRow>>(kinds.map((kind) => [kind, new Map()]));
  const take = (kind: SearchKind, rows: readonly EntryRow[]): void => {
    for (const row of rows) if (!found.get(kind)?.has(row.entityId)) found.get(kind)?.set(row.entityId, row);
  };
  const open = (): SearchKind[] => kinds.filter((kind) => (found.get(kind)?.size ?? 0) < limit);
  const takeHaving = (tokens: readonly string[], column: 'initials' | 'pinyin'): void => {
    for (const [kind, { rows }] of entriesHaving(reader, open(), tokens, candidatesFor(limit)))
      take(
        kind,
        rows.filter((row) => row[column]?.includes(typed) === true),
      );
  };
  for (const kind of open()) take(kind, entriesBeginning(reader, kind, 'initials', typed, limit));
  for (const kind of open()) take(kind, entriesBeginning(reader, kind, 'pinyin', typed, limit));
  takeHaving(initialsTokens(typed), 'initials');
  for (const tokens of readingsOf(typed)) takeHaving(tokens, 'pinyin');
  for (const [kind, rows] of found)
    add(
      matches,
      kind,
      [...rows.values()].map((row) => toMatch(row, matchRank.letters, true)),
    );
};

const tailedKinds: readonly SearchKind[] = ['organization', 'person'];

/** Most things that are read of those whose numbers end alike; of 300,000 people some thirty do. */
export const mostEndingAlike = 200;

const byTails = (reader: Reader, { kinds, tails }: SearchOrder, matches: Matches): void => {
  const take = (field: SearchField, token: string | null): void => {
    if (token === null) return;
    const among = kinds.filter((kind) => tailedKinds.includes(kind));
    for (const [kind, { rows }] of entriesHaving(reader, among, [token], mostEndingAlike))
      add(
        matches,
        kind,
        rows.map((row) => ({ ...toMatch(row, matchRank.tail), field })),
      );
  };
  take('identity-tail', tails.identity === null ? null : identityTailToken(tails.identity));
  take('phone-tail', tails.phone === null ? null : phoneTailToken(tails.phone));
};

/** Each thing once, the best answers first. */
const best = (matches: readonly SearchMatch[]): SearchMatch[] => {
  const kept = new Map<string, SearchMatch>();
  for (const match of matches) {
    const known = kept.get(match.entityId);
    if (known === undefined || match.rank < known.rank) kept.set(match.entityId, match);
  }
  return [...kept.values()].sort((one, other) => one.rank - other.rank);
};

/**
 * What answers to the words, by kind, each thing once and the best answers first. Every step reads a bounded number of
 * entries, however common the word. Tails are not cut to the limit.
 */
export const searchMatches = (
  reader: Reader,
  order: SearchOrder,
): ReadonlyMap<SearchKind, readonly SearchMatch[]> => {
  const matches: Matches = new Map();
  if (order.words.length > 0) {
    byCharacters(reader, order, matches);
    byLetters(reader, order, matches);
    byTails(reader, order, matches);
  }
  return new Map(order.kinds.map((kind) => [kind, best(matches.get(kind) ?? [])]));
};
