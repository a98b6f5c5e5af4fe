import { z } from 'zod';
import { isoDate, isoInstant, partialDate } from '../../../shared/domain/dates.ts';
import {
  changeGrounds,
  entryMode,
  filingKind,
  filingState,
  publicNotice,
} from '../../../shared/domain/filing.ts';
import { filingId, importId, organizationId, type FilingId } from '../../../shared/domain/ids.ts';
import {
  organizationFacts,
  organizationStatus,
  type OrganizationStatus,
} from '../../../shared/domain/organization.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** A filing as it is kept, without its steps and copies. */
export const filingRecord = z.object({
  id: filingId,
  organizationId,
  kind: filingKind,
  state: filingState,
  entryMode,
  /** Standing of the organization before the filing began; a filing that comes to nothing gives it back. */
  statusBefore: organizationStatus,
  facts: organizationFacts,
  factsBefore: organizationFacts.nullable(),
  changeGrounds: changeGrounds.nullable(),
  notice: publicNotice.nullable(),
  dueOn: isoDate.nullable(),
  filingNumber: z.string().nullable(),
  startedOn: partialDate,
  closedOn: partialDate.nullable(),
  importId: importId.nullable(),
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type FilingRecord = z.infer<typeof filingRecord>;

const columns = `id, organization_id AS organizationId, kind, state, entry_mode AS entryMode,
  status_before AS statusBefore, facts, facts_before AS factsBefore, change_grounds AS changeGrounds, notice, due_on AS dueOn,
  filing_number AS filingNumber, started_on AS startedOn, closed_on AS closedOn, import_id AS importId,
  created_at AS createdAt, updated_at AS updatedAt`;

const json = (value: SqlValue | undefined): unknown => (typeof value === 'string' ? JSON.parse(value) : null);

export const getFilingRecord = (reader: Reader, id: FilingId): FilingRecord | null => {
  const row = reader.get<Record<string, SqlValue>>(`SELECT ${columns} FROM filings WHERE id = ?`, [id]);
  if (row === undefined) return null;
  return filingRecord.parse({
    ...row,
    facts: json(row['facts']),
    factsBefore: json(row['factsBefore']),
    changeGrounds: json(row['changeGrounds']),
    notice: json(row['notice']),
  });
};

const valuesOf = (value: FilingRecord): Record<string, SqlValue> => ({
  ...value,
  facts: JSON.stringify(value.facts),
  factsBefore: value.factsBefore === null ? null : JSON.stringify(value.factsBefore),
  changeGrounds: value.changeGrounds === null ? null : JSON.stringify(value.changeGrounds),
  notice: value.notice === null ? null : JSON.stringify(value.notice),
});

export const insertFiling = (writer: Writer, value: FilingRecord): void => {
  writer.run(
    `INSERT INTO filings (id, organization_id, kind, state, entry_mode, status_before, facts, facts_before,
       change_grounds, notice, due_on, filing_number, started_on, closed_on, import_id, created_at, updated_at)
     VALUES (:id, :organizationId, :kind, :state, :entryMode, :statusBefore, :facts, :factsBefore,
       :changeGrounds, :notice, :dueOn, :filingNumber, :startedOn, :closedOn, :importId, :createdAt, :updatedAt)`,
    valuesOf(value),
  );
};

/** Replaces what changes as a filing proceeds; its organization, kind and origin stay. */
export const updateFiling = (writer: Writer, value: FilingRecord): void => {
  writer.run(
    `UPDATE filings SET state = :state, facts = :facts, facts_before = :factsBefore, change_grounds = :changeGrounds, notice = :notice,
       due_on = :dueOn, filing_number = :filingNumber, started_on = :startedOn, closed_on = :closedOn, updated_at = :updatedAt
     WHERE id = :id`,
    valuesOf(value),
  );
};

/** Changes the standing that a filing gives back to its organization when it comes to nothing. */
export const updateStatusBefore = (writer: Writer, id: FilingId, status: OrganizationStatus): void => {
  writer.run('UPDATE filings SET status_before = ? WHERE id = ?', [status, id]);
};

/** Whether a filing of an organization, its first or a change, is on record to its end. */
export const hasFiled = (reader: Reader, organization: string): boolean =>
  reader.get(`SELECT 1 FROM filings WHERE organization_id = ? AND state = 'filed' LIMIT 1`, [
    organization,
  ]) !== undefined;

/** The filing of an organization that is still open; there is at most one. */
export const openFilingOf = (reader: Reader, organization: string): FilingId | null => {
  const row = reader.get<{ id: string }>(
    'SELECT id FROM filings WHERE organization_id = ? AND closed_on IS NULL',
    [organization],
  );
  return row === undefined ? null : filingId.parse(row.id);
};
