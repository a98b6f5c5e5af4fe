import type { DueFilter, LackingFilter } from '../../../shared/contract/organizations.ts';
import type { HomeFilings } from '../../../shared/contract/home.ts';
import type { DossierDuties } from '../../../shared/domain/completeness.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { dossierGapCode } from '../../../shared/domain/dossier.ts';
import type { SettlementKind } from '../../../shared/domain/office.ts';
import type { FourClass } from '../../../shared/domain/organization.ts';
import type { Reader } from '../archive-store.ts';
import { filingDueConditions } from './filing-rows.ts';
import { notEnded } from './organizations.ts';

const only = <Row>(row: Row | undefined): Row => {
  if (row === undefined) throw new Error('an aggregate always has a row');
  return row;
};

export interface OrganizationCounts {
  readonly organizationCount: number;
  readonly filedCount: number;
  /** Of organizations that have not ended. */
  readonly averageCompleteness: number;
}

export const organizationCounts = (reader: Reader): OrganizationCounts =>
  only(
    reader.get<OrganizationCounts>(
      `SELECT count(*) AS organizationCount, coalesce(sum(o.status IN ('filed', 'changing', 'rectifying', 'inactive')), 0) AS filedCount,
         cast(coalesce(avg(CASE WHEN ${notEnded} THEN o.completeness END), 0) AS INTEGER) AS averageCompleteness
       FROM organizations o`,
    ),
  );

interface PeopleCounts {
  /** People, each once, however many organizations they belong to. */
  readonly memberCount: number;
  readonly partyMemberCount: number;
}

export const peopleCounts = (reader: Reader): PeopleCounts =>
  only(
    reader.get<PeopleCounts>(
      `SELECT (SELECT count(DISTINCT person_id) FROM memberships WHERE left_on IS NULL) AS memberCount,
         (SELECT count(*) FROM people p WHERE p.political_status IN ('party-member', 'probationary-party-member')
            AND EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.left_on IS NULL)) AS partyMemberCount`,
    ),
  );

/** Open filings by what they wait for. */
export const openFilingCounts = (reader: Reader, today: IsoDate): HomeFilings =>
  only(
    reader.get<HomeFilings>(
      `SELECT count(*) AS open, coalesce(sum(f.state IN ('preparing', 'returned')), 0) AS drafts,
         coalesce(sum(f.state = 'applied'), 0) AS awaitingCommittee,
         coalesce(sum(f.state = 'committee-passed'), 0) AS awaitingStreet,
         coalesce(sum(f.state = 'street-agreed'), 0) AS awaitingNotice,
         coalesce(sum(f.state = 'on-notice'), 0) AS onNotice, coalesce(sum(f.state = 'objected'), 0) AS objected,
         coalesce(sum(${filingDueConditions['notice-ended']}), 0) AS noticesEnded,
         coalesce(sum(${filingDueConditions.overdue}), 0) AS overdue
       FROM filings f WHERE f.closed_on IS NULL`,
      { today },
    ),
  );

/** How many organizations that have not ended lack each thing. */
export const gapCounts = (reader: Reader): Readonly<Record<LackingFilter, number>> => {
  const rows = reader.all<{ code: LackingFilter; organizations: number }>(
    `SELECT g.value AS code, count(*) AS organizations FROM organizations o, json_each(o.gaps) g
       WHERE ${notEnded} GROUP BY g.value
     UNION ALL SELECT 'any', count(*) FROM organizations o WHERE o.completeness < 100 AND ${notEnded}`,
  );
  const counted = new Map(rows.map(({ code, organizations }) => [code, organizations]));
  return Object.fromEntries(
    [...dossierGapCode.options, 'any' as const].map((code) => [code, counted.get(code) ?? 0]),
  ) as Record<LackingFilter, number>;
};

/** Of how many organizations something falls due. */
export const dueCounts = (
  reader: Reader,
  { today, soon, certificatesUntil }: DossierDuties,
): Readonly<Record<DueFilter, number>> =>
  only(
    reader.get<Record<DueFilter, number>>(
      `SELECT (SELECT count(DISTINCT organization_id) FROM certificates WHERE status = 'valid' AND valid_to < :today) AS "certificate-expired",
         (SELECT count(DISTINCT organization_id) FROM certificates
            WHERE status = 'valid' AND valid_to BETWEEN :today AND :certificatesUntil) AS "certificate-expiring",
         (SELECT count(DISTINCT r.organization_id) FROM dossier_records r JOIN organizations o ON o.id = r.organization_id
            WHERE r.due_on BETWEEN :today AND :soon AND r.deleted_at IS NULL
              AND ${notEnded}) AS "matter-soon"`,
      { today, soon, certificatesUntil },
    ),
  );

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
