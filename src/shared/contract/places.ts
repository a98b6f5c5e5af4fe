import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { archiveItemId, organizationId, storagePlaceId } from '../domain/ids.ts';
import {
  placedDossier,
  placedItem,
  placedSubject,
  placeKind,
  placeMove,
  placeName,
  placeRow,
} from '../domain/storage-place.ts';
import { onArchive, refusals } from './base.ts';

/** Where archives stand (FEATURES B7): rooms, shelves, boxes and folders, what is in them, and every move. */
export const placesContract = {
  /** The whole tree, each place before what stands in it. */
  tree: onArchive.output(z.array(placeRow).readonly()),
  /** Adds places of one kind, all in the same place. */
  add: onArchive
    .input(
      z.object({
        parentId: storagePlaceId.nullable(),
        kind: placeKind,
        names: z.array(placeName).min(1).max(500),
      }),
    )
    .output(z.array(placeRow).readonly()),
  change: onArchive
    .input(z.object({ id: storagePlaceId, name: placeName, note: z.string().trim().max(200).nullable() }))
    .output(placeRow),
  /** Removes an empty place. */
  remove: onArchive.input(z.object({ id: storagePlaceId })).output(z.void()),
  /** Moves things with day and who; `to` null takes them out. */
  move: onArchive
    .errors(refusals('STEP_DATE_INVALID'))
    .input(
      z.object({
        subjects: z.array(placedSubject).min(1).max(5000),
        to: storagePlaceId.nullable(),
        movedOn: isoDate,
        movedBy: z.string().trim().min(1).max(30),
        note: z.string().trim().max(200).nullable(),
      }),
    )
    .output(z.object({ moved: z.int() })),
  moves: onArchive.input(placedSubject).output(z.array(placeMove).readonly()),
  /** What stands in a place and below it. */
  content: onArchive.input(z.object({ id: storagePlaceId })).output(
    z.object({
      place: placeRow,
      items: z.array(placedItem).readonly(),
      dossiers: z.array(placedDossier).readonly(),
    }),
  ),
  /** Archived items that stand nowhere. */
  unplaced: onArchive
    .input(z.object({ text: z.string().max(100), limit: z.int().min(1).max(500) }))
    .output(z.array(placedItem.omit({ placeId: true })).readonly()),
  ofDossier: onArchive.input(z.object({ organizationId })).output(
    z.object({
      whole: placeRow.nullable(),
      items: z.array(z.object({ itemId: archiveItemId, place: placeRow })).readonly(),
    }),
  ),
};
