import type { Attachment } from '../../shared/domain/attachment.ts';
import type { AttachmentId, FilingId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  addAttachment,
  openAttachment,
  type NewAttachment,
  type OpenedAttachment,
} from '../attachments/attachments.ts';
import { linkAttachment } from '../db/repositories/attachments.ts';
import { getFilingRecord, updateFiling } from '../db/repositories/filings.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireFiling } from './filings.ts';

/** What a scanner or a phone makes, by the first bytes; a name or a browser's word for it proves nothing. */
const kinds: readonly { readonly mediaType: string; readonly signature: readonly number[] }[] = [
  { mediaType: 'application/pdf', signature: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', signature: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/tiff', signature: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: 'image/tiff', signature: [0x4d, 0x4d, 0x00, 0x2a] },
];

const mediaTypeOf = (bytes: Uint8Array): string | null =>
  kinds.find(({ signature }) => signature.every((byte, index) => bytes[index] === byte))?.mediaType ?? null;

/**
 * Adds a scan of stamped paper to a filing, open or closed: paper often comes back later. A step then names it as its
 * evidence.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `file` `not-a-scan`, `empty` or `too-large`
 */
export const attachScan = async (
  archive: OpenArchive,
  id: FilingId,
  { fileName, bytes }: NewAttachment,
): Promise<Attachment> => {
  const { store, ports } = archive;
  if ((await store.read((reader) => getFilingRecord(reader, id))) === null) {
    throw new CodedError('NOT_FOUND', { what: 'filing' });
  }
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null && bytes.length > 0) {
    throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'not-a-scan' });
  }
  const scan = await addAttachment(archive, { fileName, mediaType: mediaType ?? '', bytes });
  await store.write((writer) => {
    linkAttachment(writer, scan.id, id);
    updateFiling(writer, { ...requireFiling(writer, id), updatedAt: ports.clock.instant() });
  });
  return scan;
};

/** A scan with its clear bytes. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const openScan = (archive: OpenArchive, id: AttachmentId): Promise<OpenedAttachment> =>
  openAttachment(archive, id);
