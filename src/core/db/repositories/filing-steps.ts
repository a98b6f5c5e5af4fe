import { filingStep, type FilingStep } from '../../../shared/domain/filing.ts';
import type { FilingId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** In the order they were taken, each with the scans that prove it. */
export const listFilingSteps = (reader: Reader, id: FilingId): readonly FilingStep[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT sequence, action, from_state AS fromState, to_state AS toState, actor, opinion, acted_on AS actedOn,
         recorded_at AS recordedAt, evidence, override_reason AS overrideReason, back_entry AS backEntry,
         document_number AS documentNumber, notice_items AS noticeItems, correct_by AS correctBy,
         (SELECT json_group_array(attachment_id) FROM (
            SELECT attachment_id FROM attachment_links l
            WHERE l.filing_id = s.filing_id AND l.step_sequence = s.sequence ORDER BY l.position)) AS attachmentIds
       FROM filing_steps s WHERE filing_id = ? ORDER BY sequence`,
      [id],
    )
    .map((row) =>
      filingStep.parse({
        ...row,
        attachmentIds: JSON.parse(String(row['attachmentIds'])),
        noticeItems: JSON.parse(String(row['noticeItems'])),
        backEntry: row['backEntry'] === 1,
      }),
    );

/** Steps are only ever added. */
export const insertFilingStep = (
  writer: Writer,
  id: FilingId,
  { attachmentIds: _linked, ...step }: FilingStep,
): void => {
  writer.run(
    `INSERT INTO filing_steps (filing_id, sequence, action, from_state, to_state, actor, opinion, acted_on, recorded_at,
       evidence, override_reason, back_entry, document_number, notice_items, correct_by)
     VALUES (:id, :sequence, :action, :fromState, :toState, :actor, :opinion, :actedOn, :recordedAt,
       :evidence, :overrideReason, :backEntry, :documentNumber, :noticeItems, :correctBy)`,
    { ...step, id, backEntry: step.backEntry ? 1 : 0, noticeItems: JSON.stringify(step.noticeItems) },
  );
};
