import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import type { TrainingCourseId, TrainingSessionId } from '../../../shared/domain/ids.ts';
import {
  trainingCourse,
  trainingCourseRow,
  trainingSession,
  trainingSessionRow,
  type SessionFeedback,
  type SessionState,
  type TrainingCourse,
  type TrainingCourseInput,
  type TrainingCourseRow,
  type TrainingSession,
  type TrainingSessionInput,
  type TrainingSessionRow,
} from '../../../shared/domain/training.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

type Row = Record<string, SqlValue>;

const courseColumns = `c.id, c.year, c.title, c.topic, c.trainee_groups AS groups, c.month,
  c.planned_sessions AS plannedSessions, c.planned_minutes AS plannedMinutes, c.planned_cost AS plannedCost, c.means, c.note`;

const parsedGroups = ({ groups, ...row }: Row): Record<string, unknown> => ({
  ...row,
  groups: JSON.parse(String(groups)) as unknown,
});

export const getCourse = (reader: Reader, id: TrainingCourseId): TrainingCourse | null => {
  const row = reader.get<Row>(`SELECT ${courseColumns} FROM training_courses c WHERE c.id = ?`, [id]);
  return row === undefined ? null : trainingCourse.parse(parsedGroups(row));
};

/** The plan of a year in its order, with what was held. */
export const listCourses = (reader: Reader, year: number): readonly TrainingCourseRow[] =>
  reader
    .all<Row>(
      `SELECT ${courseColumns},
         (SELECT count(*) FROM training_sessions s WHERE s.course_id = c.id AND s.state <> 'cancelled') AS sessions,
         (SELECT count(*) FROM training_sessions s WHERE s.course_id = c.id AND s.state = 'held') AS held,
         (SELECT coalesce(sum(s.cost), 0) FROM training_sessions s WHERE s.course_id = c.id AND s.state = 'held') AS cost,
         (SELECT coalesce(sum(a.minutes), 0) FROM training_attendance a JOIN training_sessions s ON s.id = a.session_id
           WHERE s.course_id = c.id) AS minutes,
         (SELECT count(*) FROM training_attendance a JOIN training_sessions s ON s.id = a.session_id
           WHERE s.course_id = c.id AND a.minutes > 0) AS participants
       FROM training_courses c WHERE c.year = ? ORDER BY c.month IS NULL, c.month, c.title, c.id`,
      [year],
    )
    .map((row) => trainingCourseRow.parse(parsedGroups(row)));

/** Years that have a plan or a session, the newest first. */
export const listTrainingYears = (reader: Reader): readonly number[] =>
  reader
    .all<{ year: number }>(
      `SELECT year FROM training_courses UNION SELECT CAST(substr(starts_at, 1, 4) AS INTEGER) FROM training_sessions
       ORDER BY 1 DESC`,
    )
    .map(({ year }) => year);

export const saveCourse = (
  writer: Writer,
  id: TrainingCourseId,
  { groups, ...input }: TrainingCourseInput,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO training_courses (id, year, title, topic, trainee_groups, month, planned_sessions, planned_minutes, planned_cost, means, note, updated_at)
     VALUES (:id, :year, :title, :topic, :groups, :month, :plannedSessions, :plannedMinutes, :plannedCost, :means, :note, :at)
     ON CONFLICT (id) DO UPDATE SET year = excluded.year, title = excluded.title, topic = excluded.topic,
       trainee_groups = excluded.trainee_groups, month = excluded.month, planned_sessions = excluded.planned_sessions,
       planned_minutes = excluded.planned_minutes, planned_cost = excluded.planned_cost, means = excluded.means,
       note = excluded.note, updated_at = excluded.updated_at`,
    { ...input, id, groups: JSON.stringify(groups), at },
  );
};

/** @returns false where sessions or certificates rest on it */
export const deleteCourse = (writer: Writer, id: TrainingCourseId): boolean =>
  writer.run(
    `DELETE FROM training_courses WHERE id = :id
       AND NOT EXISTS (SELECT 1 FROM training_sessions WHERE course_id = :id)
       AND NOT EXISTS (SELECT 1 FROM training_certificates WHERE course_id = :id)`,
    { id },
  ).changes > 0;

const sessionColumns = `s.id, s.course_id AS courseId, s.title, s.topic, s.trainee_groups AS groups, s.starts_at AS startsAt,
  s.ends_at AS endsAt, s.break_minutes AS breakMinutes, s.place, s.community_id AS communityId, s.teacher, s.capacity,
  s.means, s.provider, s.cost, s.note, s.state, s.feedback`;

const parsedSession = ({ feedback, ...row }: Row): Record<string, unknown> => ({
  ...parsedGroups(row),
  feedback: feedback === null ? null : (JSON.parse(String(feedback)) as unknown),
});

export const getSession = (reader: Reader, id: TrainingSessionId): TrainingSession | null => {
  const row = reader.get<Row>(`SELECT ${sessionColumns} FROM training_sessions s WHERE s.id = ?`, [id]);
  return row === undefined ? null : trainingSession.parse(parsedSession(row));
};

export interface SessionScope {
  /** First and last day, both in. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly courseId: TrainingCourseId | null;
}

const sessionRows = `SELECT ${sessionColumns}, c.title AS courseTitle, m.name AS communityName,
    (SELECT count(*) FROM training_attendance a WHERE a.session_id = s.id) AS enrolled,
    (SELECT count(*) FROM training_attendance a WHERE a.session_id = s.id AND a.minutes > 0) AS present,
    (SELECT count(*) FROM training_attendance a WHERE a.session_id = s.id AND a.status = 'absent') AS absent
  FROM training_sessions s LEFT JOIN training_courses c ON c.id = s.course_id
  LEFT JOIN communities m ON m.id = s.community_id`;

/** By the time they begin. */
export const listSessions = (
  reader: Reader,
  { from, to, courseId }: SessionScope,
): readonly TrainingSessionRow[] =>
  reader
    .all<Row>(
      `${sessionRows} WHERE s.starts_at >= :from AND s.starts_at < :to || 'U' AND (:courseId IS NULL OR s.course_id = :courseId)
       ORDER BY s.starts_at, s.place, s.id`,
      { from, to, courseId },
    )
    .map((row) => trainingSessionRow.parse(parsedSession(row)));

export const getSessionRow = (reader: Reader, id: TrainingSessionId): TrainingSessionRow | null => {
  const row = reader.get<Row>(`${sessionRows} WHERE s.id = ?`, [id]);
  return row === undefined ? null : trainingSessionRow.parse(parsedSession(row));
};

export const saveSession = (
  writer: Writer,
  id: TrainingSessionId,
  { groups, ...input }: TrainingSessionInput,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO training_sessions (id, course_id, title, topic, trainee_groups, starts_at, ends_at, break_minutes, place,
       community_id, teacher, capacity, means, provider, cost, state, note, updated_at)
     VALUES (:id, :courseId, :title, :topic, :groups, :startsAt, :endsAt, :breakMinutes, :place, :communityId, :teacher,
       :capacity, :means, :provider, :cost, 'planned', :note, :at)
     ON CONFLICT (id) DO UPDATE SET course_id = excluded.course_id, title = excluded.title, topic = excluded.topic,
       trainee_groups = excluded.trainee_groups, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
       break_minutes = excluded.break_minutes, place = excluded.place, community_id = excluded.community_id,
       teacher = excluded.teacher, capacity = excluded.capacity, means = excluded.means, provider = excluded.provider,
       cost = excluded.cost, note = excluded.note, updated_at = excluded.updated_at`,
    { ...input, id, groups: JSON.stringify(groups), at },
  );
};

