import type { SettlementKind } from '../../../shared/domain/office.ts';
import type { FourClass } from '../../../shared/domain/organization.ts';
import type { Reader } from '../archive-store.ts';

export interface OrganizationCounts {
  readonly organizationCount: number;
  readonly filedCount: number;
  /** People, each once, however many organizations they belong to. */
  readonly memberCount: number;
  readonly partyMemberCount: number;
  readonly averageCompleteness: number;
  readonly withGaps: number;
  readonly lackingFilingNumber: number;
  readonly lackingFallbackParty: number;
}

export const organizationCounts = (reader: Reader): OrganizationCounts => {
  const people = reader.get<{ memberCount: number; partyMemberCount: number }>(
    `SELECT count(*) AS memberCount,
       coalesce(sum(political_status IN ('party-member', 'probationary-party-member')), 0) AS partyMemberCount
     FROM people p WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.left_on IS NULL)`,
  );
  const organizations = reader.get<Omit<OrganizationCounts, 'memberCount' | 'partyMemberCount'>>(
    `SELECT count(*) AS organizationCount, coalesce(sum(status IN ('filed', 'changing', 'rectifying', 'inactive')), 0) AS filedCount,
       cast(coalesce(avg(completeness), 0) AS INTEGER) AS averageCompleteness,
       coalesce(sum(completeness < 100), 0) AS withGaps, coalesce(sum(filing_number IS NULL), 0) AS lackingFilingNumber,
       coalesce(sum(fallback_party_kind IS NULL), 0) AS lackingFallbackParty FROM organizations`,
  );
  if (people === undefined || organizations === undefined) throw new Error('an aggregate always has a row');
  return { ...organizations, ...people };
};

export interface CommunityCounts {
  readonly communityId: string;
  readonly name: string;
  readonly settlement: SettlementKind;
  readonly organizations: number;
  readonly members: number;
}

export const organizationsByCommunity = (reader: Reader): readonly CommunityCounts[] =>
  reader.all<CommunityCounts>(
    `SELECT c.id AS communityId, c.name, c.settlement, count(o.id) AS organizations, coalesce(sum(o.member_count), 0) AS members
     FROM communities c LEFT JOIN organizations o ON o.community_id = c.id GROUP BY c.id ORDER BY c.position, c.code`,
  );

export const organizationsByClass = (
  reader: Reader,
): readonly { readonly fourClass: FourClass | null; readonly organizations: number }[] =>
  reader.all(
    `SELECT k.code AS fourClass, count(*) AS organizations FROM organizations o
     LEFT JOIN organization_categories k ON k.organization_id = o.id AND k.scheme = 'four-class'
     GROUP BY k.code ORDER BY count(*) DESC`,
  );
