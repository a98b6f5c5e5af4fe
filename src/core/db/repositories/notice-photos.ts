import { noticePhoto, type NoticePhoto } from '../../../shared/domain/filing.ts';
import type { AttachmentId, FilingId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

export const listNoticePhotos = (reader: Reader, filingId: FilingId): readonly NoticePhoto[] =>
  reader
    .all(
      'SELECT attachment_id AS attachmentId, caption FROM notice_photos WHERE filing_id = ? ORDER BY position',
      [filingId],
    )
    .map((row) => noticePhoto.parse(row));

/** Marks an attachment as a photo of the notice, or changes its caption. */
export const saveNoticePhoto = (
  writer: Writer,
  filingId: FilingId,
  { attachmentId, caption }: NoticePhoto,
): void => {
  writer.run(
    `INSERT INTO notice_photos (filing_id, attachment_id, caption, position)
     VALUES (:filingId, :attachmentId, :caption,
       (SELECT coalesce(max(position), 0) + 1 FROM notice_photos WHERE filing_id = :filingId))
     ON CONFLICT (filing_id, attachment_id) DO UPDATE SET caption = excluded.caption`,
    { filingId, attachmentId, caption },
  );
};

/** Takes the mark off; the attachment stays. */
export const deleteNoticePhoto = (writer: Writer, filingId: FilingId, attachmentId: AttachmentId): void => {
  writer.run('DELETE FROM notice_photos WHERE filing_id = ? AND attachment_id = ?', [filingId, attachmentId]);
};
