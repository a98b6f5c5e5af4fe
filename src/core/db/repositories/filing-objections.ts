import { noticeObjection, type NoticeObjection } from '../../../shared/domain/filing.ts';
import type { FilingId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** In the order in which they came in. */
export const listObjections = (reader: Reader, filingId: FilingId): readonly NoticeObjection[] =>
  reader
    .all(
      `SELECT id, received_on AS receivedOn, objector, content, answer, answered_by AS answeredBy,
         answered_on AS answeredOn, result
       FROM filing_objections WHERE filing_id = ? ORDER BY received_on, recorded_at, id`,
      [filingId],
    )
    .map((row) => noticeObjection.parse(row));

export const insertObjection = (
  writer: Writer,
  filingId: FilingId,
  value: NoticeObjection,
  recordedAt: string,
): void => {
  writer.run(
    `INSERT INTO filing_objections (id, filing_id, received_on, objector, content, answer, answered_by, answered_on,
       result, recorded_at)
     VALUES (:id, :filingId, :receivedOn, :objector, :content, :answer, :answeredBy, :answeredOn, :result, :recordedAt)`,
    { ...value, filingId, recordedAt },
  );
};

/** The answer to an objection; what was objected stays as it came in. */
export const saveObjectionAnswer = (
  writer: Writer,
  { id, answer, answeredBy, answeredOn, result }: NoticeObjection,
): void => {
  writer.run(
    `UPDATE filing_objections SET answer = :answer, answered_by = :answeredBy, answered_on = :answeredOn,
       result = :result WHERE id = :id`,
    { id, answer, answeredBy, answeredOn, result },
  );
};
