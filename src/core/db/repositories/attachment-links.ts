import type { AttachmentId, FilingId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Puts a scan to a filing, not yet to one of its steps. */
export const linkAttachment = (writer: Writer, filingId: FilingId, attachmentId: AttachmentId): void => {
  writer.run(
    `INSERT INTO attachment_links (attachment_id, filing_id, step_sequence, position)
     VALUES (:attachmentId, :filingId, NULL, (SELECT count(*) FROM attachment_links WHERE filing_id = :filingId))
     ON CONFLICT (attachment_id, filing_id) DO NOTHING`,
    { attachmentId, filingId },
  );
};

/** Makes a scan of this filing the evidence of a step. @returns false when it is none of this filing's */
export const linkAttachmentToStep = (
  writer: Writer,
  filingId: FilingId,
  attachmentId: AttachmentId,
  sequence: number,
): boolean =>
  writer.run('UPDATE attachment_links SET step_sequence = ? WHERE attachment_id = ? AND filing_id = ?', [
    sequence,
    attachmentId,
    filingId,
  ]).changes === 1;

/** File names of a filing's scans. */
export const listScanNames = (reader: Reader, filingId: FilingId): readonly string[] =>
  reader
    .all<{ name: string }>(
      `SELECT a.file_name AS name FROM attachment_links l JOIN attachments a ON a.id = l.attachment_id
       WHERE l.filing_id = ? ORDER BY l.position`,
      [filingId],
    )
    .map(({ name }) => name);
