import type { BackupSummary } from '../../../shared/domain/backup.ts';

/** One backup in a place. */
export interface ChosenBackup {
  readonly placeId: string;
  readonly placeLabel: string;
  readonly backup: BackupSummary;
}
