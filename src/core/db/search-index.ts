import { pinyin } from 'pinyin-pro';
import type { Reader, SqlValue, Writer } from './archive-store.ts';

/**
 * Search by names, as people type: one Chinese character, two, or more, pinyin initials, full pinyin. FTS5's trigram
 * finds nothing for one or two characters and LIKE scans, so the application makes the tokens: every character and
 * every pair of neighbours.
 */

export type SearchKind = 'organization' | 'person';

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** One- and two-character tokens of a text; a pair never spans a space or a bracket. */
export const grams = (text: string): readonly string[] => {
  const all = [...text.normalize('NFC').toLowerCase()];
  const found = new Set<string>();
  all.forEach((character, index) => {
    if (!isWordCharacter(character)) return;
    found.add(character);
    const next = all[index + 1];
    if (next !== undefined && isWordCharacter(next)) found.add(character + next);
  });
  return [...found];
};

export interface Romanization {
  /** First letters, e.g. `wdd` for 舞蹈队. */
  readonly initials: string;
  /** Syllables without tones or spaces, e.g. `wudaodui`. */
  readonly pinyin: string;
}

/** How a name is typed and sorted in Latin letters; characters without a reading stay themselves. */
export const romanize = (text: string): Romanization => {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true }).map((each) =>
    each.toLowerCase().trim(),
  );
  return { initials: syllables.map((each) => [...each][0] ?? '').join(''), pinyin: syllables.join('') };
};

/** Removes an entry; nothing happens when there is none. */
export const removeFromSearch = (writer: Writer, kind: SearchKind, entityId: string): void => {
  const entry = writer.get<{ id: number }>('SELECT id FROM search_entries WHERE kind = ? AND entity_id = ?', [
    kind,
    entityId,
  ]);
  if (entry === undefined) return;
  writer.run('DELETE FROM search_grams WHERE rowid = ?', [entry.id]);
  writer.run('DELETE FROM search_entries WHERE id = ?', [entry.id]);
};

/**
 * Enters or replaces what an organization or person is found by.
 *
 * @param texts names and numbers; the first is the one that is romanized
 */
export const putIntoSearch = (
  writer: Writer,
  kind: SearchKind,
  entityId: string,
  texts: readonly string[],
): void => {
  removeFromSearch(writer, kind, entityId);
  const text = texts.join(' ');
  const { initials, pinyin: spelled } = romanize(texts[0] ?? '');
  const { id } = writer.get<{ id: number }>(
    'INSERT INTO search_entries (kind, entity_id, text, initials, pinyin) VALUES (?, ?, ?, ?, ?) RETURNING id',
    [kind, entityId, text, initials, spelled],
  ) as { id: number };
  writer.run('INSERT INTO search_grams (rowid, grams) VALUES (?, ?)', [id, grams(text).join(' ')]);
};

export interface SearchMatch {
  readonly kind: SearchKind;
  readonly entityId: string;
}

const selectMatches = 'SELECT e.kind AS kind, e.entity_id AS entityId FROM search_entries e';

/** Tokens that must all be there: pairs where there are any, else the single characters. */
const queryTokens = (text: string): readonly string[] => {
  const all = grams(text);
  const pairs = all.filter((gram) => [...gram].length === 2);
  return pairs.length > 0 ? pairs : all;
};

const byLetters = (reader: Reader, letters: string, limit: number): SearchMatch[] =>
  reader.all<SearchMatch>(
    `${selectMatches} WHERE e.initials >= :from AND e.initials < :to
     UNION ${selectMatches} WHERE e.pinyin >= :from AND e.pinyin < :to
     LIMIT :limit`,
    { from: letters, to: `${letters}\u{10FFFF}`, limit },
  );

const byText = (reader: Reader, text: string, limit: number): SearchMatch[] => {
  const tokens = queryTokens(text);
  if (tokens.length === 0) return [];
  const match: SqlValue = tokens.map((token) => `"${token}"`).join(' AND ');
  return reader.all<SearchMatch>(
    `${selectMatches} JOIN search_grams ON search_grams.rowid = e.id
     WHERE search_grams MATCH :match AND instr(lower(e.text), :text) > 0
     ORDER BY e.kind, length(e.text) LIMIT :limit`,
    { match, text: text.normalize('NFC').toLowerCase(), limit },
  );
};

/** Organizations and people whose texts contain `text`, or whose pinyin or initials begin with it. */
export const searchEntries = (reader: Reader, text: string, limit: number): readonly SearchMatch[] => {
  const wanted = text.trim();
  if (wanted === '') return [];
  const found = byText(reader, wanted, limit);
  if (!/^[a-zA-Zü]+$/.test(wanted)) return found;
  const known = new Set(found.map(({ entityId }) => entityId));
  const spelled = byLetters(reader, wanted.toLowerCase(), limit).filter(
    ({ entityId }) => !known.has(entityId),
  );
  return [...found, ...spelled].slice(0, limit);
};
