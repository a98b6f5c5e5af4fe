import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import {
  certificate,
  certificateRow,
  certificateStatus,
  formerCertificate,
  replacementCause,
} from '../domain/filing.ts';
import { certificateId, communityId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';

export const certificateFilter = z.object({
  text: z.string().max(60),
  communityIds: z.array(communityId).max(500),
  statuses: z.array(certificateStatus),
  /** expiring: within the reminder days of the rules; outstanding: no longer valid and not collected; waiting: not yet taken away */
  concern: z.enum(['expiring', 'expired', 'outstanding', 'waiting']).nullable(),
});
export type CertificateFilter = z.infer<typeof certificateFilter>;

/** Whoever issues a certificate, and when. */
const issue = { issuedOn: isoDate, issuedBy: z.string().trim().min(1).max(60) };

export const certificatesContract = {
  get: onArchive.input(z.object({ id: certificateId })).output(certificate),
  /** The register of certificates, newest first (FEATURES A9, A14). */
  list: onArchive
    .input(z.object({ filter: certificateFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(certificateRow), total: z.int() })),
  exportList: onArchive.input(z.object({ filter: certificateFilter })).output(z.file()),
  /** Stub: who collected it and when. */
  recordCollection: onArchive
    .input(
      z.object({
        id: certificateId,
        collectedBy: z.string().trim().min(1).max(30),
        collectorPhone: z.string().max(30).nullable(),
        collectedOn: isoDate,
      }),
    )
    .output(certificate),
  /** 补发: the same facts and number on a new certificate. */
  replace: onArchive
    .errors(refusals('CERTIFICATE_NOT_VALID'))
    .input(z.object({ id: certificateId, cause: replacementCause, former: formerCertificate, ...issue }))
    .output(certificate),
  /** 延续: a new certificate for a new validity. */
  renew: onArchive
    .errors(refusals('CERTIFICATE_NOT_VALID'))
    .input(z.object({ id: certificateId, former: formerCertificate, ...issue }))
    .output(certificate),
  void: onArchive
    .errors(refusals('CERTIFICATE_NOT_VALID'))
    .input(
      z.object({
        id: certificateId,
        reason: z.string().trim().min(1).max(300),
        former: formerCertificate.nullable(),
      }),
    )
    .output(certificate),
  /** What became of an old certificate that was still outside when it was replaced. */
  recordReturn: onArchive
    .errors(refusals('CERTIFICATE_NOT_VALID'))
    .input(z.object({ id: certificateId, former: formerCertificate }))
    .output(certificate),
};
