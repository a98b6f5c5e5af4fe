import { foldText } from '../../shared/domain/search-text.ts';
import { searchField, type SearchField, type SearchKind } from '../../shared/domain/search.ts';
import type { PhoneTails } from '../keys/phone-tail.ts';
import type { SqlValue, Writer } from './archive-store.ts';
import { getSetting, saveSetting } from './repositories/settings.ts';
import { romanize } from './romanize.ts';
import { entriesOf, type SearchEntry } from './search-subjects.ts';
import { characterTokens, letterTokens } from './search-tokens.ts';

/**
 * Entries are numbered so that the order of the numbers is the order of the answers: kind, then field, then length.
 * The first matches of a word in a range of numbers are then the shortest names, and however many people are called
 * 王, nothing needs to be sorted. People, of whom there are most, come last: nothing else is looked for behind them.
 */
const numberedKinds = [
  'organization',
  'filing',
  'certificate',
  'record',
  'file',
  'archive-item',
  'place',
  'community',
  'person',
] as const satisfies readonly SearchKind[];
const sequenceSize = 2 ** 34;
const longestLength = 127;
const fieldSize = sequenceSize * (longestLength + 1);
const kindSize = fieldSize * 16;

const kindStart = (kind: SearchKind): number => numberedKinds.indexOf(kind) * kindSize;

/** Numbers of the entries of a kind: from, and below. */
export const numbersOf = (kind: SearchKind): { readonly from: number; readonly below: number } => ({
  from: kindStart(kind),
  below: kindStart(kind) + kindSize,
});

/** The kind whose entries have numbers like this one. */
export const kindNumbered = (number: number): SearchKind => {
  const kind = numberedKinds[Math.floor(number / kindSize)];
  if (kind === undefined) throw new Error('a number of no kind');
  return kind;
};

const bucketOf = (kind: SearchKind, field: SearchField, folded: string): number =>
  kindStart(kind) +
  searchField.options.indexOf(field) * fieldSize +
  Math.min(folded.length, longestLength) * sequenceSize;

/** Names and numbers begin in a b-tree; texts do not. */
const longestHead = 60;

interface NewEntry {
  readonly id: number;
  readonly values: readonly SqlValue[];
  readonly grams: string;
}

/** Gives out numbers after the highest that each bucket has. */
const numbering = (writer: Writer): ((bucket: number) => number) => {
  const last = new Map<number, number>();
  return (bucket) => {
    const highest =
      last.get(bucket) ??
      writer.get<{ id: number | null }>('SELECT max(id) AS id FROM search_entries WHERE id >= ? AND id < ?', [
        bucket,
        bucket + sequenceSize,
      ])?.id ??
      bucket - 1;
    last.set(bucket, highest + 1);
    return highest + 1;
  };
};

const toNewEntry = (
  kind: SearchKind,
  entityId: string,
  { field, text, spelled, tails = [] }: SearchEntry,
  numberIn: (bucket: number) => number,
): NewEntry => {
  const folded = foldText(text);
  const person = spelled === 'person';
  const letters = spelled === undefined ? null : romanize(folded, person);
  const head = field === 'text' ? null : folded.slice(0, longestHead);
  const tokens = [
    ...characterTokens(folded),
    ...(letters === null ? [] : letterTokens(letters.syllables, letters.initials)),
    ...tails,
  ];
  const id = numberIn(bucketOf(kind, field, folded));
  const values = [id, kind, entityId, field, text, head, letters?.initials ?? null, letters?.pinyin ?? null];
  return { id, values, grams: tokens.join(' ') };
};

interface Queued {
  readonly kind: SearchKind;
  readonly entityId: string;
}

/** Works through at most this many notes at a time, so that filling an old archive keeps memory flat. */
const batch = 5000;

const removeEntries = (writer: Writer, queued: readonly Queued[]): void => {
  const ids = queued.flatMap(({ kind, entityId }) =>
    writer
      .all<{ id: number }>('SELECT id FROM search_entries WHERE kind = ? AND entity_id = ?', [kind, entityId])
      .map(({ id }) => id),
  );
  // In ascending order: FTS5 flushes its buffer whenever a row number goes back.
  for (const id of ids.sort((one, other) => one - other)) {
    writer.run('DELETE FROM search_grams WHERE rowid = ?', [id]);
    writer.run('DELETE FROM search_entries WHERE id = ?', [id]);
  }
};

