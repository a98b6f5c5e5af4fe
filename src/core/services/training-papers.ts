import type { IsoDate } from '../../shared/domain/dates.ts';
import type { PersonId, TrainingCompletionId, TrainingSessionId } from '../../shared/domain/ids.ts';
import type { OfficeProfile } from '../../shared/domain/office.ts';
import { dayOfMoment } from '../../shared/domain/training.ts';
import { CodedError } from '../../shared/errors.ts';
import { hoursWord, traineeGroupShortLabels } from '../../shared/labels/training.ts';
import type { Reader } from '../db/archive-store.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import { getCompletion } from '../db/repositories/training-certificates.ts';
import type { OpenArchive } from '../open-archive.ts';
import { wholeSessionOf } from './training-sessions.ts';

/** One line of a sign-in sheet. No telephone and no identity number: the sheet goes round the room. */
interface SignInLine {
  readonly name: string;
  /** Which of the six groups of the rotation, in words. */
  readonly group: string | null;
  /** Community or organization that sent the person. */
  readonly from: string | null;
  readonly remark: string | null;
}

/** What the sign-in sheet of one meeting of a course prints. */
export interface SignInData {
  readonly organizer: string;
  readonly course: string;
  /** e.g. 第二课：项目运作 */
  readonly session: string | null;
  readonly date: IsoDate | null;
  readonly place: string | null;
  readonly teacher: string | null;
  readonly rows: readonly SignInLine[];
}

/** What the certificate of one person who completed a course prints. */
export interface TrainingCertificateData {
  /** Who held the course and signs. */
  readonly organizer: string;
  /** Whose seal picture the archive keeps: it stands only where the organizer is the same. */
  readonly authorityName: string;
  readonly number: string | null;
  readonly name: string;
  readonly course: string;
  /** e.g. 第二期 */
  readonly session: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly hours: number | null;
  readonly issuedOn: IsoDate | null;
}

/** Cards with a code for each person of a session: held before a scanner, it signs its owner in. */
export interface TrainingPassesData {
  readonly organizer: string;
  readonly course: string;
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly group: string | null;
    readonly from: string | null;
  }[];
}

const officeOf = (reader: Reader): OfficeProfile => {
  const profile = getOfficeProfile(reader);
  if (profile === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  return profile;
};

const groupWords = (groups: readonly (keyof typeof traineeGroupShortLabels)[]): string | null =>
  groups.length === 0 ? null : groups.map((group) => traineeGroupShortLabels[group]).join('、');

const peopleOf = (reader: Reader, id: TrainingSessionId) => {
  const { session, attendance } = wholeSessionOf(reader, id);
  const people = attendance.map(({ personId, name, groups, unit }) => ({
    id: personId,
    name,
    group: groupWords(groups),
    from: unit,
  }));
  return { session, people };
};

/** @throws CodedError NOT_FOUND `training-session` */
export const readSignIns = (
  { store }: OpenArchive,
  ids: readonly TrainingSessionId[],
): Promise<readonly SignInData[]> =>
  store.read((reader) => {
    const { hubName } = officeOf(reader);
    return ids.map((id) => {
      const { session, people } = peopleOf(reader, id);
      const { courseTitle, title, startsAt, place, teacher } = session;
      return {
        organizer: hubName,
        course: courseTitle ?? title,
        session: courseTitle === null ? null : title,
        date: dayOfMoment(startsAt),
        place,
        teacher,
        rows: people.map(({ name, group, from }) => ({ name, group, from, remark: null })),
      };
    });
  });

/** @throws CodedError NOT_FOUND `training-session` */
export const readTrainingPasses = (
  { store }: OpenArchive,
  ids: readonly TrainingSessionId[],
): Promise<readonly TrainingPassesData[]> =>
  store.read((reader) => {
    const { hubName } = officeOf(reader);
    return ids.map((id) => {
      const { session, people } = peopleOf(reader, id);
      return { organizer: hubName, course: session.courseTitle ?? session.title, people };
    });
  });

/** @throws CodedError NOT_FOUND `training-certificate`, also for one that is void */
export const readTrainingCertificates = (
  { store }: OpenArchive,
  ids: readonly TrainingCompletionId[],
): Promise<readonly TrainingCertificateData[]> =>
  store.read((reader) => {
    const { hubName, authorityName } = officeOf(reader);
    return ids.map((id) => {
      const row = getCompletion(reader, id);
      if (row === null || row.voidedOn !== null)
        throw new CodedError('NOT_FOUND', { what: 'training-certificate' });
      return {
        organizer: hubName,
        authorityName,
        number: row.number,
        name: row.personName,
        course: row.title,
        session: null,
        from: row.startsOn,
        to: row.endsOn,
        hours: Number(hoursWord(row.minutes)),
        issuedOn: row.issuedOn,
      };
    });
  });
