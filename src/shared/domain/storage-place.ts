import { z } from 'zod';
import { archiveItem } from './archive-item.ts';
import { isoDate, isoInstant } from './dates.ts';
import { volume } from './exit.ts';
import { archiveItemId, organizationId, storagePlaceId } from './ids.ts';

/** Where archives stand, from large to small: 库房, 柜架, 盒, 夹. */
export const placeKind = z.enum(['room', 'shelf', 'box', 'folder']);
export type PlaceKind = z.infer<typeof placeKind>;

/** True where a place of one kind may stand in one of another, or by itself: the smaller in the larger. */
export const canStandIn = (kind: PlaceKind, outer: PlaceKind | null): boolean =>
  outer === null || placeKind.options.indexOf(kind) > placeKind.options.indexOf(outer);

export const placeName = z.string().trim().min(1).max(40);

export const storagePlace = z.object({
  id: storagePlaceId,
  parentId: storagePlaceId.nullable(),
  kind: placeKind,
  name: placeName,
  note: z.string().max(200).nullable(),
});
export type StoragePlace = z.infer<typeof storagePlace>;

/** A place in the tree of all, with what stands in it and below. */
export const placeRow = storagePlace.extend({
  /** From the outermost in, e.g. 一库房 › 3 号柜 › 12 号盒 */
  path: z.string(),
  /** 0 for places that stand by themselves. */
  depth: z.int(),
  items: z.int(),
  dossiers: z.int(),
});
export type PlaceRow = z.infer<typeof placeRow>;

/** What can be put somewhere: an archived item, a whole dossier, or a place with all that is in it. */
export const placedSubject = z.discriminatedUnion('what', [
  z.object({ what: z.literal('item'), id: archiveItemId }),
  z.object({ what: z.literal('dossier'), id: organizationId }),
  z.object({ what: z.literal('place'), id: storagePlaceId }),
]);
export type PlacedSubject = z.infer<typeof placedSubject>;

/** A move as it was written down: places are told by the names of that day. */
export const placeMove = z.object({
  movedOn: isoDate,
  movedBy: z.string(),
  from: z.string().nullable(),
  /** null where it was taken out of the archive's places. */
  to: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: isoInstant,
});
export type PlaceMove = z.infer<typeof placeMove>;

export const placedItem = archiveItem
  .pick({
    id: true,
    archivalCode: true,
    title: true,
    organizationId: true,
    organizationName: true,
    datedOn: true,
    pages: true,
    retention: true,
    year: true,
    item: true,
  })
  .extend({ placeId: storagePlaceId });
export type PlacedItem = z.infer<typeof placedItem>;

export const placedDossier = z.object({
  organizationId,
  organizationName: z.string(),
  filingNumber: z.string().nullable(),
  volume: volume.nullable(),
  placeId: storagePlaceId,
});
export type PlacedDossier = z.infer<typeof placedDossier>;
