import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import type { OrganizationId, PersonId, TrainingSessionId } from '../../../shared/domain/ids.ts';
import type { Attended } from '../../../shared/domain/rotation.ts';
import type { AttendanceEntry, AttendanceWay } from '../../../shared/domain/training.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface AttendanceRecord extends AttendanceEntry {
  readonly name: string;
  /** In clear; services keep the last four characters. */
  readonly identityNumber: string | null;
  readonly minutes: number;
  readonly way: AttendanceWay;
  readonly certificateNumber: string | null;
}

/** Everybody of a session, by the sound of their names. */
export const listAttendance = (reader: Reader, id: TrainingSessionId): readonly AttendanceRecord[] =>
  reader.all<AttendanceRecord>(
    `SELECT a.person_id AS personId, a.status, a.late_minutes AS lateMinutes, a.made_up_on AS madeUpOn, a.minutes, a.way,
       p.name, p.identity_number AS identityNumber,
       (SELECT c.number FROM training_certificates c JOIN training_sessions s ON s.id = a.session_id
         WHERE c.person_id = a.person_id AND c.voided_on IS NULL AND (c.session_id = s.id OR c.course_id = s.course_id)
         ORDER BY c.recorded_at LIMIT 1) AS certificateNumber
     FROM training_attendance a JOIN people p ON p.id = a.person_id
     WHERE a.session_id = ? ORDER BY p.name_pinyin, p.id`,
    [id],
  );

export interface StoredAttendance extends AttendanceEntry {
  readonly sessionId: TrainingSessionId;
  readonly minutes: number;
  readonly attendedOn: IsoDate | null;
  readonly way: AttendanceWay;
  readonly at: IsoInstant;
}

export const saveAttendance = (writer: Writer, entry: StoredAttendance): void => {
  writer.run(
    `INSERT INTO training_attendance (session_id, person_id, status, late_minutes, made_up_on, minutes, attended_on, way, recorded_at)
     VALUES (:sessionId, :personId, :status, :lateMinutes, :madeUpOn, :minutes, :attendedOn, :way, :at)
     ON CONFLICT (session_id, person_id) DO UPDATE SET status = excluded.status, late_minutes = excluded.late_minutes,
       made_up_on = excluded.made_up_on, minutes = excluded.minutes, attended_on = excluded.attended_on,
       way = excluded.way, recorded_at = excluded.recorded_at`,
    { ...entry },
  );
};

export const deleteAttendance = (writer: Writer, sessionId: TrainingSessionId, personId: PersonId): void => {
  writer.run('DELETE FROM training_attendance WHERE session_id = ? AND person_id = ?', [sessionId, personId]);
};

/** Every credit there is: what the rotation counts. Cancelled sessions give none. */
export const listAttended = (reader: Reader): readonly Attended[] =>
  reader.all<Attended>(
    `SELECT a.person_id AS personId, a.attended_on AS "on", a.minutes FROM training_attendance a
     JOIN training_sessions s ON s.id = a.session_id WHERE a.attended_on IS NOT NULL AND s.state <> 'cancelled'`,
  );

/** One person's credits, the newest first. */
export interface PersonTraining {
  readonly sessionId: TrainingSessionId;
  readonly title: string;
  readonly topic: string;
  readonly on: IsoDate;
  readonly minutes: number;
}

export const listTrainingsOfPerson = (reader: Reader, id: PersonId): readonly PersonTraining[] =>
  reader.all<PersonTraining>(
    `SELECT s.id AS sessionId, s.title, s.topic, a.attended_on AS "on", a.minutes FROM training_attendance a
     JOIN training_sessions s ON s.id = a.session_id
     WHERE a.person_id = ? AND a.attended_on IS NOT NULL AND s.state <> 'cancelled' ORDER BY a.attended_on DESC`,
    [id],
  );

export interface OrganizationTraining {
  readonly organizationId: OrganizationId;
  /** Members who were trained, each once. */
  readonly people: number;
  /** 人次 */
  readonly visits: number;
  readonly minutes: number;
}

/** True where any training is recorded up to a day: before that, a ledger says nothing of it rather than none. */
export const hasTrainings = (reader: Reader, day: IsoDate): boolean =>
  reader.get('SELECT 1 FROM training_attendance WHERE attended_on <= ? LIMIT 1', [day]) !== undefined;

/**
 * Training of those who were members on the day they attended, by organization; one organization or all of them. Both
 * days are in.
 */
export const trainingByOrganization = (
  reader: Reader,
  { startsOn, endsOn }: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  id: OrganizationId | null,
): readonly OrganizationTraining[] =>
  reader.all<OrganizationTraining>(
    `SELECT m.organization_id AS organizationId, count(DISTINCT a.person_id) AS people,
       count(DISTINCT a.session_id || a.person_id) AS visits, sum(a.minutes) AS minutes
     FROM training_attendance a JOIN training_sessions s ON s.id = a.session_id AND s.state <> 'cancelled'
     JOIN memberships m ON m.person_id = a.person_id AND (m.joined_on IS NULL OR m.joined_on <= a.attended_on)
       AND (m.left_on IS NULL OR m.left_on > a.attended_on)
     WHERE a.attended_on BETWEEN :startsOn AND :endsOn AND (:id IS NULL OR m.organization_id = :id)
     GROUP BY m.organization_id`,
    { startsOn, endsOn, id },
  );

export interface HeldTraining {
  readonly sessionId: TrainingSessionId;
  readonly on: IsoDate;
  readonly title: string;
  readonly personId: PersonId;
}

/** Who attended what on which day of a period, for the ledger's list. */
export const listHeldTrainings = (
  reader: Reader,
  { startsOn, endsOn }: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
): readonly HeldTraining[] =>
  reader.all<HeldTraining>(
    `SELECT s.id AS sessionId, a.attended_on AS "on", s.title, a.person_id AS personId
     FROM training_attendance a JOIN training_sessions s ON s.id = a.session_id
     WHERE a.attended_on BETWEEN :startsOn AND :endsOn AND s.state <> 'cancelled'
     ORDER BY a.attended_on, s.starts_at, s.id`,
    { startsOn, endsOn },
  );

export interface Booking {
  readonly personId: PersonId;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Who is expected at sessions that touch some days. */
export const listBookings = (
  reader: Reader,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): readonly Booking[] =>
  reader.all<Booking>(
    `SELECT a.person_id AS personId, s.starts_at AS startsAt, s.ends_at AS endsAt
     FROM training_sessions s JOIN training_attendance a ON a.session_id = s.id
     WHERE s.starts_at < :to || 'U' AND s.ends_at >= :from AND s.state <> 'cancelled'
       AND a.status NOT IN ('absent', 'made-up')`,
    { from, to },
  );
