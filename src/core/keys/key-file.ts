import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../shared/errors.ts';
import { keySlot } from './key-slot.ts';

/** `archive.key.json`: ways to unwrap the one database key. Useless without a password or the recovery code. */
export const keyFile = z.object({
  format: z.literal('hub-archive-key'),
  version: z.literal(1),
  slots: z.array(keySlot).min(1).max(16),
});
export type KeyFile = z.infer<typeof keyFile>;

/** @throws CodedError ARCHIVE_DAMAGED key-file */
export const readKeyFile = (path: string): KeyFile => {
  try {
    return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
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
    writeSync(descriptor, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
};
