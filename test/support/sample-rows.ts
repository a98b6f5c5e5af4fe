import { communityId, organizationId } from '../../src/shared/domain/ids.ts';
import type { OrganizationRow } from '../../src/shared/domain/organization.ts';

/** A filed organization as the list shows it. */
export const organizationRowOf = (change: Partial<OrganizationRow> = {}): OrganizationRow => ({
  id: organizationId.parse('o1'),
  name: '阳光里夕阳红舞蹈队',
  communityId: communityId.parse('c1'),
  communityName: '阳光里社区',
  settlement: 'urban',
  status: 'filed',
  fourClass: 'culture-sports',
  filingNumber: '新河街社备〔2021〕17号',
  filedOn: '2021-05-10',
  responsiblePersonName: '王桂英',
  maskedPhone: '138****5678',
  memberCount: 32,
  partyMemberCount: 9,
  fallbackPartyName: '阳光里社区党委',
  proposedRegistration: false,
  completeness: 92,
  custom: {},
  ...change,
});
