import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../shared/errors.ts';
import { base64Of, keySlot } from './key-slot.ts';

/** `archive.key.json`: ways to unwrap the one database key. Useless without a password or the recovery code. */
export const keyFile = z.object({
  format: z.literal('hub-archive-key'),
  version: z.literal(1),
  /** What the database begins with. Kept here too, so that a damaged database is known as ours. */
  databaseSalt: base64Of(16),
  slots: z.array(keySlot).min(1).max(16),
});
export type KeyFile = z.infer<typeof keyFile>;

/**
 * SHA-256 over the content. It guards against decay, not against an attacker: without it a flipped bit in a slot would
 * look like a wrong password.
 */
const checksumOf = (content: KeyFile): string =>
  createHash('sha256')
    .update(JSON.stringify(keyFile.parse(content)))
    .digest('hex');

const storedKeyFile = keyFile
  .extend({ checksum: z.string() })
  .refine(({ checksum, ...content }) => checksum === checksumOf(content), 'checksum');

/** @throws CodedError ARCHIVE_DAMAGED key-file */
export const readKeyFile = (path: string): KeyFile => {
  try {
    const { checksum: _, ...content } = storedKeyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    return content;
  } catch (error) {
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'key-file' }, { cause: error });
  }
};

/** Syncs a folder's entries to disk; a rename is durable only then. Not possible, and not needed, on Windows. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Written beside, synced, renamed, synced: at every moment the old file or the new one is whole. */
export const writeKeyFile = (path: string, content: KeyFile): void => {
  const temporary = `${path}.new`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    // Not `writeSync`: on a disk that fills up it writes a piece and calls that done.
    writeFileSync(descriptor, `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
};
