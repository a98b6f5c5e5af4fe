import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { TrainingExamId } from '../../../shared/domain/ids.ts';
import type { ExamInput } from '../../../shared/domain/training-exam.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface ExamRecord extends ExamInput {
  readonly id: TrainingExamId;
  readonly personName: string;
  /** In clear; services keep the last four characters. */
  readonly identityNumber: string | null;
}

const columns = `e.id, e.person_id AS personId, e.kind, e.registered_on AS registeredOn, e.exam_on AS examOn, e.result,
  e.certificate_number AS certificateNumber, e.valid_from AS validFrom, e.valid_to AS validTo, e.note,
  p.name AS personName, p.identity_number AS identityNumber`;

/** The latest exam first. */
export const listExams = (reader: Reader): readonly ExamRecord[] =>
  reader.all<ExamRecord>(
    `SELECT ${columns} FROM training_exams e JOIN people p ON p.id = e.person_id
     ORDER BY coalesce(e.exam_on, e.registered_on) DESC, p.name_pinyin, e.id`,
  );

export const hasExam = (reader: Reader, id: TrainingExamId): boolean =>
  reader.get('SELECT 1 FROM training_exams WHERE id = ?', [id]) !== undefined;

export const saveExam = (writer: Writer, id: TrainingExamId, input: ExamInput, at: IsoInstant): void => {
  writer.run(
    `INSERT INTO training_exams (id, person_id, kind, registered_on, exam_on, result, certificate_number, valid_from, valid_to, note, updated_at)
     VALUES (:id, :personId, :kind, :registeredOn, :examOn, :result, :certificateNumber, :validFrom, :validTo, :note, :at)
     ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, kind = excluded.kind,
       registered_on = excluded.registered_on, exam_on = excluded.exam_on, result = excluded.result,
       certificate_number = excluded.certificate_number, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       note = excluded.note, updated_at = excluded.updated_at`,
    { id, ...input, at },
  );
};

export const deleteExam = (writer: Writer, id: TrainingExamId): void => {
  writer.run('DELETE FROM training_exams WHERE id = ?', [id]);
};
