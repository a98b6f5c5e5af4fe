import type { CommunityId, OrganizationId } from '../../src/shared/domain/ids.ts';
import { organizationId } from '../../src/shared/domain/ids.ts';
import type { OrganizationFacts } from '../../src/shared/domain/organization.ts';
import { refreshOrganization } from '../../src/core/db/repositories/organization-evidence.ts';
import { insertOrganization } from '../../src/core/db/repositories/organizations.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { getOffice } from '../../src/core/services/office.ts';

/** Facts of a dance team, complete but for its responsible person. */
export const danceTeamFacts = (communityId: CommunityId, name = '阳光里夕阳红舞蹈队'): OrganizationFacts => ({
  name,
  shortName: null,
  communityId,
  categories: { 'four-class': 'culture-sports', domain: 'civility', 'six-class': null, nature: null },
  activityArea: '阳光里社区',
  premises: '阳光里社区文化广场',
  premisesSource: null,
  premisesAreaSquareMetres: null,
  businessScope: '群众舞蹈排练与展演；社区文化志愿服务',
  purpose: '丰富居民文化生活',
  funds: null,
  fallbackParty: { kind: 'community-party-organization', name: '阳光里社区党委' },
  partyAdviser: null,
  responsiblePersonId: null,
  contactName: null,
  contactPhone: '13812345678',
  foundedOn: '2021-03',
  charterAdoptedOn: '2021-03-18',
  foundingVote: null,
  founders: [],
  declaredMemberCount: null,
  remark: null,
});

/** Enters an organization in preparation into the first community. */
export const enterOrganization = async (archive: OpenArchive, name?: string): Promise<OrganizationId> => {
  const { communities } = await getOffice(archive);
  const community = communities[0];
  if (community === undefined) throw new Error('the test office has no community');
  const id = organizationId.parse(archive.ports.random.id());
  await archive.store.write((writer) => {
    insertOrganization(writer, {
      id,
      facts: danceTeamFacts(community.id, name),
      status: 'preparing',
      filingNumber: null,
      filedOn: null,
      proposedRegistration: false,
      importId: null,
      at: archive.ports.clock.instant(),
    });
    refreshOrganization(writer, id);
  });
  return id;
};
