import type { Filing } from '../../shared/domain/filing.ts';
import type { AttachmentId, FilingId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { attachmentsOfFiling } from '../db/repositories/attachments.ts';
import { deleteNoticePhoto, saveNoticePhoto } from '../db/repositories/notice-photos.ts';
import type { OpenArchive } from '../open-archive.ts';
import { readFiling, requireFiling } from './filings.ts';
import { requireChangeableFiling } from './item-lock.ts';

/**
 * Marks one of the filing's attachments as a photo of its notice, with a caption; no caption takes the mark off. Photos
 * may be added after the filing is closed.
 *
 * @throws CodedError DOSSIER_SEALED; ITEM_ARCHIVED; NOT_FOUND for the filing or an attachment that is not one of its own; INVALID_VALUE `photo`
 *   `not-a-picture`
 */
export const markNoticePhoto = (
  { store }: OpenArchive,
  input: { readonly id: FilingId; readonly attachmentId: AttachmentId; readonly caption: string | null },
): Promise<Filing> =>
  store.write((writer) => {
    const { id, attachmentId, caption } = input;
    requireChangeableFiling(writer, requireFiling(writer, id));
    const photo = attachmentsOfFiling(writer, id).find((attachment) => attachment.id === attachmentId);
    if (photo === undefined) throw new CodedError('NOT_FOUND', { what: 'attachment' });
    if (!photo.mediaType.startsWith('image/')) {
      throw new CodedError('INVALID_VALUE', { field: 'photo', reason: 'not-a-picture' });
    }
    if (caption === null) deleteNoticePhoto(writer, id, attachmentId);
    else saveNoticePhoto(writer, id, { attachmentId, caption });
    return readFiling(writer, id);
  });
