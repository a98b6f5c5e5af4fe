import type { OrganizationId } from '../../src/shared/domain/ids.ts';
import type { MembershipInput, PersonInput } from '../../src/shared/domain/person.ts';

type MemberFacts = Partial<PersonInput> & Partial<Omit<MembershipInput, 'organizationId' | 'personId'>>;

/** What is handed in to add a member of whom little is known but what the test states. */
export const memberOf = (
  organizationId: OrganizationId,
  facts: MemberFacts,
): { readonly person: PersonInput; readonly membership: Omit<MembershipInput, 'personId'> } => ({
  person: {
    name: facts.name ?? '王桂英',
    sex: facts.sex ?? null,
    birthDate: facts.birthDate ?? null,
    politicalStatus: facts.politicalStatus ?? null,
    identityKind: facts.identityKind ?? null,
    identityNumber: facts.identityNumber ?? null,
    phone: facts.phone ?? null,
  },
  membership: {
    organizationId,
    role: facts.role ?? 'member',
    roleTitle: facts.roleTitle ?? null,
    joinedOn: facts.joinedOn ?? null,
    leftOn: null,
    remark: facts.remark ?? null,
  },
});
