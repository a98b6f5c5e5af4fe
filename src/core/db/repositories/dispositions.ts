import type { IsoDate } from '../../../shared/domain/dates.ts';
import {
  dispositionRow,
  type CommendationFacts,
  type DispositionFilter,
  type DispositionRow,
} from '../../../shared/domain/disposition.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue } from '../archive-store.ts';
import { notEnded } from './organizations.ts';

const from = `FROM dossier_records r JOIN organizations o ON o.id = r.organization_id JOIN communities c ON c.id = o.community_id
  WHERE r.kind = 'disposition' AND r.deleted_at IS NULL
    AND (:types = '[]' OR r.content ->> 'type' IN (SELECT value FROM json_each(:types)))
    AND (:authorities = '[]' OR r.content ->> 'authority' IN (SELECT value FROM json_each(:authorities)))
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND (:rectification IS NULL OR (r.due_on IS NOT NULL AND (:rectification = 'open' OR r.due_on < :today)
      AND ${notEnded}))
    AND (:text = '' OR instr(o.name, :text) OR instr(r.title, :text) OR instr(coalesce(r.content ->> 'documentNumber', ''), :text))`;

const parametersOf = (filter: DispositionFilter, today: IsoDate): Record<string, SqlValue> => ({
  types: JSON.stringify(filter.types),
  authorities: JSON.stringify(filter.authorities),
  communities: JSON.stringify(filter.communityIds),
  rectification: filter.rectification,
  text: filter.text.trim(),
  today,
});

/** Dispositions of the whole street: overdue rectifications first, then the newest. @param limit -1 for all */
export const listDispositions = (
  reader: Reader,
  filter: DispositionFilter,
  today: IsoDate,
  offset: number,
  limit: number,
): readonly DispositionRow[] =>
  reader
    .all(
      `SELECT r.id AS recordId, o.id AS organizationId, o.name AS organizationName, c.name AS communityName, o.status,
         r.occurred_on AS occurredOn, r.content ->> 'authority' AS authority, r.content ->> 'type' AS type,
         r.content ->> 'documentNumber' AS documentNumber, r.title, r.content ->> 'result' AS result,
         r.content ->> 'deliveredOn' AS deliveredOn, r.content ->> '$.rectification.dueOn' AS rectifyBy,
         r.content ->> '$.rectification.closedOn' AS rectifiedOn,
         CASE WHEN r.due_on < :today AND ${notEnded} THEN cast(julianday(:today) - julianday(r.due_on) AS INTEGER) ELSE 0 END AS overdueDays
       ${from} ORDER BY overdueDays DESC, r.occurred_on DESC, r.id LIMIT :limit OFFSET :offset`,
      { ...parametersOf(filter, today), offset, limit },
    )
    .map((row) => dispositionRow.parse(row));

export const countDispositions = (reader: Reader, filter: DispositionFilter, today: IsoDate): number =>
  reader.get<{ total: number }>(`SELECT count(*) AS total ${from}`, parametersOf(filter, today))?.total ?? 0;

/** Authorities that have been written down, the most frequent first. */
export const usedAuthorities = (reader: Reader): readonly string[] =>
  reader
    .all<{ authority: string }>(
      `SELECT content ->> 'authority' AS authority FROM dossier_records
       WHERE kind = 'disposition' AND deleted_at IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 60`,
    )
    .map(({ authority }) => authority);

/** True while a rectification of this organization is open. */
export const hasOpenRectification = (reader: Reader, id: OrganizationId): boolean =>
  reader.get(
    `SELECT 1 FROM dossier_records WHERE organization_id = ? AND kind = 'disposition' AND due_on IS NOT NULL
       AND deleted_at IS NULL`,
    [id],
  ) !== undefined;

type CountedFacts = Omit<CommendationFacts, 'years'> & { readonly since: string | null };

/** What can be counted of an organization, and since when it exists; null where there is none. */
export const countedFacts = (reader: Reader, id: OrganizationId): CountedFacts | null =>
  reader.get<CountedFacts>(
    `SELECT coalesce(o.filed_on, o.founded_on) AS since, o.member_count AS members,
       (SELECT count(*) FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = 'committee-report'
          AND r.deleted_at IS NULL) AS reports,
       (SELECT count(*) FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = 'survey'
          AND r.closed_on IS NOT NULL AND r.deleted_at IS NULL) AS surveys,
       (SELECT count(*) FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = 'disclosure'
          AND r.deleted_at IS NULL AND r.content ->> 'subject' = 'activity') AS activities,
       (SELECT count(*) FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = 'disclosure'
          AND r.deleted_at IS NULL) AS disclosures
     FROM organizations o WHERE o.id = ?`,
    [id],
  ) ?? null;
