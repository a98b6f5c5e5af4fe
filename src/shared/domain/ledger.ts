import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { bureauKeyId, packageId } from './ids.ts';

/** 2026H1 = 01-01…06-30, 2026H2 = 07-01…12-31; quarters where the rule pack says so (DOMAIN 4). */
export const periodCode = z.string().regex(/^\d{4}(H[12]|Q[1-4])$/);
export type PeriodCode = string;

/** Where the submission of a period stands. */
export const submissionStanding = z.enum(['open', 'made', 'handed-over', 'accepted', 'returned']);
export type SubmissionStanding = z.infer<typeof submissionStanding>;

export const ledgerPeriodState = z.object({
  code: periodCode,
  startsOn: isoDate,
  endsOn: isoDate,
  dueOn: isoDate,
  /** Last working day up to the due day. */
  lastWorkingDay: isoDate,
  frozenAt: isoInstant.nullable(),
  snapshotSha256: z.string().nullable(),
  packages: z.int(),
  standing: submissionStanding,
});
export type LedgerPeriodState = z.infer<typeof ledgerPeriodState>;

/** 报送提醒: a period that is due and not handed in. */
export const ledgerReminder = z.object({
  period: periodCode,
  dueOn: isoDate,
  lastWorkingDay: isoDate,
  /** Calendar days left; negative when it is late. */
  daysLeft: z.int(),
  /** Working days left up to the due day. */
  workingDaysLeft: z.int(),
  standing: submissionStanding,
});
export type LedgerReminder = z.infer<typeof ledgerReminder>;

export const ledgerFinding = z.object({
  level: z.enum(['blocking', 'warning']),
  code: z.enum([
    'filing-number-missing',
    'filing-number-twice',
    'filed-on-missing',
    'responsible-person-missing',
    'fallback-party-missing',
    'category-missing',
    'roster-empty',
    'member-count-differs',
    'open-filing-overdue',
    'area-code-missing',
    'no-organizations',
    'identity-numbers-included',
    'phones-included',
    'period-running',
    'earlier-not-accepted',
    'no-confirmed-key',
    'key-expiring',
  ]),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  detail: z.string().nullable(),
});
export type LedgerFinding = z.infer<typeof ledgerFinding>;

export const bureauKey = z.object({
  id: bureauKeyId,
  name: z.string(),
  recipient: z.string(),
  /** minisign public key that signs the bureau's receipts; null where its card had none. */
  signingKey: z.string().nullable(),
  validUntil: isoDate.nullable(),
  fingerprint: z.string(),
  /** The same as words to be read out. */
  fingerprintWords: z.array(z.string()),
  standing: z.enum(['valid', 'expiring', 'expired']),
  confirmedBy: z.string().nullable(),
  confirmedAt: isoInstant.nullable(),
});
export type BureauKey = z.infer<typeof bureauKey>;

/** How a package left the office. */
export const handOverMeans = z.enum(['stick', 'mail', 'disc', 'download', 'other']);
export type HandOverMeans = z.infer<typeof handOverMeans>;

export const handOver = z.object({
  at: isoInstant,
  means: handOverMeans,
  /** To whom, in words. */
  to: z.string().max(60),
  by: z.string().max(30),
  /** True where it was read back from the medium and compared. */
  readBack: z.boolean(),
});
export type HandOver = z.infer<typeof handOver>;

/** What the bureau answered, as verified. */
export const receivedReceipt = z.object({
  outcome: z.enum(['accepted', 'returned']),
  reasons: z.array(
    z.object({
      organizationId: z.string().nullable(),
      organization: z.string().nullable(),
      text: z.string(),
    }),
  ),
  bureau: z.string(),
  receivedOn: isoDate,
  decidedBy: z.string(),
  decidedAt: isoInstant,
  importedAt: isoInstant,
});

export const packageRecord = z.object({
  id: packageId,
  period: periodCode,
  serial: z.int(),
  fileName: z.string(),
  byteLength: z.number(),
  sha256: z.string(),
  recipients: z.array(z.string()),
  organizationCount: z.int(),
  scanCount: z.int(),
  createdAt: isoInstant,
  /** Number of the correction; null for a whole ledger. */
  correction: z.int().nullable(),
  /** The package that this one sends again after it was returned, or corrects. */
  follows: packageId.nullable(),
  ledgerSha256: z.string(),
  handOvers: z.array(handOver),
  receipt: receivedReceipt.nullable(),
});
export type PackageRecord = z.infer<typeof packageRecord>;