const insertEntries = (writer: Writer, queued: readonly Queued[], phoneTails: PhoneTails): void => {
  const numberIn = numbering(writer);
  const entries = queued
    .flatMap(({ kind, entityId }) =>
      entriesOf(writer, kind, entityId, phoneTails).map((each) => toNewEntry(kind, entityId, each, numberIn)),
    )
    .sort((one, other) => one.id - other.id);
  for (const { id, values, grams } of entries) {
    writer.run(
      'INSERT INTO search_entries (id, kind, entity_id, field, text, head, initials, pinyin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      values,
    );
    writer.run('INSERT INTO search_grams (rowid, grams) VALUES (?, ?)', [id, grams]);
  }
};

const enterBatch = (writer: Writer, queued: readonly Queued[], phoneTails: PhoneTails): void => {
  removeEntries(writer, queued);
  insertEntries(writer, queued, phoneTails);
  for (const { kind, entityId } of queued)
    writer.run('DELETE FROM search_queue WHERE kind = ? AND entity_id = ?', [kind, entityId]);
};

/** Each batch leaves a segment of its own, and every search visits all of them. */
const joinSegments = (writer: Writer): void => {
  writer.run(`INSERT INTO search_grams (search_grams) VALUES ('optimize')`);
};

/** Brings the index up to everything that triggers have noted; the store calls it before each commit. */
export const enterQueued = (writer: Writer, phoneTails: PhoneTails): void => {
  for (let batches = 0; ; batches++) {
    const queued = writer.all<Queued>('SELECT kind, entity_id AS entityId FROM search_queue LIMIT ?', [
      batch,
    ]);
    if (queued.length > 0) enterBatch(writer, queued, phoneTails);
    if (queued.length === batch) continue;
    if (batches > 0) joinSegments(writer);
    return;
  }
};

/** How entries are made now; an archive whose entries were made otherwise gets them anew. */
const indexFormat = '4';
const formatKey = 'search-index-format';

const subjectTables: Readonly<Record<SearchKind, string>> = {
  organization: 'organizations',
  person: 'people',
  filing: 'filings',
  certificate: 'certificates',
  record: 'dossier_records',
  file: 'dossier_files',
  'archive-item': 'archive_items',
  place: 'storage_places',
  community: 'communities',
};

/** Takes the b-trees away while rows are entered in the order of none of them: built at the end they take half as long. */
const withoutTrees = (writer: Writer, work: () => void): void => {
  const trees = writer.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'search_entries' AND sql IS NOT NULL",
  );
  for (const { name } of trees) writer.run(`DROP INDEX ${name}`);
  work();
  for (const { sql } of trees) writer.run(sql);
};

/** So many things have their entries made at once. */
const rebuildBatch = 20_000;

/** Makes all entries anew, of everything in the archive. */
export const rebuildSearchIndex = (writer: Writer, phoneTails: PhoneTails): void => {
  writer.run(`INSERT INTO search_grams (search_grams) VALUES ('delete-all')`);
  writer.run('DELETE FROM search_entries');
  writer.run('DELETE FROM search_queue');
  withoutTrees(writer, () => {
    for (const kind of numberedKinds) {
      const ids = writer.all<{ id: string }>(`SELECT id FROM ${subjectTables[kind]} ORDER BY rowid`);
      for (let from = 0; from < ids.length; from += rebuildBatch) {
        const some = ids.slice(from, from + rebuildBatch).map(({ id }) => ({ kind, entityId: id }));
        insertEntries(writer, some, phoneTails);
      }
    }
  });
  joinSegments(writer);
  saveSetting(writer, formatKey, indexFormat);
};

/** Makes the index anew where it was made by older rules. */
export const bringSearchIndexUpToDate = (writer: Writer, phoneTails: PhoneTails): void => {
  if (getSetting(writer, formatKey) !== indexFormat) rebuildSearchIndex(writer, phoneTails);
};
