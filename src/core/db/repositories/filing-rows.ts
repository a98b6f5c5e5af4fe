import type { IsoDate } from '../../../shared/domain/dates.ts';
import {
  filingRow,
  type FilingKind,
  type FilingRow,
  type FilingState,
} from '../../../shared/domain/filing.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

export interface FilingRowFilter {
  readonly organizationId: OrganizationId | null;
  readonly states: readonly FilingState[];
  readonly kinds: readonly FilingKind[];
  readonly openOnly: boolean;
  /** Only open filings past their deadline, or whose notice has ended. */
  readonly due?: FilingDue | null | undefined;
}

export type FilingDue = 'overdue' | 'notice-ended';

/** On `filings f`, against the day `:today`. */
export const filingDueConditions: Readonly<Record<FilingDue, string>> = {
  overdue: 'f.due_on < :today',
  'notice-ended': `(f.state = 'notice-cleared' OR (f.state = 'on-notice' AND f.due_on < :today))`,
};

const condition = `(:organizationId IS NULL OR f.organization_id = :organizationId)
  AND (:states = '[]' OR f.state IN (SELECT value FROM json_each(:states)))
  AND (:kinds = '[]' OR f.kind IN (SELECT value FROM json_each(:kinds)))
  AND (:openOnly = 0 OR f.closed_on IS NULL)
  AND (:due IS NULL OR f.closed_on IS NULL)
  AND (coalesce(:due, '') <> 'overdue' OR ${filingDueConditions.overdue})
  AND (coalesce(:due, '') <> 'notice-ended' OR ${filingDueConditions['notice-ended']})`;

const parametersOf = (filter: FilingRowFilter): Record<string, SqlValue> => ({
  organizationId: filter.organizationId,
  states: JSON.stringify(filter.states),
  kinds: JSON.stringify(filter.kinds),
  openOnly: filter.openOnly ? 1 : 0,
  due: filter.due ?? null,
});

/**
 * Filings as lists show them: overdue first, then by deadline, then the newest.
 *
 * @param today against which an open filing's deadline is held
 * @param limit -1 for all
 */
export const listFilingRows = (
  reader: Reader,
  filter: FilingRowFilter,
  today: IsoDate,
  offset: number,
  limit: number,
): readonly FilingRow[] =>
  reader
    .all(
      `SELECT f.id, f.organization_id AS organizationId, o.name AS organizationName, c.name AS communityName, f.kind,
         f.state, f.entry_mode AS entryMode, f.started_on AS startedOn, f.due_on AS dueOn,
         CASE WHEN f.closed_on IS NULL AND f.due_on < :today
           THEN cast(julianday(:today) - julianday(f.due_on) AS INTEGER) ELSE 0 END AS overdueDays
       FROM filings f JOIN organizations o ON o.id = f.organization_id JOIN communities c ON c.id = o.community_id
       WHERE ${condition}
       ORDER BY f.closed_on IS NOT NULL, f.due_on IS NULL, f.due_on, f.created_at DESC
       LIMIT :limit OFFSET :offset`,
      { ...parametersOf(filter), today, offset, limit },
    )
    .map((row) => filingRow.parse(row));

export const countFilingRows = (reader: Reader, filter: FilingRowFilter, today: IsoDate): number =>
  reader.get<{ total: number }>(`SELECT count(*) AS total FROM filings f WHERE ${condition}`, {
    ...parametersOf(filter),
    today,
  })?.total ?? 0;
