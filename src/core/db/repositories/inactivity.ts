import type { IsoDate } from '../../../shared/domain/dates.ts';
import {
  quietOrganization,
  type QuietFilter,
  type QuietOrganization,
} from '../../../shared/domain/inactivity.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

const lastRecord = (kind: string, day: string): string =>
  `(SELECT max(${day}) FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = '${kind}' AND r.deleted_at IS NULL)`;

/** Organizations that go on, each with the last of every sign of life. */
const signs = `SELECT o.id AS organizationId, o.name AS organizationName, c.name AS communityName, c.position, o.name_pinyin,
    o.status, o.filed_on AS filedOn, o.member_count AS memberCount,
    ${lastRecord('committee-report', 'r.occurred_on')} AS lastReportOn,
    ${lastRecord('survey', 'coalesce(r.closed_on, r.occurred_on)')} AS lastSurveyOn,
    ${lastRecord('disclosure', 'r.occurred_on')} AS lastDisclosureOn,
    (SELECT max(l.occurred_on) FROM service_lines l WHERE l.organization_id = o.id
       AND l.register IN ('activity', 'consultation', 'drill') AND l.deleted_at IS NULL) AS lastActivityOn,
    (SELECT max(max(coalesce(m.joined_on, ''), coalesce(m.left_on, ''))) FROM memberships m
       WHERE m.organization_id = o.id) AS rosterOn,
    (SELECT max(s.acted_on) FROM filing_steps s JOIN filings f ON f.id = s.filing_id
       WHERE f.organization_id = o.id) AS lastFilingStepOn
  FROM organizations o JOIN communities c ON c.id = o.community_id
  WHERE o.status IN ('filed', 'rectifying', 'inactive')
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND (:marked IS NULL OR (o.status = 'inactive') = :marked)`;

/* Materialized, so that each sign is looked for once, not wherever it is named. */
const quiet = `WITH signs AS MATERIALIZED (${signs}),
  dated AS MATERIALIZED (SELECT *, max(coalesce(lastReportOn, ''), coalesce(lastSurveyOn, ''),
    coalesce(lastDisclosureOn, ''), coalesce(lastActivityOn, ''), coalesce(rosterOn, ''), coalesce(lastFilingStepOn, ''), coalesce(filedOn, '')) AS sign
    FROM signs)
  SELECT *, count(*) OVER () AS total FROM dated WHERE sign < :since OR status = 'inactive'`;

const parametersOf = ({ communityIds, marked }: QuietFilter, since: IsoDate): Record<string, SqlValue> => ({
  communities: JSON.stringify(communityIds),
  marked: marked === null ? null : Number(marked),
  since,
});

/** Those without any sign since a day, and those marked as inactive; the longest quiet first. @param limit -1 for all */
export const listQuietOrganizations = (
  reader: Reader,
  filter: QuietFilter,
  since: IsoDate,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly rows: readonly QuietOrganization[]; readonly total: number } => {
  const parameters = parametersOf(filter, since);
  const rows = reader.all<Record<string, SqlValue>>(
    `${quiet} ORDER BY sign, position, name_pinyin LIMIT :limit OFFSET :offset`,
    { ...parameters, offset, limit },
  );
  // A page behind the last has no row that could tell how many there are.
  const total =
    rows[0]?.['total'] ??
    (offset === 0
      ? 0
      : reader.get<{ total: number }>(`SELECT count(*) AS total FROM (${quiet})`, parameters)?.total);
  return {
    rows: rows.map((row) =>
      quietOrganization.parse({
        ...row,
        lastRosterChangeOn: row['rosterOn'] || null,
        lastSignOn: row['sign'] || null,
      }),
    ),
    total: Number(total ?? 0),
  };
};

export interface ActivityMark {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly active: boolean;
  readonly markedOn: IsoDate;
  readonly markedBy: string;
  readonly reason: string;
  readonly recordedAt: string;
}

export const insertActivityMark = (writer: Writer, mark: ActivityMark): void => {
  writer.run(
    `INSERT INTO activity_marks (id, organization_id, active, marked_on, marked_by, reason, recorded_at)
     VALUES (:id, :organizationId, :active, :markedOn, :markedBy, :reason, :recordedAt)`,
    { ...mark, active: Number(mark.active) },
  );
};
