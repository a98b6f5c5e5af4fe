import { z } from 'zod';
import { dossierPart } from '../domain/dossier.ts';
import {
  archiveItemId,
  certificateId,
  communityId,
  dossierFileId,
  filingId,
  organizationId,
  personId,
  recordId,
  storagePlaceId,
} from '../domain/ids.ts';
import { searchField, searchKind } from '../domain/search.ts';
import { onArchive } from './base.ts';

const markedText = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()]).readonly()).readonly(),
});

const shown = {
  title: markedText,
  /** One quiet line; numbers in it are masked. */
  detail: z.string(),
  /** Where it was found, when that is not its title. */
  found: markedText.extend({ field: searchField }).nullable(),
};

export const searchHit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization'), organizationId, ...shown }),
  z.object({ kind: z.literal('person'), personId, organizationId, ...shown }),
  z.object({ kind: z.literal('filing'), filingId, ...shown }),
  z.object({ kind: z.literal('certificate'), certificateId, organizationId, ...shown }),
  z.object({ kind: z.literal('record'), recordId, organizationId, part: dossierPart, ...shown }),
  z.object({ kind: z.literal('file'), fileId: dossierFileId, organizationId, ...shown }),
  z.object({ kind: z.literal('archive-item'), itemId: archiveItemId, organizationId, ...shown }),
  z.object({ kind: z.literal('place'), placeId: storagePlaceId, ...shown }),
  z.object({ kind: z.literal('community'), communityId, ...shown }),
]);
export type SearchHit = z.infer<typeof searchHit>;

export const searchGroup = z.object({
  kind: searchKind,
  hits: z.array(searchHit),
  /** True when there are more than were asked for. */
  more: z.boolean(),
});
export type SearchGroup = z.infer<typeof searchGroup>;

export const atHand = z.object({ favourites: z.array(searchHit), recent: z.array(searchHit) });
export type AtHand = z.infer<typeof atHand>;

/** What a person opened lately; kept on this computer as ids alone. */
export const visit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization'), id: organizationId }),
  z.object({ kind: z.literal('filing'), id: filingId }),
]);
export type Visit = z.infer<typeof visit>;

export const searchContract = {
  /** What is shown before anything is typed (FEATURES L6). */
  atHand: onArchive.input(z.object({ visited: z.array(visit).max(20) })).output(atHand),
  setFavourite: onArchive
    .input(z.object({ organizationId, favourite: z.boolean() }))
    .output(z.object({ favourite: z.boolean() })),
  /**
   * One box (FEATURES L1, L2, L5): words of one character and more in the middle of a sentence, pinyin initials and
   * full pinyin, filing numbers, archival codes, the last four of an identity or phone number. Groups in which
   * something is called exactly so come first; in a group exact names, then beginnings, then the rest, text last.
   */
  query: onArchive
    .input(
      z.object({
        text: z.string().max(20_000),
        /** Only hits of this kind. */
        kind: searchKind.nullable(),
        /** Hits of each kind. */
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.array(searchGroup)),
};
