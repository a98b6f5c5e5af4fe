import { z } from 'zod';
import { isoInstant } from '../domain/dates.ts';
import { bureauKeyId, organizationId, packageId } from '../domain/ids.ts';
import {
  bureauKey,
  handOverMeans,
  ledgerFinding,
  ledgerPeriodState,
  packageRecord,
  periodCode,
} from '../domain/ledger.ts';
import { ledgerSnapshot } from '../domain/ledger-snapshot.ts';
import { partSize } from '../domain/package-parts.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

const name = (max: number) => z.string().trim().min(1).max(max);
const ofPeriod = z.object({ period: periodCode });

/** What opening a package again has shown. */
const rechecked = z.object({
  fileName: z.string(),
  files: z.int(),
  payloadBytes: z.number(),
  organizations: z.int(),
});
export type Rechecked = z.infer<typeof rechecked>;

const officeCard = z.object({
  name: z.string(),
  signingPublicKey: z.string(),
  escrowRecipient: z.string(),
  fingerprint: z.string(),
  fingerprintWords: z.array(z.string()),
  former: z.array(
    z.object({ kind: z.enum(['signing', 'escrow']), publicKey: z.string(), retiredAt: isoInstant }),
  ),
});
export type OfficeCard = z.infer<typeof officeCard>;

const removableMedium = z.object({ id: z.string(), label: z.string(), freeBytes: z.number() });

const writtenToMedium = z.object({
  label: z.string(),
  files: z.array(z.string()),
  /** True where reading back went past the system's cache. */
  direct: z.boolean(),
  package: packageRecord,
});
export type WrittenToMedium = z.infer<typeof writtenToMedium>;

