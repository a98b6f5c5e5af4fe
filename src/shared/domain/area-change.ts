import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { areaChangeId, communityId, organizationId } from './ids.ts';
import { communityInput, officeProfile } from './office.ts';

const decided = {
  /** First day on which it holds; not after today. */
  effectiveOn: isoDate,
  /** The document behind it, e.g. 新政发〔2026〕3号. */
  basis: z.string().trim().min(1).max(120),
};

/** What a community is from the day of the change on. */
const communityFacts = communityInput.omit({ validFrom: true, validTo: true });

/** The names of an office that a change of the street gives it. */
export const streetNames = officeProfile.pick({
  streetCode: true,
  streetName: true,
  authorityName: true,
  partyCommittee: true,
  shortName: true,
  hubName: true,
});

/** 区划调整 of communities, or of the street's own names. */
export const areaChangeInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), communityId, into: communityFacts, ...decided }),
  z.object({
    kind: z.literal('merge'),
    communityIds: z.array(communityId).min(1).max(50),
    /** A community that is there, or the facts of a new one. */
    into: z.union([z.object({ communityId }), communityFacts]),
    ...decided,
  }),
  z.object({
    kind: z.literal('split'),
    communityId,
    into: communityFacts,
    /** Those that go over into the new community. */
    organizationIds: z.array(organizationId).max(5000),
    ...decided,
  }),
  z.object({
    kind: z.literal('street'),
    names: streetNames,
    ...decided,
  }),
]);
export type AreaChangeInput = z.infer<typeof areaChangeInput>;
export type AreaChangeKind = AreaChangeInput['kind'];
export type CommunityFacts = z.infer<typeof communityFacts>;

/** What a change would do, before it is done. */
export const areaChangePreview = z.object({
  title: z.string(),
  moves: z.array(z.object({ organizationId, name: z.string(), from: z.string(), to: z.string() })),
  /** Organizations that have ended and stay where they were. */
  ended: z.int(),
  /** Open filings whose facts go along. */
  openFilings: z.int(),
});
export type AreaChangePreview = z.infer<typeof areaChangePreview>;

export const areaChange = z.object({
  id: areaChangeId,
  kind: z.enum(['rename', 'merge', 'split', 'street']),
  effectiveOn: isoDate,
  basis: z.string(),
  title: z.string(),
  /** Organizations that it took along. */
  organizations: z.int(),
  recordedAt: isoInstant,
  undoneAt: isoInstant.nullable(),
  /** The latest one that holds, and nothing was built on it since. */
  undoable: z.boolean(),
});
export type AreaChange = z.infer<typeof areaChange>;

/** How many organizations a community had on a day, by its name of that day. */
export const communityCount = z.object({
  communityId,
  code: z.string(),
  name: z.string(),
  organizations: z.int(),
});
export type CommunityCount = z.infer<typeof communityCount>;
