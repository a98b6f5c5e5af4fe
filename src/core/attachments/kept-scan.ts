import type { Attachment } from '../../shared/domain/attachment.ts';
import { CodedError } from '../../shared/errors.ts';
import { readSealedPayload } from '../crypto/age-file.ts';
import { clearLength, type SealedPayload } from '../crypto/sealed-payload.ts';
import { getAttachmentChecksums } from '../db/repositories/attachments.ts';
import type { OpenArchive } from '../open-archive.ts';
import { storedPath } from './stored-path.ts';

/** A scan as it lies encrypted in the archive, for threads that read it themselves. */
export interface KeptScan {
  readonly byteLength: number;
  readonly crc32: number;
  readonly digests: { readonly sha256: string; readonly sha512: string };
  readonly path: string;
  readonly payload: SealedPayload;
}

/** Finds a scan's file and opens its header. @throws CodedError ARCHIVE_DAMAGED `attachment` */
export const keptScan = async (
  archive: OpenArchive,
  { id, sha256, byteLength }: Attachment,
): Promise<KeptScan> => {
  const path = storedPath(archive, sha256);
  try {
    const checksums = await archive.store.read((reader) => getAttachmentChecksums(reader, id));
    const payload = await readSealedPayload(path, archive.keys.attachmentIdentity);
    if (checksums === null || clearLength(payload) !== byteLength) throw new Error('another file');
    const { sha512, crc32 } = checksums;
    return { byteLength, crc32, digests: { sha256, sha512 }, path, payload };
  } catch (error) {
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'attachment' }, { cause: error });
  }
};
