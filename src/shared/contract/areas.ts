import { z } from 'zod';
import { areaChange, areaChangeInput, areaChangePreview, communityCount } from '../domain/area-change.ts';
import { isoDate } from '../domain/dates.ts';
import { areaChangeId } from '../domain/ids.ts';
import { onArchive } from './base.ts';

/** Communities and the street renamed, merged and split, with their history (FEATURES F9). */
export const areasContract = {
  /** What a change would move; nothing is written. */
  preview: onArchive.input(areaChangeInput).output(areaChangePreview),
  apply: onArchive.input(areaChangeInput).output(areaChange),
  /** Newest first, those undone among them. */
  list: onArchive.output(z.array(areaChange)),
  /** Takes back the latest change. */
  undo: onArchive.input(z.object({ id: areaChangeId })).output(z.object({})),
  /** Communities of a day with their names of then and how many filed organizations they had. */
  counts: onArchive.input(z.object({ on: isoDate })).output(z.array(communityCount)),
};
