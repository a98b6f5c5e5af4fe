import { z } from 'zod';
import {
  backupFigures,
  backupPlace,
  backupSettings,
  backupStanding,
  backupState,
  backupSummary,
} from '../domain/backup.ts';
import { organizationId } from '../domain/ids.ts';
import { dossierFolderOutcome, dossierFolderRequest } from '../domain/dossier-folder.ts';
import { password } from './archive.ts';
import { anyTime, onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

const inPlace = z.object({ placeId: z.string().max(64) });
const oneBackup = inPlace.extend({ name: z.string().max(64) });

/** A backup that can be restored, found where this computer can see it. */
export const restorable = backupSummary.extend({
  placeId: z.string(),
  placeLabel: z.string(),
  /** Which archive's; the last part of its folder's name. */
  archive: z.string(),
});
export type Restorable = z.infer<typeof restorable>;

export const restoreResult = z.object({
  figures: backupFigures,
  /** Folder that holds what was there before; null where nothing was. */
  aside: z.string().nullable(),
  /** A new recovery code, where the old one was used. */
  recoveryCode: z.string().nullable(),
});
export type RestoreResult = z.infer<typeof restoreResult>;

const placeRefusals = refusals(
  'BACKUP_PLACE_MISSING',
  'BACKUP_PLACE_FULL',
  'BACKUP_PLACE_UNWRITABLE',
  'BACKUP_PLACE_INSIDE',
  'BACKUP_RUNNING',
  'BACKUP_UNSOUND',
  'CANCELLED',
);

/** Backups on another disk: made, checked, tried and restored (FEATURES M4, N10). */
export const backupsContract = {
  standing: onArchive.output(backupStanding),
  state: onArchive.output(backupState),
  places: anyTime.output(z.array(backupPlace)),
  saveSettings: onArchive.input(backupSettings.omit({ placeLabel: true })).output(backupState),
  run: onArchive.errors(placeRefusals).input(inPlace).output(progressThen(backupFigures)),
  /** Opens a backup and holds it against its manifest; in full, every stored file against its digest. */
  check: onArchive
    .errors(placeRefusals)
    .input(oneBackup.extend({ full: z.boolean() }))
    .output(progressThen(backupFigures)),
  /** Restores into a clean folder, compares everything, and removes it again. */
  drill: onArchive
    .errors({ ...placeRefusals, ...refusals('WRONG_PASSWORD', 'ARCHIVE_NEWER') })
    .input(oneBackup.extend({ password }))
    .output(progressThen(backupFigures)),
  /** Papers that are damaged or gone are put back from a place that has them. */
  mend: onArchive
    .errors(placeRefusals)
    .input(inPlace)
    .output(progressThen(z.object({ mended: z.int(), left: z.int() }))),
  /** Organizations whose dossiers can be written, by name. */
  dossierChoices: onArchive.output(z.array(z.object({ id: organizationId, name: z.string() }))),
  /** Writes whole dossiers, in clear, as a folder that opens in any browser. */
  exportDossiers: onArchive
    .errors(placeRefusals)
    .input(dossierFolderRequest)
    .output(progressThen(dossierFolderOutcome)),
  /** Backups of any archive, wherever this computer can see some; the newest first. */
  restorable: anyTime.output(z.array(restorable)),
  restore: anyTime
    .errors({
      ...placeRefusals,
      ...refusals(
        'NOT_FOUND',
        'WRONG_PASSWORD',
        'WRONG_RECOVERY_CODE',
        'WEAK_PASSWORD',
        'ARCHIVE_DAMAGED',
        'ARCHIVE_NEWER',
        'MIGRATION_FAILED',
      ),
    })
    .input(
      oneBackup.extend({
        archive: z.string().max(8),
        secret: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('password'), password }),
          z.object({
            kind: z.literal('recovery-code'),
            recoveryCode: z.string().max(200),
            newPassword: password,
          }),
        ]),
      }),
    )
    .output(progressThen(restoreResult)),
};
