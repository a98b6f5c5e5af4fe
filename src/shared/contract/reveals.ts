import { z } from 'zod';
import { revealedPerson, revealEntry, revealRequest } from '../domain/reveal.ts';
import { onArchive } from './base.ts';

export const revealsContract = {
  /** Numbers in clear, after the reason has been logged; the screen hides them when the seconds are over. */
  reveal: onArchive
    .input(revealRequest)
    .output(z.object({ seconds: z.int(), people: z.array(revealedPerson) })),
  /** The log, newest first; `before` is the sequence to go on from. */
  list: onArchive.input(z.object({ before: z.int().nullable(), limit: z.int().min(1).max(200) })).output(
    z.object({
      rows: z.array(revealEntry),
      total: z.int(),
      /** First line whose hash does not fit; null while the log is whole. */
      brokenAt: z.int().nullable(),
    }),
  ),
  exportList: onArchive.output(z.file()),
};
