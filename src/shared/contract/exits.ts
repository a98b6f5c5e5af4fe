import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { exitState } from '../domain/exit.ts';
import { organizationId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';

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
};
