import { existsSync } from 'node:fs';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { asStorageError } from '../storage-error.ts';

/** Where backups go, as far as a backup needs to know. */
export interface PlaceToWrite {
  /** Never shown. */
  readonly path: string;
  readonly label: string;
}

/** What a failing place means: gone, full, or not to be written to; anything else stays what it is. */
export const asPlaceError = (error: unknown, { path, label }: PlaceToWrite, neededBytes: number): unknown => {
  const failure = asStorageError(error);
  if (isCoded(failure, 'CANCELLED')) return failure;
  // SQLite and the file system say many things of a disk that was pulled out.
  if (!existsSync(path)) return new CodedError('BACKUP_PLACE_MISSING', { label }, { cause: error });
  const isStorage = isCoded(failure, 'STORAGE_UNWRITABLE') || isCoded(failure, 'DISK_FULL');
  if (isCoded(failure, 'DISK_FULL'))
    return new CodedError('BACKUP_PLACE_FULL', { label, neededBytes }, { cause: error });
  return isStorage ? new CodedError('BACKUP_PLACE_UNWRITABLE', { label }, { cause: error }) : failure;
};
