import type { ExamFilter } from '../../shared/contract/exams.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { trainingExamId, type TrainingExamId } from '../../shared/domain/ids.ts';
import { examKind, examReminderOn, type ExamInput, type ExamRow } from '../../shared/domain/training-exam.ts';
import { CodedError } from '../../shared/errors.ts';
import { examKindLabels, examReminderLabels, examResultLabels } from '../../shared/labels/training-exam.ts';
import type { Reader } from '../db/archive-store.ts';
import { getPerson } from '../db/repositories/people.ts';
import { listStayRows } from '../db/repositories/trainees.ts';
import { deleteExam, hasExam, listExams, saveExam } from '../db/repositories/training-exams.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';

const everyExam = (reader: Reader, today: IsoDate): ExamRow[] => {
  const records = listExams(reader);
  const stays = Map.groupBy(
    listStayRows(reader, [...new Set(records.map(({ personId }) => personId))]),
    ({ personId }) => personId,
  );
  return records.map(({ identityNumber, ...record }) => {
    const [stay] = stays.get(record.personId) ?? [];
    return {
      ...record,
      tail: identityNumber?.slice(-4) ?? null,
      unit: stay?.organizationName ?? stay?.workUnit ?? stay?.communityName ?? null,
      reminder: examReminderOn(record, today),
    };
  });
};

const isAmong = <T>(wanted: readonly T[], value: T | null): boolean =>
  wanted.length === 0 || (value !== null && wanted.includes(value));

const found = (rows: readonly ExamRow[], { text, kinds, results, reminders }: ExamFilter): ExamRow[] => {
  const words = text.trim();
  return rows.filter(
    (row) =>
      isAmong(kinds, row.kind) &&
      isAmong(results, row.result) &&
      isAmong(reminders, row.reminder) &&
      (words === '' || row.personName.includes(words) || (row.certificateNumber ?? '').includes(words)),
  );
};

/** A page of exams, and how many people hold each qualification today. */
export const readExams = (
  { store, ports }: OpenArchive,
  input: { readonly filter: ExamFilter; readonly offset: number; readonly limit: number },
) =>
  store.read((reader) => {
    const today = ports.clock.today();
    const all = everyExam(reader, today);
    const rows = found(all, input.filter);
    return {
      rows: rows.slice(input.offset, input.offset + input.limit),
      total: rows.length,
      holders: examKind.options.map((kind) => ({
        kind,
        people: new Set(
          all
            .filter((row) => row.kind === kind && row.result === 'passed' && row.reminder !== 'expired')
            .map(({ personId }) => personId),
        ).size,
      })),
    };
  });

/** Exams and qualifications that have to be thought of today. */
export const examRemindersOn = (reader: Reader, today: IsoDate): number =>
  everyExam(reader, today).filter(({ reminder }) => reminder !== null).length;

/** @throws CodedError NOT_FOUND `person`, `training-exam` */
export const keepExam = (
  { store, ports }: OpenArchive,
  input: { readonly id: TrainingExamId | null; readonly exam: ExamInput },
): Promise<{ readonly id: TrainingExamId }> =>
  store.write((writer) => {
    if (getPerson(writer, input.exam.personId) === null)
      throw new CodedError('NOT_FOUND', { what: 'person' });
    if (input.id !== null && !hasExam(writer, input.id))
      throw new CodedError('NOT_FOUND', { what: 'training-exam' });
    const id = input.id ?? trainingExamId.parse(ports.random.id());
    saveExam(writer, id, input.exam, ports.clock.instant());
    return { id };
  });

/** @throws CodedError NOT_FOUND `training-exam` */
export const removeExam = ({ store }: OpenArchive, id: TrainingExamId): Promise<void> =>
  store.write((writer) => {
    if (!hasExam(writer, id)) throw new CodedError('NOT_FOUND', { what: 'training-exam' });
    deleteExam(writer, id);
  });

const columns: readonly ListColumn<ExamRow>[] = [
  { header: '姓名', width: 12, value: ({ personName }) => personName },
  { header: '证件尾号', width: 10, value: ({ tail }) => tail ?? '' },
  { header: '单位', width: 26, value: ({ unit }) => unit ?? '' },
  { header: '考试', width: 26, value: ({ kind }) => examKindLabels[kind] },
  { header: '报名日期', width: 12, value: ({ registeredOn }) => registeredOn },
  { header: '考试日期', width: 12, value: ({ examOn }) => examOn ?? '' },
  { header: '结果', width: 9, value: ({ result }) => examResultLabels[result] },
  { header: '证书编号', width: 22, value: ({ certificateNumber }) => certificateNumber ?? '' },
  { header: '有效期起', width: 12, value: ({ validFrom }) => validFrom ?? '' },
  { header: '有效期至', width: 12, value: ({ validTo }) => validTo ?? '' },
  {
    header: '提醒',
    width: 12,
    value: ({ reminder }) => (reminder === null ? '' : examReminderLabels[reminder]),
  },
  { header: '备注', width: 22, value: ({ note }) => note ?? '' },
];

export const exportExams = async (archive: OpenArchive, filter: ExamFilter): Promise<File> =>
  exportedList(archive, {
    name: '社会工作考试登记',
    sheetName: '考试登记',
    columns,
    rows: await archive.store.read((reader) => found(everyExam(reader, archive.ports.clock.today()), filter)),
  });
