import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { identityToRecipient } from 'age-encryption';
import type { Attachment } from '../../shared/domain/attachment.ts';
import { attachmentId, type AttachmentId } from '../../shared/domain/ids.ts';
import type { AttachmentWarning } from '../../shared/domain/attachment-kind.ts';
import { CodedError } from '../../shared/errors.ts';
import { ageEncrypt } from '../crypto/age-encrypt.ts';
import { openAgeFile } from '../crypto/age-file.ts';
import { openChunkCipher } from '../crypto/chunk-ciphers.ts';
import { getAttachment, insertAttachment, isDigestKept } from '../db/repositories/attachments.ts';
import { asStorageError } from '../storage-error.ts';
import { syncFolder } from '../keys/key-file.ts';
import type { OpenArchive } from '../open-archive.ts';
import { storedPath, unfinishedSuffix } from './stored-path.ts';

/** A scanned volume; larger ones belong on film. */
const maxBytes = 256 * 1024 * 1024;

/** Encrypts to a temporary file, syncs, renames, syncs the folder: the final name always holds a whole file. */
const store = async (archive: OpenArchive, path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${path}.${archive.ports.random.id()}${unfinishedSuffix}`;
  try {
    const cipher = await openChunkCipher();
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const recipient = await identityToRecipient(archive.keys.attachmentIdentity);
      const source = (async function* () {
        yield bytes;
      })();
      // Not `write`: on a disk that fills up it writes a piece of a part and calls that done.
      for await (const part of ageEncrypt(source, [recipient], cipher)) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw asStorageError(error);
  }
};

/** The digest by which bytes are known: SHA-256, lower-case hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface NewAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What it carries that must not be run; none where nobody has looked. */
  readonly warnings?: readonly AttachmentWarning[];
}

// oxlint-disable-next-line no-control-regex -- control characters are among what must go
const unwantedInNames = /[\u0000-\u001F<>:"|?*\u202A-\u202E\u2066-\u2069]/g;

/** The last part of a name as it came, without characters that no file system likes. */
const plainFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replaceAll(unwantedInNames, '_').slice(0, 120) ||
  '扫描件';

/**
 * Copies a scan into the archive: original bytes, encrypted to the archive's own key, stored once however often it is
 * added. The bytes are on disk before the record exists, so a record never lacks its bytes. Its digests are computed
 * here once, so that a package can name them without reading it first.
 *
 * @throws CodedError INVALID_VALUE `file` `empty` or `too-large` (256 MiB); DISK_FULL, STORAGE_UNWRITABLE
 */
export const addAttachment = async (
  archive: OpenArchive,
  { fileName, mediaType, bytes, warnings = [] }: NewAttachment,
): Promise<Attachment> => {
  if (bytes.length === 0) throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'empty' });
  if (bytes.length > maxBytes) throw new CodedError('INVALID_VALUE', { field: 'file', reason: 'too-large' });
  const sha256 = digestOf(bytes);
  const sha512 = createHash('sha512').update(bytes).digest('hex');
  const path = storedPath(archive, sha256);
  const value: Attachment = {
    id: attachmentId.parse(archive.ports.random.id()),
    fileName: plainFileName(fileName),
    mediaType,
    byteLength: bytes.length,
    sha256,
    addedAt: archive.ports.clock.instant(),
  };
  for (;;) {
    if (!existsSync(path)) await store(archive, path, bytes);
    const isRecorded = await archive.store.write((writer) => {
      // Dropped in the meantime by whoever removed the last other record of the same bytes: store it again.
      if (!existsSync(path)) return false;
      insertAttachment(writer, value, { sha512, crc32: crc32(bytes) }, warnings);
      return true;
    });
    if (isRecorded) return value;
  }
};

export interface OpenedAttachment {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const clearBytes = async (archive: OpenArchive, { sha256, byteLength }: Attachment) => {
  const cipher = await openChunkCipher();
  const file = await openAgeFile(storedPath(archive, sha256), archive.keys.attachmentIdentity, cipher);
  try {
    const bytes = new Uint8Array(byteLength);
    let filled = 0;
    for await (const part of file.read(0, file.length)) {
      bytes.set(part, filled);
      filled += part.length;
    }
    if (digestOf(bytes) !== sha256) throw new Error('another file');
    return bytes;
  } finally {
    await file.close();
  }
};

/** One scan whole, for a preview or download. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const openAttachment = async (archive: OpenArchive, id: AttachmentId): Promise<OpenedAttachment> => {
  const attachment = await archive.store.read((reader) => getAttachment(reader, id));
  if (attachment === null) throw new CodedError('NOT_FOUND', { what: 'attachment' });
  try {
    return { attachment, bytes: await clearBytes(archive, attachment) };
  } catch (error) {
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'attachment' }, { cause: error });
  }
};

/**
 * Removes the bytes of records that are gone, after the commit that dropped the last of them. Each file goes inside a
 * work of the store, so that nobody can record the same bytes anew between the look and the removal.
 *
 * @returns bytes freed on disk
 */
export const dropBytes = async (archive: OpenArchive, digests: readonly string[]): Promise<number> => {
  let freed = 0;
  for (const sha256 of digests) {
    freed += await archive.store.write((writer) => {
      const path = storedPath(archive, sha256);
      if (isDigestKept(writer, sha256) || !existsSync(path)) return 0;
      const { size } = statSync(path);
      rmSync(path);
      return size;
    });
  }
  return freed;
};
