import type { IsoDate } from '../../shared/domain/dates.ts';
import { trainingCompletionId, type PersonId, type TrainingCompletionId } from '../../shared/domain/ids.ts';
import {
  completionNumber,
  type CompletionRow,
  type CompletionSubject,
} from '../../shared/domain/training-completion.ts';
import { CodedError } from '../../shared/errors.ts';
import { hoursWord } from '../../shared/labels/training.ts';
import type { Reader } from '../db/archive-store.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import {
  getCompletion,
  insertCompletion,
  lastCompletionSequence,
  listCompleted,
  listCompletions,
  voidCompletion,
  type Completed,
  type CompletionScope,
} from '../db/repositories/training-certificates.ts';
import { getCourse, getSession } from '../db/repositories/training-sessions.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';

const titleOf = (reader: Reader, { kind, id }: CompletionSubject): string => {
  if (kind === 'course') {
    const course = getCourse(reader, id);
    if (course === null) throw new CodedError('NOT_FOUND', { what: 'training-course' });
    return course.title;
  }
  const session = getSession(reader, id);
  if (session === null) throw new CodedError('NOT_FOUND', { what: 'training-session' });
  return session.title;
};

/** Who could be given a certificate of a session or a course. @throws CodedError NOT_FOUND */
export const readCompleted = (
  { store }: OpenArchive,
  subject: CompletionSubject,
): Promise<{ readonly title: string; readonly people: Completed[] }> =>
  store.read((reader) => ({ title: titleOf(reader, subject), people: [...listCompleted(reader, subject)] }));

/**
 * Gives certificates their numbers, one after another within the year of issue, all of them or none.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `issuedOn` `future`, `before-issue` before the training ended; CONFLICT
 *   `training-plan` where somebody has not completed it or has a certificate by now
 */
export const issueCompletions = (
  { store, ports }: OpenArchive,
  input: {
    readonly subject: CompletionSubject;
    readonly personIds: readonly PersonId[];
    readonly issuedOn: IsoDate;
    readonly issuedBy: string;
  },
): Promise<{ readonly ids: TrainingCompletionId[] }> =>
  store.write((writer) => {
    const { subject, personIds, issuedOn, issuedBy } = input;
    if (issuedOn > ports.clock.today())
      throw new CodedError('INVALID_VALUE', { field: 'issuedOn', reason: 'future' });
    const title = titleOf(writer, subject);
    const completed = new Map(listCompleted(writer, subject).map((each) => [each.personId, each]));
    const year = Number(issuedOn.slice(0, 4));
    const shortName = getOfficeProfile(writer)?.shortName ?? null;
    let sequence = lastCompletionSequence(writer, year);
    const ids = [...new Set(personIds)].map((personId) => {
      const person = completed.get(personId);
      if (person === undefined) throw new CodedError('CONFLICT', { what: 'training-plan' });
      if (person.endsOn > issuedOn)
        throw new CodedError('INVALID_VALUE', { field: 'issuedOn', reason: 'before-issue' });
      sequence++;
      const id = trainingCompletionId.parse(ports.random.id());
      insertCompletion(
        writer,
        {
          ...person,
          id,
          year,
          sequence,
          number: completionNumber(shortName, year, sequence),
          sessionId: subject.kind === 'session' ? subject.id : null,
          courseId: subject.kind === 'course' ? subject.id : null,
          title,
          issuedOn,
          issuedBy,
        },
        ports.clock.instant(),
      );
      return id;
    });
    return { ids };
  });

/** Makes a certificate void; its number stays taken. @throws CodedError NOT_FOUND; CONFLICT `training-certificate` */
export const voidCompletionOf = (
  { store, ports }: OpenArchive,
  { id, reason }: { readonly id: TrainingCompletionId; readonly reason: string },
): Promise<CompletionRow> =>
  store.write((writer) => {
    const before = getCompletion(writer, id);
    if (before === null) throw new CodedError('NOT_FOUND', { what: 'training-certificate' });
    if (before.voidedOn !== null) throw new CodedError('CONFLICT', { what: 'training-certificate' });
    const on = ports.clock.today();
    voidCompletion(writer, id, { reason, on });
    return { ...before, voidReason: reason, voidedOn: on };
  });

export const readCompletions = (
  { store }: OpenArchive,
  input: { readonly scope: CompletionScope; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: CompletionRow[]; readonly total: number }> =>
  store.read((reader) => {
    const all = listCompletions(reader, input.scope);
    return { rows: all.slice(input.offset, input.offset + input.limit), total: all.length };
  });

const columns: readonly ListColumn<CompletionRow>[] = [
  { header: '编号', width: 24, value: ({ number }) => number },
  { header: '姓名', width: 12, value: ({ personName }) => personName },
  { header: '培训名称', width: 34, value: ({ title }) => title },
  { header: '起始', width: 12, value: ({ startsOn }) => startsOn },
  { header: '结束', width: 12, value: ({ endsOn }) => endsOn },
  { header: '学时', width: 8, value: ({ minutes }) => Number(hoursWord(minutes)) },
  { header: '发证日期', width: 12, value: ({ issuedOn }) => issuedOn },
  { header: '经办人', width: 12, value: ({ issuedBy }) => issuedBy },
  { header: '作废日期', width: 12, value: ({ voidedOn }) => voidedOn ?? '' },
  { header: '作废原因', width: 20, value: ({ voidReason }) => voidReason ?? '' },
];

export const exportCompletions = async (archive: OpenArchive, scope: CompletionScope): Promise<File> =>
  exportedList(archive, {
    name: '结业证书登记',
    sheetName: '结业证书登记',
    columns,
    rows: await archive.store.read((reader) => listCompletions(reader, scope)),
  });
