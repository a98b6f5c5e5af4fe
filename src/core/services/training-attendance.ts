import type { MatchedLine, WholeSession } from '../../shared/contract/training.ts';
import type { TraineeFilter } from '../../shared/contract/trainees.ts';
import type { PersonId, TrainingSessionId } from '../../shared/domain/ids.ts';
import { personId as personIdSchema } from '../../shared/domain/ids.ts';
import {
  creditOf,
  dayOfMoment,
  type AttendanceEntry,
  type AttendanceWay,
  type TrainingSession,
} from '../../shared/domain/training.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { findPeopleByName, getPerson } from '../db/repositories/people.ts';
import {
  deleteAttendance,
  listAttendance,
  saveAttendance,
  type AttendanceRecord,
} from '../db/repositories/training-attendance.ts';
import { listStayRows } from '../db/repositories/trainees.ts';
import { saveSessionState } from '../db/repositories/training-sessions.ts';
import { paperCodes } from '../documents/paper-codes.ts';
import type { OpenArchive } from '../open-archive.ts';
import { poolOf } from './trainees.ts';
import { requireSession, wholeSessionOf } from './training-sessions.ts';

/** @throws CodedError INVALID_VALUE `sessionState` `wrong-outcome` for a session that was cancelled */
const requireGoing = (reader: Reader, id: TrainingSessionId): TrainingSession => {
  const session = requireSession(reader, id);
  if (session.state === 'cancelled')
    throw new CodedError('INVALID_VALUE', { field: 'sessionState', reason: 'wrong-outcome' });
  return session;
};

const requirePerson = (reader: Reader, id: PersonId): void => {
  if (getPerson(reader, id) === null) throw new CodedError('NOT_FOUND', { what: 'person' });
};

const noted = (
  { ports }: OpenArchive,
  writer: Writer,
  session: TrainingSession,
  entry: AttendanceEntry,
  way: AttendanceWay,
): void => {
  const { minutes, on } = creditOf(session, entry);
  const at = ports.clock.instant();
  saveAttendance(writer, { ...entry, sessionId: session.id, minutes, attendedOn: on, way, at });
};

/** Puts people on a list by their ids; those on it already stay as they are. @returns how many came new */
export const enrolIn = (
  archive: OpenArchive,
  writer: Writer,
  session: TrainingSession,
  people: readonly PersonId[],
): number => {
  const known = new Set(listAttendance(writer, session.id).map(({ personId }) => personId));
  const added = [...new Set(people)].filter((id) => !known.has(id));
  for (const personId of added) {
    requirePerson(writer, personId);
    noted(archive, writer, session, { personId, status: 'enrolled', lateMinutes: 0, madeUpOn: null }, 'plan');
  }
  return added.length;
};

/** @throws CodedError NOT_FOUND; INVALID_VALUE `sessionState` */
export const enrolPeople = (
  archive: OpenArchive,
  input: {
    readonly id: TrainingSessionId;
    readonly personIds: readonly PersonId[];
    readonly filter: TraineeFilter | null;
  },
): Promise<{ readonly added: number; readonly whole: WholeSession }> =>
  archive.store.write((writer) => {
    const session = requireGoing(writer, input.id);
    const found =
      input.filter === null ? [] : poolOf(writer, input.filter, archive.ports.clock.today()).trainees;
    const people = [...input.personIds, ...found.map(({ person }) => person.id)];
    const added = enrolIn(archive, writer, session, people);
    return { added, whole: wholeSessionOf(writer, input.id) };
  });

/** Takes people off the list. @throws CodedError CONFLICT `training-certificate` for somebody who has a certificate of it */
export const unenrolPeople = (
  { store }: OpenArchive,
  { id, personIds }: { readonly id: TrainingSessionId; readonly personIds: readonly PersonId[] },
): Promise<WholeSession> =>
  store.write((writer) => {
    requireSession(writer, id);
    const records = new Map(listAttendance(writer, id).map((record) => [record.personId, record]));
    for (const personId of personIds) {
      if ((records.get(personId)?.certificateNumber ?? null) !== null)
        throw new CodedError('CONFLICT', { what: 'training-session' });
      deleteAttendance(writer, id, personId);
    }
    return wholeSessionOf(writer, id);
  });

const requirePast = (
  { ports }: OpenArchive,
  session: TrainingSession,
  { status, madeUpOn }: AttendanceEntry,
): void => {
  const today = ports.clock.today();
  if (status === 'enrolled') return;
  if (dayOfMoment(session.startsAt) > today)
    throw new CodedError('INVALID_VALUE', { field: 'sessionState', reason: 'future' });
  if (status !== 'made-up') return;
  if (madeUpOn === null) throw new CodedError('INVALID_VALUE', { field: 'madeUpOn', reason: 'missing' });
  if (madeUpOn > today) throw new CodedError('INVALID_VALUE', { field: 'madeUpOn', reason: 'future' });
  if (madeUpOn < dayOfMoment(session.startsAt))
    throw new CodedError('INVALID_VALUE', { field: 'madeUpOn', reason: 'before-joined' });
};

/** Only a make-up has a day of its own, only who was late has minutes. */
const tidy = ({ personId, status, lateMinutes, madeUpOn }: AttendanceEntry): AttendanceEntry => ({
  personId,
  status,
  lateMinutes: status === 'late' ? lateMinutes : 0,
  madeUpOn: status === 'made-up' ? madeUpOn : null,
});

