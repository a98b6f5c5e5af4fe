import { revealEntry, type RevealEntry } from '../../../shared/domain/reveal.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface StoredReveal extends RevealEntry {
  readonly subjectId: string;
  readonly previousHash: string;
  readonly hash: string;
}

const columns = `sequence, at, actor, reason, note, subject, subject_id AS subjectId, subject_name AS subjectName, people,
  previous_hash AS previousHash, hash`;

export const lastReveal = (reader: Reader): Pick<StoredReveal, 'sequence' | 'hash'> | null =>
  reader.get<Pick<StoredReveal, 'sequence' | 'hash'>>(
    'SELECT sequence, hash FROM reveal_log ORDER BY sequence DESC LIMIT 1',
  ) ?? null;

/** The table refuses changes and removals by itself. */
export const appendReveal = (writer: Writer, entry: StoredReveal): void => {
  writer.run(
    `INSERT INTO reveal_log (sequence, at, actor, reason, note, subject, subject_id, subject_name, people, previous_hash, hash)
     VALUES (:sequence, :at, :actor, :reason, :note, :subject, :subjectId, :subjectName, :people, :previousHash, :hash)`,
    { ...entry },
  );
};

/** Newest first, those before a sequence number. */
export const listReveals = (reader: Reader, before: number | null, limit: number): readonly RevealEntry[] =>
  reader
    .all(
      `SELECT ${columns} FROM reveal_log WHERE :before IS NULL OR sequence < :before ORDER BY sequence DESC LIMIT :limit`,
      { before, limit },
    )
    .map((row) => revealEntry.parse(row));

/** The whole log in its order, for the proof that nothing was changed. */
export const allReveals = (reader: Reader): IterableIterator<StoredReveal> =>
  reader.iterate<StoredReveal>(`SELECT ${columns} FROM reveal_log ORDER BY sequence`);
