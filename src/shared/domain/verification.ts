import { z } from 'zod';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { certificateKind, certificateStatus } from './filing.ts';
import { organizationId } from './ids.ts';
import { organizationStatus } from './organization.ts';
import type { VerifiedStatement } from './verification-code.ts';
import type { PageKey } from './verification-page.ts';

const statement = z.object({
  filingNumber: z.string(),
  organizationName: z.string(),
  issuedOn: partialDate,
  validTo: partialDate.nullable(),
  kind: certificateKind,
  authorityName: z.string(),
}) satisfies z.ZodType<VerifiedStatement>;

/** The key of the office's own under which a signature held. */
const verifiedKey = z.object({ id: z.string(), retiredAt: isoInstant.nullable() });

/** What the archive knows of a certificate today. */
const recorded = z.object({
  organizationId,
  organizationStatus,
  status: certificateStatus,
  /** Valid, and past its last day. */
  expired: z.boolean(),
});

/**
 * What became of a code that was checked. `in-force`, `ended` and `not-recorded` are genuine: their signature held
 * under a key of this office. Whatever else is said of a certificate is not to be believed.
 */
export const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['in-force', 'ended']), statement, key: verifiedKey, recorded }),
  z.object({ kind: z.literal('not-recorded'), statement, key: verifiedKey }),
  /** Signed by a key that is none of this office's; or changed after it was signed. */
  z.object({ kind: z.enum(['unknown-key', 'altered']), statement, keyId: z.string() }),
  /** From before codes were signed. `recorded`: what the archive has under this number, if it has the same name. */
  z.object({
    kind: z.literal('unsigned'),
    filingNumber: z.string(),
    organizationName: z.string(),
    recorded: recorded.nullable(),
  }),
  /** Not whole; made for filing scans; something else altogether. */
  z.object({ kind: z.enum(['broken', 'paper-code', 'other']) }),
]);
export type Verdict = z.infer<typeof verdict>;

export const pageKey = z.object({
  id: z.string(),
  publicKey: z.string(),
  fingerprint: z.string(),
  retiredOn: isoDate.nullable(),
}) satisfies z.ZodType<PageKey>;
