import { z } from 'zod';
import { communityId, organizationId } from '../domain/ids.ts';
import { fallbackPartyKind, organizationFacts, organizationStatus } from '../domain/organization.ts';
import { onArchive } from './base.ts';

/** Exactly one Party organization of one of two kinds (policy Art. 1). */
export const fallbackParty = organizationFacts.shape.fallbackParty.unwrap();
export type FallbackParty = z.infer<typeof fallbackParty>;

export const partyRow = z.object({
  organizationId,
  name: z.string(),
  communityName: z.string(),
  status: organizationStatus,
  fallbackParty: fallbackParty.nullable(),
  /** The Party organization of its community, where it has none of its own. */
  proposal: fallbackParty.nullable(),
});
export type PartyRow = z.infer<typeof partyRow>;

export const partyFilter = z.object({
  text: z.string().max(60),
  communityIds: z.array(communityId).max(500),
  kind: z.union([fallbackPartyKind, z.literal('none')]).nullable(),
});
export type PartyFilter = z.infer<typeof partyFilter>;

export const partyContract = {
  /** Which Party organization stands behind which organization (FEATURES A18). */
  list: onArchive
    .input(z.object({ filter: partyFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(partyRow), total: z.int(), without: z.int() })),
  exportList: onArchive.input(z.object({ filter: partyFilter })).output(z.file()),
  /** Gives organizations without one their fallback Party organization; the others are left as they are and named. */
  assign: onArchive
    .input(
      z.object({
        assignments: z.array(z.object({ organizationId, fallbackParty })).min(1).max(5000),
      }),
    )
    .output(
      z.object({
        assigned: z.int(),
        skipped: z.array(z.object({ name: z.string(), reason: z.enum(['has-one', 'sealed', 'gone']) })),
      }),
    ),
};
