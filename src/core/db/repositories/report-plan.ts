import type { CommunityPlan, PlanFilter } from '../../../shared/contract/reports.ts';
import { standingStatuses } from '../../../shared/domain/organization.ts';
import type { ReportPeriod } from '../../../shared/domain/report-plan.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

const standing = standingStatuses.map((status) => `'${status}'`).join(', ');

/**
 * Organizations that owe the report of a period, or have given it all the same; with the first report of each. The
 * index is named because, to save sorting three rows, the planner would walk all reports of the street for each.
 */
const plan = `organizations o JOIN communities c ON c.id = o.community_id
  LEFT JOIN dossier_records r ON r.id = (SELECT x.id
    FROM dossier_records x INDEXED BY dossier_records_by_organization
    WHERE x.organization_id = o.id AND x.kind = 'committee-report' AND x.period = :period AND x.deleted_at IS NULL
    ORDER BY x.occurred_on, x.created_at LIMIT 1)
  WHERE ((o.status IN (${standing}) AND coalesce(o.filed_on, '') <= :endsOn) OR r.id IS NOT NULL)`;

const condition = `AND (:text = '' OR instr(o.name, :text) > 0)
  AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
  AND (:reported IS NULL OR (r.id IS NOT NULL) = :reported)`;

type Period = Pick<ReportPeriod, 'code' | 'endsOn'>;
type Filter = Pick<PlanFilter, 'text' | 'communityIds' | 'reported'>;

const parametersOf = (period: Period, filter: Filter): Record<string, SqlValue> => ({
  period: period.code,
  endsOn: period.endsOn,
  text: filter.text.trim(),
  communities: JSON.stringify(filter.communityIds),
  reported: filter.reported === null ? null : Number(filter.reported),
});

export interface PlanRecord {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly communityName: string;
  readonly responsiblePersonName: string | null;
  readonly reportId: string | null;
  readonly reportedOn: string | null;
}

/** By community, those who have not reported first. @param limit -1 for all */
export const listPlan = (
  reader: Reader,
  period: Period,
  filter: Filter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly PlanRecord[] =>
  reader.all<PlanRecord>(
    `SELECT o.id AS organizationId, o.name AS organizationName, c.name AS communityName,
       p.name AS responsiblePersonName, r.id AS reportId, r.occurred_on AS reportedOn
     FROM (SELECT o.id AS id, r.id AS report FROM ${plan} ${condition}) w
       JOIN organizations o ON o.id = w.id JOIN communities c ON c.id = o.community_id
       LEFT JOIN people p ON p.id = o.responsible_person_id LEFT JOIN dossier_records r ON r.id = w.report
     ORDER BY c.position, c.code, r.id IS NOT NULL, o.name LIMIT :limit OFFSET :offset`,
    { ...parametersOf(period, filter), offset, limit },
  );

export const countPlan = (reader: Reader, period: Period, filter: Filter): number =>
  reader.get<{ total: number }>(
    `SELECT count(*) AS total FROM ${plan} ${condition}`,
    parametersOf(period, filter),
  )?.total ?? 0;

/** Communities in their order; one without any organization that owes a report is left out. */
export const planByCommunity = (reader: Reader, period: Period): readonly CommunityPlan[] =>
  reader.all<CommunityPlan>(
    `SELECT c.id AS communityId, c.name, count(*) AS owed, count(r.id) AS reported FROM ${plan}
     GROUP BY c.id ORDER BY c.position, c.code`,
    { period: period.code, endsOn: period.endsOn },
  );
