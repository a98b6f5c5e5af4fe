import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import type { PersonId, TrainingCompletionId } from '../../../shared/domain/ids.ts';
import {
  completionRow,
  type CompletionRow,
  type CompletionSubject,
} from '../../../shared/domain/training-completion.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

const columns = `x.id, x.number, x.year, x.sequence, x.person_id AS personId, x.person_name AS personName,
  x.session_id AS sessionId, x.course_id AS courseId, x.title, x.minutes, x.starts_on AS startsOn, x.ends_on AS endsOn,
  x.issued_on AS issuedOn, x.issued_by AS issuedBy, x.void_reason AS voidReason, x.voided_on AS voidedOn`;

export interface CompletionScope {
  readonly text: string;
  readonly year: number | null;
  readonly subject: CompletionSubject | null;
}

/** The register of completion certificates, the newest number first. */
export const listCompletions = (
  reader: Reader,
  { text, year, subject }: CompletionScope,
): readonly CompletionRow[] =>
  reader
    .all(
      `SELECT ${columns} FROM training_certificates x
       WHERE (:text = '' OR instr(x.person_name, :text) OR instr(x.title, :text) OR instr(x.number, :text))
         AND (:year IS NULL OR x.year = :year)
         AND (:sessionId IS NULL OR x.session_id = :sessionId) AND (:courseId IS NULL OR x.course_id = :courseId)
       ORDER BY x.year DESC, x.sequence DESC`,
      {
        text: text.trim(),
        year,
        sessionId: subject?.kind === 'session' ? subject.id : null,
        courseId: subject?.kind === 'course' ? subject.id : null,
      },
    )
    .map((row) => completionRow.parse(row));

export const getCompletion = (reader: Reader, id: TrainingCompletionId): CompletionRow | null => {
  const row = reader.get(`SELECT ${columns} FROM training_certificates x WHERE x.id = ?`, [id]);
  return row === undefined ? null : completionRow.parse(row);
};

export const lastCompletionSequence = (reader: Reader, year: number): number =>
  reader.get<{ last: number | null }>(
    'SELECT max(sequence) AS last FROM training_certificates WHERE year = ?',
    [year],
  )?.last ?? 0;

export const insertCompletion = (
  writer: Writer,
  row: Omit<CompletionRow, 'voidReason' | 'voidedOn'>,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO training_certificates (id, number, year, sequence, person_id, person_name, session_id, course_id, title,
       minutes, starts_on, ends_on, issued_on, issued_by, recorded_at)
     VALUES (:id, :number, :year, :sequence, :personId, :personName, :sessionId, :courseId, :title, :minutes, :startsOn,
       :endsOn, :issuedOn, :issuedBy, :at)`,
    { ...row, at },
  );
};

export const voidCompletion = (
  writer: Writer,
  id: TrainingCompletionId,
  { reason, on }: { readonly reason: string; readonly on: IsoDate },
): void => {
  writer.run('UPDATE training_certificates SET void_reason = :reason, voided_on = :on WHERE id = :id', {
    id,
    reason,
    on,
  });
};

/** Somebody who completed what a certificate would be of. */
export interface Completed {
  readonly personId: PersonId;
  readonly personName: string;
  readonly minutes: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/**
 * Who completed a session, or every held session of a course, and has no valid certificate of it; by the sound of their
 * names.
 */
export const listCompleted = (reader: Reader, { kind, id }: CompletionSubject): readonly Completed[] => {
  const held = kind === 'session' ? 's.id = :id' : 's.course_id = :id';
  const own = kind === 'session' ? 'x.session_id = :id' : 'x.course_id = :id';
  return reader.all<Completed & Record<string, SqlValue>>(
    `WITH held AS (SELECT s.id, substr(s.starts_at, 1, 10) AS starts_on, substr(s.ends_at, 1, 10) AS ends_on
       FROM training_sessions s WHERE ${held} AND s.state = 'held')
     SELECT p.id AS personId, p.name AS personName, sum(a.minutes) AS minutes, min(h.starts_on) AS startsOn,
       max(h.ends_on) AS endsOn
     FROM held h JOIN training_attendance a ON a.session_id = h.id AND a.minutes > 0 JOIN people p ON p.id = a.person_id
     WHERE NOT EXISTS (SELECT 1 FROM training_certificates x WHERE x.person_id = p.id AND x.voided_on IS NULL AND ${own})
     GROUP BY p.id HAVING count(*) = (SELECT count(*) FROM held) ORDER BY p.name_pinyin, p.id`,
    { id },
  );
};
