import { z } from 'zod';
import {
  communityId,
  consentId,
  membershipId,
  personId,
  personMergeId,
  personPostId,
  roleTermId,
} from '../domain/ids.ts';
import {
  ageBand,
  consentInput,
  consentKind,
  endingTerm,
  likelyPair,
  mergedField,
  mergePreview,
  partyStage,
  personDetails,
  personMerge,
  personProfile,
  personRow,
  personTag,
  postBody,
  postInput,
  stageReached,
  termInput,
} from '../domain/people.ts';
import { politicalStatus } from '../domain/person.ts';
import { onArchive } from './base.ts';

export const peopleFilter = z.object({
  text: z.string().max(60),
  /** Any of these; `party-member` stands for full and probationary members. */
  tags: z.array(personTag).max(50),
  communityIds: z.array(communityId).max(500),
  politicalStatuses: z.array(politicalStatus),
  ageBands: z.array(ageBand),
  /** Belongs to at least so many organizations. */
  organizations: z.enum(['two', 'three']).nullable(),
  lacksConsent: consentKind.nullable(),
  stages: z.array(partyStage),
  bodies: z.array(postBody),
});
export type PeopleFilter = z.infer<typeof peopleFilter>;

/** Where a page ended; opaque to screens. */
const cursor = z.string().max(400);

const count = z.int().nonnegative();

export const peopleContract = {
  /** People who belong to an organization now, each once, ordered by the sound of their names, a page at a time. */
  list: onArchive
    .input(z.object({ filter: peopleFilter, after: cursor.nullable(), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(personRow), next: cursor.nullable() })),
  /** How many the filter finds; apart from the list, because a page is there long before they are counted. */
  count: onArchive.input(z.object({ filter: peopleFilter })).output(z.object({ total: count })),
  /** The list as shown, as a workbook: numbers masked. At most 20 000 lines. */
  exportList: onArchive.input(z.object({ filter: peopleFilter })).output(z.file()),
  /** Counted street-wide, persons once; each number is the length of a filtered list. */
  summary: onArchive.output(
    z.object({
      people: count,
      partyMembers: count,
      responsiblePersons: count,
      /** 社区党员担任负责人 (policy Art. 1). */
      responsiblePartyMembers: count,
      tags: z.array(z.object({ tag: z.string(), people: count })),
      stages: z.array(z.object({ stage: partyStage, people: count })),
      bodies: z.array(z.object({ body: postBody, people: count })),
      lacksConsents: z.array(z.object({ kind: consentKind, people: count })),
      endingTerms: count,
    }),
  ),
  get: onArchive.input(z.object({ id: personId })).output(personProfile),
  setTags: onArchive
    .input(z.object({ id: personId, tags: z.array(personTag).max(30) }))
    .output(personProfile),
  /** Facts that the rule pack does not allow are left out. An address left null stays as it is. */
  saveDetails: onArchive
    .input(z.object({ id: personId, details: personDetails.partial() }))
    .output(personProfile),
  addConsent: onArchive.input(z.object({ id: personId, consent: consentInput })).output(personProfile),
  revokeConsent: onArchive
    .input(z.object({ id: personId, consentId, revokedOn: z.iso.date() }))
    .output(personProfile),
  /** Reaching a stage of membership also sets the political status. */
  reachStage: onArchive.input(z.object({ id: personId, reached: stageReached })).output(personProfile),
  removeStage: onArchive.input(z.object({ id: personId, stage: partyStage })).output(personProfile),
  savePost: onArchive
    .input(z.object({ id: personId, postId: personPostId.nullable(), post: postInput }))
    .output(personProfile),
  removePost: onArchive.input(z.object({ id: personId, postId: personPostId })).output(personProfile),
  saveTerm: onArchive
    .input(z.object({ membershipId, termId: roleTermId.nullable(), term: termInput }))
    .output(personProfile),
  removeTerm: onArchive.input(z.object({ membershipId, termId: roleTermId })).output(personProfile),
  /** Terms that end within the rule pack's days or are over, soonest first. */
  endingTerms: onArchive.output(z.array(endingTerm)),
  exportEndingTerms: onArchive.output(z.file()),
  /** Entries that may be one person, the likeliest first; pairs that were told apart are left out. */
  duplicates: onArchive.output(z.object({ pairs: z.array(likelyPair), more: z.boolean() })),
  /** Says that two entries are two people. */
  tellApart: onArchive.input(z.object({ oneId: personId, otherId: personId })).output(z.object({})),
  mergePreview: onArchive.input(z.object({ keptId: personId, mergedId: personId })).output(mergePreview),
  /**
   * Makes one person of two: memberships, tags, terms, consents, stages and posts of both are kept. CONFLICT
   * `identity-number` where both have one, because then they are two people.
   */
  merge: onArchive
    .input(
      z.object({
        keptId: personId,
        mergedId: personId,
        /** Facts for which the merged entry is right. */
        take: z.array(mergedField).max(mergedField.options.length),
      }),
    )
    .output(z.object({ id: personMergeId, profile: personProfile })),
  /** Merges that can be taken back, newest first. */
  merges: onArchive.output(z.array(personMerge)),
  /** Makes two of one again; CONFLICT `person` when the person was changed since. */
  undoMerge: onArchive.input(z.object({ id: personMergeId })).output(personProfile),
};
