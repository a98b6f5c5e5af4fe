import {
  organizationFacts,
  type Categories,
  type FoundingVote,
  type Organization,
  type OrganizationFacts,
} from '../../../../shared/domain/organization.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';

const noCategories: Categories = { 'four-class': null, domain: null, 'six-class': null, nature: null };

export const emptyVote: FoundingVote = {
  heldOn: null,
  place: null,
  expected: null,
  present: null,
  inFavour: null,
  against: null,
  abstained: null,
};

/** Facts of an organization of which nothing is known yet but its community. */
export const emptyFacts = (communityId: CommunityId): OrganizationFacts => ({
  name: '',
  shortName: null,
  communityId,
  categories: noCategories,
  activityArea: null,
  premises: null,
  premisesSource: null,
  premisesAreaSquareMetres: null,
  businessScope: null,
  purpose: null,
  funds: null,
  fallbackParty: null,
  partyAdviser: null,
  responsiblePersonId: null,
  contactName: null,
  contactPhone: null,
  foundedOn: null,
  charterAdoptedOn: null,
  foundingVote: null,
  founders: [],
  declaredMemberCount: null,
  remark: null,
});

/** The facts that a filing form states, out of all that is known of an organization. */
export const factsOf = (organization: Organization): OrganizationFacts =>
  organizationFacts.parse(organization);

/** Blank is not known. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What keeps these facts from being saved, by field. */
export const factsProblems = (facts: OrganizationFacts): ReadonlyMap<string, string> => {
  const parsed = organizationFacts.safeParse(facts);
  if (parsed.success) return new Map();
  return new Map(parsed.error.issues.map(({ path }) => [String(path[0]), '请检查这一项']));
};
