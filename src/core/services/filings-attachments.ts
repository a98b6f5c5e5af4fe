import type { Attachment } from '../../shared/domain/attachment.ts';
import type { AttachmentId, FilingId } from '../../shared/domain/ids.ts';
import { addAttachment, openAttachment } from '../attachments/attachments.ts';
import { linkAttachment } from '../db/repositories/attachments.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getFiling } from './filings.ts';

/**
 * Adds a scan of stamped paper to a filing: copied in, encrypted, hashed, then linked.
 *
 * @throws CodedError NOT_FOUND, INVALID_VALUE `file`, DISK_FULL, STORAGE_UNWRITABLE
 */
export const attachToFiling = async (
  archive: OpenArchive,
  filingId: FilingId,
  file: File,
): Promise<Attachment> => {
  await getFiling(archive, filingId);
  const attachment = await addAttachment(archive, {
    fileName: file.name,
    mediaType: file.type === '' ? 'application/octet-stream' : file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  await archive.store.write((writer) => linkAttachment(writer, attachment.id, filingId));
  return attachment;
};

/** A scan as it came in. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const attachmentFile = async (archive: OpenArchive, id: AttachmentId): Promise<File> => {
  const { attachment, bytes } = await openAttachment(archive, id);
  return new File([bytes], attachment.fileName, { type: attachment.mediaType });
};
