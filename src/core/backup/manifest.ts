import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backupManifest, type BackupManifest } from '../../shared/domain/backup.ts';
import { CodedError } from '../../shared/errors.ts';

export const manifestName = 'manifest.json';

const derived = (databaseKey: Uint8Array, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(0), purpose, length));

/** Names an archive on a disk that others back up to as well; says nothing of it. @returns 8 hexadecimal digits */
export const archiveMark = (databaseKey: Uint8Array): string =>
  derived(databaseKey, 'hub-archive backup mark 1', 4).toString('hex');

const macOf = (manifest: BackupManifest, databaseKey: Uint8Array): Buffer =>
  createHmac('sha256', derived(databaseKey, 'hub-archive backup manifest 1', 32))
    .update(JSON.stringify(manifest))
    .digest();

export const manifestText = (manifest: BackupManifest, databaseKey: Uint8Array): string => {
  const content = backupManifest.parse(manifest); // the order of its keys is the schema's
  const mac = macOf(content, databaseKey).toString('hex');
  return `${JSON.stringify({ ...content, mac }, null, 2)}\n`;
};

const storedManifest = backupManifest.extend({ mac: z.string().regex(/^[0-9a-f]{64}$/) });

/** Far more than any manifest. */
const mostBytes = 1024 * 1024;

const readStored = async (folder: string, name: string) => {
  try {
    const bytes = await readFile(join(folder, manifestName));
    if (bytes.length > mostBytes) throw new Error('too large');
    return storedManifest.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new CodedError('BACKUP_UNSOUND', { part: 'manifest', name, count: 1 }, { cause });
  }
};

/**
 * A manifest as it says of itself, for choosing before the key is there. Nothing of it may be believed.
 * @throws CodedError BACKUP_UNSOUND `manifest`
 */
export const claimedManifest = async (folder: string, name: string): Promise<BackupManifest> => {
  const { mac: _, ...content } = await readStored(folder, name);
  return content;
};

/** @throws CodedError BACKUP_UNSOUND `manifest`, or `foreign` where it was not written under this key */
export const provenManifest = async (
  folder: string,
  name: string,
  databaseKey: Uint8Array,
): Promise<BackupManifest> => {
  const { mac, ...content } = await readStored(folder, name);
  if (!timingSafeEqual(Buffer.from(mac, 'hex'), macOf(content, databaseKey))) {
    const part = content.archive === archiveMark(databaseKey) ? 'manifest' : 'foreign';
    throw new CodedError('BACKUP_UNSOUND', { part, name, count: 1 });
  }
  return content;
};
