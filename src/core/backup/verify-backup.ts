import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFigures, BackupManifest } from '../../shared/domain/backup.ts';
import { CodedError, isCoded, type ErrorData } from '../../shared/errors.ts';
import { inspectDatabase, type DatabaseContent } from '../db/copy-database.ts';
import { readBack } from '../ledger/read-back.ts';
import type { Watch } from '../services/watched-work.ts';
import { databaseName, keyFileName, listName, type BackupRoot } from './backup-layout.ts';
import { figuresOf } from './backup-figures.ts';
import { provenManifest } from './manifest.ts';
import { readList, type StoredFile } from './stored-list.ts';

type Part = ErrorData<'BACKUP_UNSOUND'>['part'];

const unsound = (part: Part, name: string, count = 1, cause?: unknown): CodedError =>
  new CodedError('BACKUP_UNSOUND', { part, name, count }, { cause });

/** @throws CodedError BACKUP_UNSOUND where the file is not what the manifest says */
const proveFile = async (
  file: string,
  seal: BackupManifest['database'],
  part: Part,
  name: string,
  read: (bytes: number) => Promise<void>,
): Promise<void> => {
  const size = (await stat(file).catch(() => null))?.size;
  if (size !== seal.byteLength) throw unsound(part, name);
  const seen = await readBack(file, read).catch((error: unknown) => {
    throw isCoded(error, 'CANCELLED') ? error : unsound(part, name, 1, error);
  });
  if (seen.sha256 !== seal.sha256) throw unsound(part, name);
};

/** @throws CodedError BACKUP_UNSOUND `counts` */
export const proveCounts = (name: string, manifest: BackupManifest, content: DatabaseContent): void => {
  const wrong = Object.entries(manifest.tables).filter(([table, rows]) => content.tables[table] !== rows);
  const extra = Object.keys(content.tables).length - Object.keys(manifest.tables).length;
  if (wrong.length > 0 || extra !== 0 || content.schemaVersion !== manifest.schemaVersion)
    throw unsound('counts', name, Math.max(1, wrong.length));
};

const looksBetweenReports = 200;

/** Counts stored files and their bytes; in full, reads each and compares. @throws CodedError BACKUP_UNSOUND `stored` */
const proveStored = async (
  root: BackupRoot,
  name: string,
  manifest: BackupManifest,
  files: AsyncIterable<StoredFile>,
  full: boolean,
  watch: Watch,
): Promise<void> => {
  let count = 0;
  let bytes = 0;
  let wrong = 0;
  for await (const { path, sha256 } of files) {
    const file = join(root.stored, path);
    const size = (await stat(file).catch(() => null))?.size ?? null;
    if (full || count % looksBetweenReports === 0)
      await watch.report('compare', count, manifest.stored.files);
    count += 1;
    bytes += size ?? 0;
    if (size === null) wrong += 1;
    else if (full) {
      const seen = await readBack(file, () => watch.report('compare', count, manifest.stored.files)).catch(
        (error: unknown) => {
          if (isCoded(error, 'CANCELLED')) throw error;
          return null;
        },
      );
      if (seen?.sha256 !== sha256) wrong += 1;
    }
  }
  const isExact = count === manifest.stored.files && bytes === manifest.stored.byteLength;
  if (wrong > 0 || !isExact) throw unsound('stored', name, Math.max(1, wrong));
};

/**
 * Opens a backup with its key and holds it against its manifest: the manifest against the key, database, key file and
 * list against their digests, every page against its tag, rows and stored files against their numbers; in full, every
 * stored file against its digest.
 *
 * @throws CodedError BACKUP_UNSOUND, CANCELLED
 */
export const verifyBackup = async (
  root: BackupRoot,
  name: string,
  databaseKey: Uint8Array,
  { full }: { readonly full: boolean },
  watch: Watch,
): Promise<{ readonly manifest: BackupManifest; readonly figures: BackupFigures }> => {
  const folder = join(root.folder, name);
  const manifest = await provenManifest(folder, name, databaseKey);
  let done = 0;
  const read = (bytes: number): Promise<void> =>
    watch.report('database', (done += bytes), Math.max(done, manifest.database.byteLength));
  await proveFile(join(folder, databaseName), manifest.database, 'database', name, read);
  await proveFile(join(folder, keyFileName), manifest.keyFile, 'key-file', name, async () => {});
  await proveFile(join(folder, listName), manifest.list, 'list', name, async () => {});
  await watch.report('open', 0, null);
  const content = await inspectDatabase(join(folder, databaseName), databaseKey).catch((error: unknown) => {
    throw isCoded(error, 'CANCELLED') ? error : unsound('database', name, 1, error);
  });
  proveCounts(name, manifest, content);
  await proveStored(root, name, manifest, readList(join(folder, listName)), full, watch);
  return { manifest, figures: { ...figuresOf(name, manifest), full } };
};

/** A backup that is named and there. @throws CodedError NOT_FOUND */
export const requireBackup = (root: BackupRoot, name: string): void => {
  if (!/^[0-9-]+$/.test(name) || !existsSync(join(root.folder, name)))
    throw new CodedError('NOT_FOUND', { what: 'backup' });
};
