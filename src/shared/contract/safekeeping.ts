import { z } from 'zod';
import { fixityState } from '../domain/fixity.ts';
import { dossierFileId, recordId, serviceLineId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

/** Something in the recycle bin, named to be emptied. */
const binned = z.discriminatedUnion('what', [
  z.object({ what: z.literal('record'), id: recordId }),
  z.object({ what: z.literal('file'), id: dossierFileId }),
  z.object({ what: z.literal('service-line'), id: serviceLineId }),
]);

/** Keeping what is kept: stored bytes are looked at again, what was removed can come back. */
export const safekeepingContract = {
  fixity: onArchive.output(fixityState),
  setFixityDays: onArchive.input(z.object({ days: z.int().min(1).max(365) })).output(fixityState),
  /** Looks at all stored bytes; goes on with an unfinished look unless `anew`. */
  checkFixity: onArchive.input(z.object({ anew: z.boolean() })).output(progressThen(fixityState)),
  /** What is damaged or gone, with its dossier, as a workbook. */
  exportFixity: onArchive.output(z.file()),
  /**
   * Removes these for good, bytes that nothing else needs with them. `count` is how many the person was shown and
   * confirmed: where it is not that of `items`, nothing is removed.
   */
  emptyRecycleBin: onArchive
    .errors(refusals('RECORD_IN_USE'))
    .input(z.object({ items: z.array(binned).min(1).max(500), count: z.int() }))
    .output(z.object({ removed: z.int(), bytesFreed: z.number() })),
};