/**
 * Writes attendance, all of it or none; the first mark makes the session one that was held.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `sessionState` `future`, `madeUpOn` `missing`, `future`, `before-joined`
 */
export const writeAttendance = (
  archive: OpenArchive,
  {
    id,
    way,
    entries,
  }: {
    readonly id: TrainingSessionId;
    readonly way: AttendanceWay;
    readonly entries: readonly AttendanceEntry[];
  },
): Promise<WholeSession> =>
  archive.store.write((writer) => {
    const session = requireGoing(writer, id);
    for (const entry of entries.map(tidy)) {
      requirePerson(writer, entry.personId);
      requirePast(archive, session, entry);
      noted(archive, writer, session, entry, way);
    }
    if (session.state === 'planned' && entries.some(({ status }) => status !== 'enrolled'))
      saveSessionState(writer, id, 'held', archive.ports.clock.instant());
    return wholeSessionOf(writer, id);
  });

interface Candidate {
  readonly id: PersonId;
  readonly name: string;
  readonly identityNumber: string | null;
}

const endsAlike = ({ identityNumber }: Candidate, tail: string): boolean =>
  tail === '' || (identityNumber ?? '').endsWith(tail.toUpperCase());

const plainName = (name: string): string => name.replaceAll(/\s+/g, '');

/**
 * Whom pasted lines mean: somebody on the list by name and tail; else of the pool; else anybody of that name. Where
 * several are left the coordinator is asked, never guessed for.
 */
export const matchLines = (
  { store, ports }: OpenArchive,
  {
    id,
    lines,
  }: {
    readonly id: TrainingSessionId;
    readonly lines: readonly { readonly name: string; readonly tail: string }[];
  },
): Promise<MatchedLine[]> =>
  store.read((reader) => {
    requireSession(reader, id);
    const enrolled = listAttendance(reader, id).map((record: AttendanceRecord): Candidate => ({
      id: record.personId,
      name: record.name,
      identityNumber: record.identityNumber,
    }));
    const onList = new Set(enrolled.map((each) => each.id));
    const pool = poolOf(
      reader,
      { text: '', groups: [], communityIds: [], standings: [], source: null, asOf: null, cycleId: null },
      ports.clock.today(),
    ).trainees.map(({ person }): Candidate => person);
    const found = lines.map(({ name, tail }) => {
      const wanted = plainName(name);
      const known = (all: readonly Candidate[]): readonly Candidate[] =>
        all.filter((each) => (wanted === '' ? tail !== '' : each.name === wanted) && endsAlike(each, tail));
      const ours = known(enrolled);
      if (ours.length > 0) return ours;
      const pooled = known(pool);
      if (pooled.length > 0 || wanted === '') return pooled;
      return findPeopleByName(reader, wanted, 20).filter((each) => endsAlike(each, tail));
    });
    const stays = Map.groupBy(
      listStayRows(reader, [...new Set(found.flatMap((people) => people.map((each) => each.id)))]),
      ({ personId }) => personId,
    );
    return found.map((people, line) => ({
      line,
      people: people.map((person) => {
        const [stay] = stays.get(person.id) ?? [];
        return {
          personId: person.id,
          name: person.name,
          tail: person.identityNumber?.slice(-4) ?? null,
          unit: stay?.organizationName ?? stay?.workUnit ?? stay?.communityName ?? null,
          enrolled: onList.has(person.id),
        };
      }),
    }));
  });

interface ScanResult {
  readonly result: 'marked' | 'already' | 'unknown' | 'foreign';
  readonly name: string | null;
  readonly wasEnrolled: boolean;
}

/** A person's code, as a scanner types it, marks them present. @throws CodedError NOT_FOUND `training-session` */
export const scanAttendance = (
  archive: OpenArchive,
  input: { readonly id: TrainingSessionId; readonly text: string; readonly lateMinutes: number },
): Promise<ScanResult> =>
  archive.store.write((writer): ScanResult => {
    const session = requireGoing(writer, input.id);
    const reading = paperCodes(archive.keys).read(input.text.trim().toUpperCase());
    if (reading.kind === 'foreign') return { result: 'foreign', name: null, wasEnrolled: false };
    if (reading.kind !== 'ours' || reading.paper.kind !== 'training-pass')
      return { result: 'unknown', name: null, wasEnrolled: false };
    const person = getPerson(writer, personIdSchema.parse(reading.paper.subjectId));
    if (person === null) return { result: 'unknown', name: null, wasEnrolled: false };
    const before = listAttendance(writer, session.id).find(({ personId }) => personId === person.id);
    const wasEnrolled = before !== undefined;
    if (before !== undefined && before.minutes > 0)
      return { result: 'already', name: person.name, wasEnrolled };
    const late = input.lateMinutes > 0;
    const entry: AttendanceEntry = {
      personId: person.id,
      status: late ? 'late' : 'present',
      lateMinutes: input.lateMinutes,
      madeUpOn: null,
    };
    requirePast(archive, session, entry);
    noted(archive, writer, session, entry, 'scan');
    if (session.state === 'planned')
      saveSessionState(writer, session.id, 'held', archive.ports.clock.instant());
    return { result: 'marked', name: person.name, wasEnrolled };
  });
