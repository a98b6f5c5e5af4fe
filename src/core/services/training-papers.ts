import type { IsoDate } from '../../shared/domain/dates.ts';
import type { TrainingCompletionId, TrainingSessionId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { OpenArchive } from '../open-archive.ts';

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

const noneYet = (ids: readonly unknown[]): [] => {
  if (ids.length > 0) throw new CodedError('NOT_FOUND', { what: 'training' });
  return [];
};

/** @throws CodedError NOT_FOUND: this archive keeps no training */
export const readSignIns = async (
  _: OpenArchive,
  ids: readonly TrainingSessionId[],
): Promise<readonly SignInData[]> => noneYet(ids);

/** @throws CodedError NOT_FOUND: this archive keeps no training */
export const readTrainingCertificates = async (
  _: OpenArchive,
  ids: readonly TrainingCompletionId[],
): Promise<readonly TrainingCertificateData[]> => noneYet(ids);
