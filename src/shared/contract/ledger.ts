import { z } from 'zod';
import { bureauKeyId, packageId } from '../domain/ids.ts';
import { bureauKey, ledgerFinding, ledgerPeriodState, packageRecord, periodCode } from '../domain/ledger.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

export const ledgerContract = {
  periods: onArchive.output(z.array(ledgerPeriodState)),
  /** Pre-export check: blocking faults and warnings (LEDGER-PACKAGE rule 2). */
  check: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(z.object({ period: periodCode }))
    .output(z.array(ledgerFinding)),
  bureauKeys: onArchive.output(z.array(bureauKey)),
  /** Reads a recipient (age1…) or a key card; the fingerprint must then be confirmed by a person. */
  addBureauKey: onArchive
    .errors(refusals('RECIPIENT_INVALID'))
    .input(z.object({ name: z.string().trim().min(1).max(60), recipient: z.string().trim().max(4000) }))
    .output(bureauKey),
  confirmBureauKey: onArchive
    .input(z.object({ id: bureauKeyId, confirmedBy: z.string().trim().min(1).max(30) }))
    .output(bureauKey),
  removeBureauKey: onArchive.input(z.object({ id: bureauKeyId })).output(z.object({})),
  /** Freezes the period if it is not frozen yet and writes the encrypted, signed package; opens it again to prove it. */
  export: onArchive
    .errors(
      refusals(
        'PERIOD_INVALID',
        'LEDGER_BLOCKED',
        'RECIPIENT_MISSING',
        'RECIPIENT_INVALID',
        'RECIPIENT_UNCONFIRMED',
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
      }),
    )
    .output(progressThen(packageRecord)),
  packages: onArchive.output(z.array(packageRecord)),
  /** A path of the host, relative to its origin, from which the package can be saved; the host streams it. */
  downloadTicket: onArchive.input(z.object({ id: packageId })).output(z.object({ href: z.string() })),
  /** The office's public signing key (minisign) and escrow recipient, for the bureau. */
  officeKeys: onArchive.output(z.object({ signingPublicKey: z.string(), escrowRecipient: z.string() })),
};
