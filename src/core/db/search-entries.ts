import type { SearchField, SearchKind } from '../../shared/domain/search.ts';
import type { Reader } from './archive-store.ts';
import { kindNumbered, numbersOf } from './search-index.ts';

export interface EntryRow {
  readonly id: number;
  readonly entityId: string;
  readonly field: SearchField;
  readonly text: string;
  readonly head: string | null;
  readonly initials: string | null;
  readonly pinyin: string | null;
}

const columns = 'e.id, e.entity_id AS entityId, e.field, e.text, e.head, e.initials, e.pinyin';

/** Entries of a kind that begin so, the whole word first. */
export const entriesBeginning = (
  reader: Reader,
  kind: SearchKind,
  column: 'head' | 'initials' | 'pinyin',
  word: string,
  limit: number,
): readonly EntryRow[] =>
  reader.all<EntryRow>(
    `SELECT ${columns} FROM search_entries e
     WHERE e.kind = :kind AND e.${column} >= :word AND e.${column} < :above ORDER BY e.${column} LIMIT :limit`,
    { kind, word, above: `${word}\u{10FFFF}`, limit },
  );

const numbered = (
  reader: Reader,
  match: string,
  from: number,
  below: number,
  limit: number,
): readonly EntryRow[] =>
  reader.all<EntryRow>(
    `SELECT ${columns} FROM search_grams g JOIN search_entries e ON e.id = g.rowid
     WHERE search_grams MATCH :match AND g.rowid >= :from AND g.rowid < :below ORDER BY g.rowid LIMIT :limit`,
    { match, from, below, limit },
  );

export interface EntriesOfKind {
  readonly rows: readonly EntryRow[];
  /** False when there are more than were read. */
  readonly complete: boolean;
}

const spanOf = (kinds: readonly SearchKind[]): { readonly from: number; readonly below: number } => ({
  from: Math.min(...kinds.map((kind) => numbersOf(kind).from)),
  below: Math.max(...kinds.map((kind) => numbersOf(kind).below)),
});

/**
 * Entries that have all tokens, by kind, in the order of their numbers: names before texts, short before long. A rare
 * word takes one look; a common one takes a look at each kind that has it, never at more than it asks for.
 *
 * @param limit of each kind
 */
export const entriesHaving = (
  reader: Reader,
  kinds: readonly SearchKind[],
  tokens: readonly string[],
  limit: number,
): ReadonlyMap<SearchKind, EntriesOfKind> => {
  const found = new Map<SearchKind, EntriesOfKind>();
  if (tokens.length === 0 || kinds.length === 0) return found;
  const match = tokens.join(' ');
  const { from: first, below } = spanOf(kinds);
  for (let from = first; from < below;) {
    const rows = numbered(reader, match, from, below, limit);
    const last = rows.at(-1);
    const all = Map.groupBy(rows, ({ id }) => kindNumbered(id));
    const lastKind = last === undefined || rows.length < limit ? null : kindNumbered(last.id);
    for (const [kind, ofKind] of all) {
      const whole = kind !== lastKind || ofKind.length === limit;
      if (whole && kinds.includes(kind)) found.set(kind, { rows: ofKind, complete: kind !== lastKind });
    }
    if (lastKind === null) break;
    // A kind that others left no room for is looked at alone.
    from = all.size === 1 ? numbersOf(lastKind).below : numbersOf(lastKind).from;
  }
  return found;
};
