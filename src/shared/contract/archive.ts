import { z } from 'zod';
import { bureauInput } from '../domain/bureau.ts';
import { desk } from '../domain/desk.ts';
import { officeInput } from '../domain/office.ts';
import { anyTime, onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

export const archiveStatus = z.object({
  state: z.enum(['absent', 'locked', 'open']),
  /** Last part of the archive's folder, for people; never a path. */
  folderName: z.string(),
  /** Known only while open. Hub and street in an office's archive, bureau and district in a bureau's. */
  desk: desk.nullable(),
  hubName: z.string().nullable(),
  streetName: z.string().nullable(),
  bureauName: z.string().nullable(),
  districtName: z.string().nullable(),
  sampleAvailable: z.boolean(),
  applicationVersion: z.string(),
});
export type ArchiveStatus = z.infer<typeof archiveStatus>;

export const password = z.string().min(1).max(256);
const recoveryCode = z.object({ recoveryCode: z.string() });

export const archiveContract = {
  status: anyTime.output(archiveStatus),
  /** Makes the archive of a desk and leaves it open: an office's, where none is named. The recovery code is shown once, to be printed. */
  create: anyTime
    .errors(refusals('ARCHIVE_EXISTS', 'WEAK_PASSWORD'))
    .input(
      z.union([
        z.object({ desk: z.literal('bureau'), password, bureau: bureauInput }),
        z.object({ desk: z.literal('office').optional(), password, office: officeInput }),
      ]),
    )
    .output(recoveryCode),
  /** The same, filled with the sample street that the application ships. */
  createSample: anyTime
    .errors(refusals('ARCHIVE_EXISTS', 'WEAK_PASSWORD'))
    .input(z.object({ password }))
    .output(progressThen(recoveryCode)),
  unlock: anyTime
    .errors(
      refusals(
        'ARCHIVE_ABSENT',
        'WRONG_PASSWORD',
        'ARCHIVE_DAMAGED',
        'ARCHIVE_NEWER',
        'NOT_AN_ARCHIVE',
        'MIGRATION_FAILED',
      ),
    )
    .input(z.object({ password }))
    .output(archiveStatus),
  /** Opens with the printed recovery code and sets a new password; the code is used up and a new one returned. */
  recover: anyTime
    .errors(
      refusals(
        'ARCHIVE_ABSENT',
        'WRONG_RECOVERY_CODE',
        'WEAK_PASSWORD',
        'ARCHIVE_DAMAGED',
        'ARCHIVE_NEWER',
        'NOT_AN_ARCHIVE',
        'MIGRATION_FAILED',
      ),
    )
    .input(z.object({ recoveryCode: z.string().max(200), newPassword: password }))
    .output(recoveryCode),
  lock: anyTime.output(archiveStatus),
  changePassword: onArchive
    .errors(refusals('WRONG_PASSWORD', 'WEAK_PASSWORD'))
    .input(z.object({ currentPassword: password, newPassword: password }))
    .output(z.object({})),
  renewRecoveryCode: onArchive
    .errors(refusals('WRONG_PASSWORD'))
    .input(z.object({ password }))
    .output(recoveryCode),
};
