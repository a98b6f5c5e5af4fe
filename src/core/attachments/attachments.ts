import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import type { Attachment } from '../../shared/domain/attachment.ts';
import { attachmentId, type AttachmentId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { ageEncrypt } from '../crypto/age-encrypt.ts';
import { openAgeFile } from '../crypto/age-file.ts';
import {
  nodeCrypto,
  openChunkCipher,
  portable,
  webCrypto,
  type ChunkCipherLayer,
} from '../crypto/chunk-ciphers.ts';
import type { ChunkCipher } from '../crypto/chunk-cipher.ts';
import { getAttachment, insertAttachment } from '../db/repositories/attachments.ts';
import { syncFolder } from '../keys/key-file.ts';
import type { OpenArchive } from '../open-archive.ts';

/** A scanned volume; larger ones belong on film. */
const maxBytes = 256 * 1024 * 1024;
/** One scan is small: starting worker threads for it would cost more than it saves. */
const withoutWorkers: readonly ChunkCipherLayer[] = [nodeCrypto, webCrypto, portable];

/** Stored under a keyed name, so that a folder listing does not tell who has the same paper. */
const storedPath = ({ ports, keys }: OpenArchive, sha256: string): string => {
  const name = createHmac('sha256', keys.lookup).update(`attachment:${sha256}`).digest('hex');
  return join(ports.paths.archive, 'attachments', name.slice(0, 2), name);
};

/** Encrypts to a temporary file, syncs, renames, syncs the folder: the final name always holds a whole file. */
const store = async (archive: OpenArchive, path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${archive.ports.random.id()}.new`;
  const cipher = await openChunkCipher(withoutWorkers);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const recipient = await identityToRecipient(archive.keys.attachmentIdentity);
      const source = (async function* () {
        yield bytes;
      })();
      for await (const part of ageEncrypt(source, [recipient], cipher)) await handle.write(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await cipher.close();
  }
};

export interface NewAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

// oxlint-disable-next-line no-control-regex -- control characters are among what must go
const unwantedInNames = /[\u0000-\u001F<>:"|?*\u202A-\u202E\u2066-\u2069]/g;

/** The last part of a name as it came, without characters that no file system likes. */
const plainFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replaceAll(unwantedInNames, '_').slice(0, 120) ||
  '扫描件';

/**
 * Copies a scan into the archive: original bytes, encrypted to the archive's own key, stored once however often it is
 * added. The bytes are on disk before the record exists, so a record never lacks its bytes.
 *
 * @throws CodedError INVALID_VALUE when empty or larger than 256 MiB; DISK_FULL, STORAGE_UNWRITABLE
 */
export const addAttachment = async (
  archive: OpenArchive,
  { fileName, mediaType, bytes }: NewAttachment,
): Promise<Attachment> => {
  if (bytes.length === 0) throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'empty' });
  if (bytes.length > maxBytes) throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'too-large' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = storedPath(archive, sha256);
  if (!existsSync(path)) await store(archive, path, bytes);
  const value: Attachment = {
    id: attachmentId.parse(archive.ports.random.id()),
    fileName: plainFileName(fileName),
    mediaType,
    byteLength: bytes.length,
    sha256,
    addedAt: archive.ports.clock.instant(),
  };
  await archive.store.write((writer) => insertAttachment(writer, value));
  return value;
};

/**
 * The clear bytes of a stored scan, as a stream; each chunk is checked before it is handed on.
 *
 * @throws CodedError ARCHIVE_DAMAGED `attachment` when the file is missing or was changed
 */
export async function* readAttachment(
  archive: OpenArchive,
  { sha256 }: Attachment,
  cipher: ChunkCipher,
): AsyncGenerator<Uint8Array> {
  try {
    const file = await openAgeFile(storedPath(archive, sha256), archive.keys.attachmentIdentity, cipher);
    try {
      yield* file.read(0, file.length);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'attachment' }, { cause: error });
  }
}

export interface OpenedAttachment {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One scan whole, for a preview or download. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const openAttachment = async (archive: OpenArchive, id: AttachmentId): Promise<OpenedAttachment> => {
  const attachment = await archive.store.read((reader) => getAttachment(reader, id));
  if (attachment === null) throw new CodedError('NOT_FOUND', { what: 'attachment' });
  const cipher = await openChunkCipher(withoutWorkers);
  try {
    const bytes = new Uint8Array(attachment.byteLength);
    let filled = 0;
    for await (const part of readAttachment(archive, attachment, cipher)) {
      bytes.set(part, filled);
      filled += part.length;
    }
    return { attachment, bytes };
  } finally {
    await cipher.close();
  }
};