export const saveSessionState = (
  writer: Writer,
  id: TrainingSessionId,
  state: SessionState,
  at: IsoInstant,
): void => {
  writer.run('UPDATE training_sessions SET state = :state, updated_at = :at WHERE id = :id', {
    id,
    state,
    at,
  });
};

export const saveSessionFeedback = (
  writer: Writer,
  id: TrainingSessionId,
  feedback: SessionFeedback | null,
  at: IsoInstant,
): void => {
  writer.run('UPDATE training_sessions SET feedback = :feedback, updated_at = :at WHERE id = :id', {
    id,
    feedback: feedback === null ? null : JSON.stringify(feedback),
    at,
  });
};

/** @returns false where somebody attended or a certificate rests on it */
export const deleteSession = (writer: Writer, id: TrainingSessionId): boolean =>
  writer.run(
    `DELETE FROM training_sessions WHERE id = :id
       AND NOT EXISTS (SELECT 1 FROM training_attendance WHERE session_id = :id AND minutes > 0)
       AND NOT EXISTS (SELECT 1 FROM training_certificates WHERE session_id = :id)`,
    { id },
  ).changes > 0;

/** Sessions that share time with another one, with those that share teacher, place or people marked by what they share. */
export interface OverlapRow {
  readonly sessionId: TrainingSessionId;
  readonly otherId: TrainingSessionId;
  readonly otherTitle: string;
  readonly otherStartsAt: string;
  readonly teacher: string | null;
  readonly place: string | null;
  /** Names, comma separated; null where nobody is in both. */
  readonly trainees: string | null;
}

export const listOverlaps = (reader: Reader, ids: readonly TrainingSessionId[]): readonly OverlapRow[] =>
  reader.all<OverlapRow>(
    `SELECT * FROM (
       SELECT s.id AS sessionId, o.id AS otherId, o.title AS otherTitle, o.starts_at AS otherStartsAt,
         CASE WHEN o.teacher = s.teacher THEN s.teacher END AS teacher,
         CASE WHEN o.place = s.place AND s.means <> 'online' THEN s.place END AS place,
         (SELECT group_concat(p.name, '、') FROM (SELECT a.person_id FROM training_attendance a
            JOIN training_attendance b ON b.person_id = a.person_id AND b.session_id = o.id
            WHERE a.session_id = s.id AND a.status NOT IN ('absent', 'made-up') AND b.status NOT IN ('absent', 'made-up')
            LIMIT 5) both JOIN people p ON p.id = both.person_id) AS trainees
       FROM training_sessions s JOIN training_sessions o
         ON o.id <> s.id AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at AND o.state <> 'cancelled'
       WHERE s.id IN (SELECT value FROM json_each(?)) AND s.state <> 'cancelled')
     WHERE teacher IS NOT NULL OR place IS NOT NULL OR trainees IS NOT NULL ORDER BY sessionId, otherStartsAt, otherId`,
    [JSON.stringify(ids)],
  );

/** Places and teachers that were written before, the latest first. */
export const listUsedWords = (
  reader: Reader,
  column: 'place' | 'teacher' | 'provider' | 'topic',
): readonly string[] =>
  reader
    .all<{ word: string }>(
      `SELECT ${column} AS word FROM training_sessions WHERE ${column} IS NOT NULL GROUP BY ${column}
       ORDER BY max(starts_at) DESC LIMIT 100`,
    )
    .map(({ word }) => word);
