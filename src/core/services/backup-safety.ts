import type { BackupReason } from '../../shared/domain/backup.ts';
import { isCoded } from '../../shared/errors.ts';
import { organizationCounts } from '../db/repositories/home.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requirePlace } from './backup-places.ts';
import { backUpTo } from './backups.ts';
import { unwatched } from './watched-work.ts';

/**
 * Copies the database beside the archive before something changes much of it. Nothing is copied where there is nothing
 * to lose yet, and by hosts that keep no backups.
 *
 * @throws CodedError DISK_FULL, STORAGE_UNWRITABLE, ARCHIVE_DAMAGED: then the change had better wait
 */
export const copyBefore = async (
  archive: OpenArchive,
  reason: Extract<BackupReason, 'import' | 'update'>,
): Promise<void> => {
  if (archive.ports.backupFolder === undefined) return;
  const { organizationCount } = await archive.store.read(organizationCounts);
  if (organizationCount === 0) return;
  try {
    await backUpTo(archive, await requirePlace(archive.ports, 'own', ''), reason, unwatched);
  } catch (error) {
    // A backup that is being made anyway does as well.
    if (!isCoded(error, 'BACKUP_RUNNING')) throw error;
  }
};
