import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { exitPack } from '../domain/exit-pack.ts';
import { endedOrganization, exitFilter, exitState } from '../domain/exit.ts';
import { filingId, organizationId, recordId } from '../domain/ids.ts';
import { quietFilter, quietOrganization } from '../domain/inactivity.ts';
import { organization } from '../domain/organization.ts';
import { onArchive, refusals } from './base.ts';

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) };

const exitPackState = z.object({
  pack: exitPack,
  holdsCertificate: z.boolean(),
  /** Votes of the members on the end, and whether each passes by the rules of its day. */
  votes: z.array(
    z.object({
      id: recordId,
      occurredOn: isoDate,
      title: z.string(),
      expected: z.int(),
      present: z.int(),
      inFavour: z.int(),
      against: z.int(),
      abstained: z.int(),
      passed: z.boolean(),
    }),
  ),
  /** What each gate of the dissolution still waits for. */
  lacks: z.object({
    application: z.array(z.string()),
    forwarding: z.array(z.string()),
    closing: z.array(z.string()),
  }),
});

export const exitsContract = {
  /** The end of an organization with its volume number, and the sealings of its dossier. */
  get: onArchive.input(z.object({ id: organizationId })).output(exitState),
  /** Seals the dossier of an organization that has ended: read-only from then on (FEATURES F5). */
  seal: onArchive
    .errors(refusals('ILLEGAL_STEP', 'FILING_OPEN', 'STEP_DATE_INVALID'))
    .input(
      z.object({
        organizationId,
        sealedBy: z.string().trim().min(1).max(30),
        sealedOn: isoDate,
        /** Only for one that had ended before it came into the archive. */
        exitedOn: isoDate.nullable(),
      }),
    )
    .output(exitState),
  /** Opens a sealed dossier for a correction; who and why stays on record. */
  unseal: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(
      z.object({
        organizationId,
        openedBy: z.string().trim().min(1).max(30),
        reason: z.string().trim().min(4).max(300),
      }),
    )
    .output(exitState),
  /** Holds a sealed dossier against the manifest that was kept with its seal. */
  checkSeal: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(z.object({ id: organizationId }))
    .output(z.object({ intact: z.boolean(), differing: z.array(z.string()) })),
  /** What an organization that ends brings with its dissolution (policy Art. 3). */
  pack: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(z.object({ id: filingId }))
    .output(exitPackState),
  savePack: onArchive
    .errors(refusals('ILLEGAL_STEP', 'STEP_DATE_INVALID'))
    .input(z.object({ id: filingId, pack: exitPack }))
    .output(exitPackState),
  /** Organizations that have ended, by volume. */
  list: onArchive
    .input(z.object({ filter: exitFilter, ...page }))
    .output(z.object({ rows: z.array(endedOrganization), total: z.int() })),
  /** The list as shown, as a workbook. */
  exportList: onArchive.input(z.object({ filter: exitFilter })).output(z.file()),
  /** Organizations without any sign of life for as long as the rules say, and those marked as inactive. */
  quiet: onArchive
    .input(z.object({ filter: quietFilter, ...page }))
    .output(z.object({ rows: z.array(quietOrganization), total: z.int(), months: z.int() })),
  exportQuiet: onArchive.input(z.object({ filter: quietFilter })).output(z.file()),
  /** Marks an organization as inactive, or as active again. */
  markActivity: onArchive
    .errors(refusals('ILLEGAL_STEP', 'STEP_DATE_INVALID'))
    .input(
      z.object({
        organizationId,
        active: z.boolean(),
        markedOn: isoDate,
        markedBy: z.string().trim().min(1).max(30),
        reason: z.string().trim().min(2).max(300),
      }),
    )
    .output(organization),
};
