import type { ServiceFile } from '../../../shared/contract/service-registers.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { AttachmentId, ServiceLineId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { heldColumns, toHeldAttachment, type HeldRow } from './attachments.ts';

/** Papers and photos of a line, in the order they came. */
export const listServiceFiles = (reader: Reader, lineId: ServiceLineId): ServiceFile[] =>
  reader
    .all<HeldRow & { readonly title: string }>(
      `SELECT f.title, ${heldColumns} FROM service_files f JOIN attachments a ON a.id = f.attachment_id
       WHERE f.line_id = ? AND f.removed_at IS NULL ORDER BY f.position`,
      [lineId],
    )
    .map(({ title, ...paper }) => ({ title, attachment: toHeldAttachment(paper) }));

export const insertServiceFile = (
  writer: Writer,
  lineId: ServiceLineId,
  attachmentId: AttachmentId,
  title: string,
): void => {
  writer.run(
    `INSERT INTO service_files (line_id, attachment_id, title, position)
     VALUES (:lineId, :attachmentId, :title, (SELECT count(*) FROM service_files WHERE line_id = :lineId))`,
    { lineId, attachmentId, title },
  );
};

/** Takes a paper off its line (`at`) or puts it back (null). @returns false where the line has no such paper */
export const setServiceFileRemoved = (
  writer: Writer,
  lineId: ServiceLineId,
  attachmentId: AttachmentId,
  at: IsoInstant | null,
): boolean =>
  writer.run('UPDATE service_files SET removed_at = ? WHERE line_id = ? AND attachment_id = ?', [
    at,
    lineId,
    attachmentId,
  ]).changes === 1;
