import type { Attachment } from '../../shared/domain/attachment.ts';
import { CodedError } from '../../shared/errors.ts';
import { openAgeFile } from '../crypto/age-file.ts';
import type { ChunkCipher } from '../crypto/chunk-cipher.ts';
import type { SealedPayload } from '../crypto/sealed-payload.ts';
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
  cipher: ChunkCipher,
): Promise<KeptScan> => {
  const path = storedPath(archive, sha256);
  try {
    const checksums = await archive.store.read((reader) => getAttachmentChecksums(reader, id));
    const file = await openAgeFile(path, archive.keys.attachmentIdentity, cipher);
    await file.close();
    if (checksums === null || file.length !== byteLength) throw new Error('another file');
    const { sha512, crc32 } = checksums;
    return { byteLength, crc32, digests: { sha256, sha512 }, path, payload: file.payload };
  } catch (error) {
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'attachment' }, { cause: error });
  }
};