const correctionPreview = z.object({
  changes: z.array(
    z.object({
      id: z.string(),
      community: z.string(),
      organization: z.string(),
      kind: z.enum(['added', 'changed', 'removed']),
      /** The member in words; empty for a whole line. */
      field: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** Parts beside the lines that changed, in words. */
  parts: z.array(z.string()),
  /** The package that would be corrected. */
  corrects: z.string(),
});
export type CorrectionPreview = z.infer<typeof correctionPreview>;

const organizationScans = z.object({
  organizationId,
  name: z.string(),
  community: z.string(),
  scans: z.int(),
  byteLength: z.number(),
});
export type OrganizationScans = z.infer<typeof organizationScans>;

export const ledgerContract = {
  periods: onArchive.output(z.array(ledgerPeriodState)),
  /** The living ledger from the records, beside the frozen one (FEATURES G1). */
  view: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod)
    .output(
      z.object({
        live: ledgerSnapshot,
        /** As the bureau has it, with the last correction; null while the period is not frozen. */
        frozen: ledgerSnapshot.nullable(),
        communityIds: z.record(z.string(), z.string()),
      }),
    ),
  /** Freezes a period for good; again gives the same bytes. */
  freeze: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod)
    .output(z.object({ sha256: z.string(), frozenOn: z.iso.date(), organizations: z.int() })),
  /** Pre-export check: blocking faults and warnings (LEDGER-PACKAGE rule 2). */
  check: onArchive.errors(refusals('PERIOD_INVALID')).input(ofPeriod).output(z.array(ledgerFinding)),
  /** A ledger to work on: Excel, 拟登记台账 by itself, open CSV, or ledger.json. */
  file: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod.extend({ kind: z.enum(['workbook', 'candidates', 'csv', 'json']) }))
    .output(z.file()),
  /** Papers about the ledger and its keys; the period counts for check and cover letter only. */
  paper: onArchive
    .errors(refusals('PERIOD_INVALID', 'PDF_PRINTER_MISSING', 'PDF_FAILED'))
    .input(
      ofPeriod.extend({
        kind: z.enum(['check', 'cover-letter', 'office-card', 'recovery-sheet']),
        format: z.enum(['docx', 'pdf']),
      }),
    )
    .output(z.file()),
  /** Scans that could travel, by organization. */
  scans: onArchive.errors(refusals('PERIOD_INVALID')).input(ofPeriod).output(z.array(organizationScans)),
  /** What a correction would bring, before it is made. */
  correction: onArchive
    .errors(refusals('PERIOD_INVALID', 'LEDGER_NOT_SENT', 'LEDGER_UNCHANGED'))
    .input(ofPeriod)
    .output(correctionPreview),
  bureauKeys: onArchive.output(z.array(bureauKey)),
  /** Reads a recipient (age1…) or a key card; the fingerprint must then be confirmed by a person. */
  addBureauKey: onArchive
    .errors(refusals('RECIPIENT_INVALID', 'RECIPIENT_EXPIRED'))
    .input(z.object({ name: z.string().trim().max(60), recipient: z.string().trim().max(4000) }))
    .output(bureauKey),
  /** The text of a card in a picture or PDF of its QR code. */
  readCardPicture: onArchive
    .errors(refusals('RECIPIENT_INVALID'))
    .input(z.object({ file: z.file().max(20 * 1024 * 1024) }))
    .output(z.object({ text: z.string() })),
  /** `heard`: all groups, all words, or the last two groups as read out over the telephone. */
  confirmBureauKey: onArchive
    .errors(refusals('FINGERPRINT_DIFFERS', 'RECIPIENT_EXPIRED'))
    .input(z.object({ id: bureauKeyId, confirmedBy: name(30), heard: name(200) }))
    .output(bureauKey),
  removeBureauKey: onArchive.input(z.object({ id: bureauKeyId })).output(z.object({})),
  /** Freezes the period if it is not frozen yet and writes the encrypted, signed package; opens it again to prove it. */
  export: onArchive
    .errors(
      refusals(
        'PERIOD_INVALID',
        'LEDGER_BLOCKED',
        'LEDGER_NOT_SENT',
        'LEDGER_UNCHANGED',
        'RECIPIENT_MISSING',
        'RECIPIENT_INVALID',
        'RECIPIENT_UNCONFIRMED',
        'RECIPIENT_EXPIRED',
        'CIPHER_UNAVAILABLE',
        'PACKAGE_CHANGED',
        'CANCELLED',
      ),
    )
    .input(
      z.object({
        period: periodCode,
        bureauKeyIds: z.array(bureauKeyId).min(1).max(10),
        includeScans: z.boolean(),
        /** Whose scans travel; null for those of all. */
        scanOrganizationIds: z.array(organizationId).max(20_000).nullable().default(null),
        /** 补报更正 of what was sent, instead of the whole ledger. */
        correction: z
          .object({ reason: name(500) })
          .nullable()
          .default(null),
      }),
    )
    .output(progressThen(packageRecord)),
  packages: onArchive.output(z.array(packageRecord)),
  /** Opens a package of one's own again with the escrow key and compares all of it. */
  recheck: onArchive
    .errors(
      refusals(
        'PACKAGE_WRONG_KEY',
        'PACKAGE_CUT_SHORT',
        'PACKAGE_CHANGED',
        'PACKAGE_NOT_AGE',
        'BAG_HASH_MISMATCH',
        'CANCELLED',
      ),
    )
    .input(z.object({ id: packageId }))
    .output(progressThen(rechecked)),
  /** Notes that a package has left the office. */
  handOver: onArchive
    .input(z.object({ id: packageId, means: handOverMeans, to: z.string().trim().max(60), by: name(30) }))
    .output(packageRecord),
  /** Sticks and cards that are plugged in now. */
  media: onArchive.output(z.array(removableMedium)),
  /** Writes a package to a stick, reads it back and compares; then it may be pulled out. */
  writeToMedium: onArchive
    .errors(refusals('DISK_FULL', 'STORAGE_UNWRITABLE', 'MEDIUM_DIFFERS', 'CANCELLED'))
    .input(
      z.object({
        id: packageId,
        mediumId: z.string().max(64),
        partSize: partSize.nullable(),
        to: z.string().trim().max(60),
        by: name(30),
      }),
    )
    .output(progressThen(writtenToMedium)),
  /** 回执: the bureau's signed answer. */
  importReceipt: onArchive
    .errors(refusals('RECEIPT_INVALID'))
    .input(z.object({ file: z.file().max(8 * 1024 * 1024) }))
    .output(packageRecord),
  /** A path of the host, relative to its origin, from which the package can be saved; the host streams it. */
  downloadTicket: onArchive.input(z.object({ id: packageId })).output(z.object({ href: z.string() })),
  /** The office's public signing key (minisign) and escrow recipient, for the bureau. */
  officeKeys: onArchive.output(officeCard),
  /** Makes new keys; old packages keep theirs. */
  rotateOfficeKeys: onArchive.output(officeCard),
  recoveryState: onArchive.output(
    z.object({ printedAt: isoInstant.nullable(), drilledAt: isoInstant.nullable() }),
  ),
  /** 演练: opens the newest package with nothing but what stands on the recovery sheet. */
  drill: onArchive
    .errors(refusals('RECOVERY_SHEET_WRONG', 'PACKAGE_CUT_SHORT', 'PACKAGE_CHANGED'))
    .input(z.object({ typed: z.string().max(500) }))
    .output(rechecked),
};
