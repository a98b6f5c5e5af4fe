import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { periodCode } from './ledger.ts';

export const receiptFormatVersion = '1.0';

export const receiptOutcome = z.enum(['accepted', 'returned']);

/**
 * 回执: what the bureau answers to one package. It travels as one text file: this as a line of canonical JSON, then its
 * minisign signature by the bureau's signing key. Documented in docs/formats/receipt.md.
 */
export const submissionReceipt = z
  .object({
    format: z.literal('hub-archive-receipt'),
    version: z.string().regex(/^\d+\.\d+$/),
    package: z.object({
      fileName: z.string().max(120),
      /** Of the package file: what the receipt is about. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      period: periodCode,
      serial: z.int().positive(),
      /** Number of a correction; null for a whole ledger. */
      correction: z.int().positive().nullable(),
      streetCode: z.string().regex(/^\d{9}$/),
    }),
    outcome: receiptOutcome,
    /** Why it goes back, one by one; may be empty for one that was accepted. */
    reasons: z
      .array(
        z.object({
          /** Whom it is about; null for the whole ledger. */
          organizationId: z.string().max(64).nullable(),
          organization: z.string().max(80).nullable(),
          text: z.string().trim().min(1).max(500),
        }),
      )
      .max(2000),
    bureau: z.object({ name: z.string().min(1).max(60), districtCode: z.string().regex(/^\d{6}$/) }),
    receivedOn: isoDate,
    decidedBy: z.string().max(30),
    decidedAt: isoInstant,
  })
  .refine(({ outcome, reasons }) => outcome === 'accepted' || reasons.length > 0, {
    path: ['reasons'],
    error: 'returned without a reason',
  });
export type SubmissionReceipt = z.infer<typeof submissionReceipt>;

/** `<package without .ledger.age>.receipt.txt` */
export const receiptFileName = (packageFileName: string): string =>
  `${packageFileName.replace(/\.ledger\.age$/, '')}.receipt.txt`;
