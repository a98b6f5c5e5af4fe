import {
  areaChangeInput,
  type AreaChangeInput,
  type AreaChangeKind,
  type CommunityFacts,
} from '../../../../shared/domain/area-change.ts';
import type { CommunityId, OrganizationId } from '../../../../shared/domain/ids.ts';
import type { Community, OfficeProfile } from '../../../../shared/domain/office.ts';

export type StreetNames = Extract<AreaChangeInput, { readonly kind: 'street' }>['names'];

/** What a clerk has filled in so far, whatever the kind of change. */
export interface AreaDraft {
  readonly kind: AreaChangeKind;
  /** The community that is renamed or split. */
  readonly communityId: CommunityId | null;
  /** Communities that are merged. */
  readonly communityIds: readonly CommunityId[];
  /** Where they go; null for a new community. */
  readonly intoId: CommunityId | null;
  readonly into: CommunityFacts;
  readonly organizationIds: readonly OrganizationId[];
  readonly names: StreetNames;
  readonly effectiveOn: string | null;
  readonly basis: string;
}

const noCommunity: CommunityFacts = {
  name: '',
  code: '',
  settlement: 'urban',
  settlementClass: null,
  partyOrganization: null,
};

export const emptyAreaDraft = (kind: AreaChangeKind, office: OfficeProfile): AreaDraft => ({
  kind,
  communityId: null,
  communityIds: [],
  intoId: null,
  into: noCommunity,
  organizationIds: [],
  names: {
    streetCode: office.streetCode,
    streetName: office.streetName,
    authorityName: office.authorityName,
    partyCommittee: office.partyCommittee,
    shortName: office.shortName,
    hubName: office.hubName,
  },
  effectiveOn: null,
  basis: '',
});

/** The community chosen to be renamed gives its facts, so that only what changes is typed. */
export const renamed = (draft: AreaDraft, community: Community): AreaDraft => {
  const { name, code, settlement, settlementClass, partyOrganization } = community;
  return {
    ...draft,
    communityId: community.id,
    into: { name, code, settlement, settlementClass, partyOrganization },
  };
};

/** The change that a draft describes; null while something is missing. */
export const changeOf = (draft: AreaDraft): AreaChangeInput | null => {
  const { kind, communityId, communityIds, intoId, into, organizationIds, names, effectiveOn, basis } = draft;
  const parts: Readonly<Record<AreaChangeKind, unknown>> = {
    rename: { communityId, into },
    merge: { communityIds, into: intoId === null ? into : { communityId: intoId } },
    split: { communityId, into, organizationIds },
    street: { names },
  };
  const described = { kind, effectiveOn, basis, ...(parts[kind] as object) };
  return areaChangeInput.safeParse(described).data ?? null;
};
