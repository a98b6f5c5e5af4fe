import type { Attachment } from '../../shared/domain/attachment.ts';
import type { AttachmentId, FilingId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { addAttachment, openAttachment } from '../attachments/attachments.ts';
import { linkAttachment } from '../db/repositories/attachments.ts';
import { updateFiling } from '../db/repositories/filings.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireFiling } from './filings.ts';
import { requireChangeableFiling } from './item-lock.ts';

/** What a scanner or a phone makes, by the first bytes; a name or a browser's word for it proves nothing. */
const scanKinds: readonly { readonly mediaType: string; readonly signature: readonly number[] }[] = [
  { mediaType: 'application/pdf', signature: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', signature: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/tiff', signature: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: 'image/tiff', signature: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** @throws CodedError INVALID_VALUE `file` `empty` or `not-a-scan` */
const provenMediaType = (bytes: Uint8Array): string => {
  if (bytes.length === 0) throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'empty' });
  const kind = scanKinds.find(({ signature }) => signature.every((byte, index) => bytes[index] === byte));
  if (kind === undefined) throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'not-a-scan' });
  return kind.mediaType;
};

/**
 * Adds a scan of stamped paper to a filing, open or closed, since paper often comes back later: copied in, encrypted,
 * hashed, then linked. A step then names it as its evidence.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; ITEM_ARCHIVED; INVALID_VALUE `file` `empty`, `not-a-scan` or `too-large`; DISK_FULL,
 *   STORAGE_UNWRITABLE
 */
export const attachToFiling = async (
  archive: OpenArchive,
  filingId: FilingId,
  file: File,
): Promise<Attachment> => {
  const { store, ports } = archive;
  await store.read((reader) => requireChangeableFiling(reader, requireFiling(reader, filingId)));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = provenMediaType(bytes);
  const attachment = await addAttachment(archive, { fileName: file.name, mediaType, bytes });
  await store.write((writer) => {
    const filing = requireFiling(writer, filingId);
    requireChangeableFiling(writer, filing);
    linkAttachment(writer, attachment.id, filingId);
    updateFiling(writer, { ...filing, updatedAt: ports.clock.instant() });
  });
  return attachment;
};

/** A scan as it came in. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const attachmentFile = async (archive: OpenArchive, id: AttachmentId): Promise<File> => {
  const { attachment, bytes } = await openAttachment(archive, id);
  return new File([bytes], attachment.fileName, { type: attachment.mediaType });
};
