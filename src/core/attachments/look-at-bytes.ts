import { createHash } from 'node:crypto';
import type { FixityOutcome } from '../../shared/domain/fixity.ts';
import { isCoded } from '../../shared/errors.ts';
import { openAgeFile } from '../crypto/age-file.ts';
import { openChunkCipher } from '../crypto/chunk-ciphers.ts';
import type { OpenArchive } from '../open-archive.ts';
import { storedPath } from './stored-path.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Reads stored bytes through, piece by piece, and compares their digest with the one they came in with. What cannot be
 * read, whatever the reason, is not sound.
 *
 * @throws CodedError CANCELLED, CIPHER_UNAVAILABLE
 */
export const lookAtBytes = (
  archive: OpenArchive,
  sha256: string,
  signal?: AbortSignal,
): Promise<FixityOutcome> => lookAtStored(archive, storedPath(archive, sha256), sha256, signal);

/** The same for bytes that lie elsewhere, encrypted to this archive. */
export const lookAtStored = async (
  archive: OpenArchive,
  path: string,
  sha256: string,
  signal?: AbortSignal,
): Promise<FixityOutcome> => {
  const cipher = await openChunkCipher();
  try {
    const file = await openAgeFile(path, archive.keys.attachmentIdentity, cipher);
    try {
      const hash = createHash('sha256');
      for await (const piece of file.read(0, file.length, signal)) hash.update(piece);
      return hash.digest('hex') === sha256 ? 'sound' : 'damaged';
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isCoded(error, 'CANCELLED')) throw error;
    return isMissing(error) ? 'missing' : 'damaged';
  }
};
