import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { bureauKeyId, packageId } from './ids.ts';

/** 2026H1 = 01-01…06-30, 2026H2 = 07-01…12-31; quarters where the rule pack says so (DOMAIN 4). */
export const periodCode = z.string().regex(/^\d{4}(H[12]|Q[1-4])$/);
export type PeriodCode = string;

export const ledgerPeriodState = z.object({
  code: periodCode,
  startsOn: isoDate,
  endsOn: isoDate,
  dueOn: isoDate,
  frozenAt: isoInstant.nullable(),
  snapshotSha256: z.string().nullable(),
  packages: z.int(),
});
export type LedgerPeriodState = z.infer<typeof ledgerPeriodState>;

export const ledgerFinding = z.object({
  level: z.enum(['blocking', 'warning']),
  code: z.enum([
    'filing-number-missing',
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
  fingerprint: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: isoInstant.nullable(),
});
export type BureauKey = z.infer<typeof bureauKey>;

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
});
export type PackageRecord = z.infer<typeof packageRecord>;
