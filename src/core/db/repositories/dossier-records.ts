import { dossierRecord, marksOf, type DossierRecord } from '../../../shared/domain/dossier-record.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { OrganizationId, RecordId } from '../../../shared/domain/ids.ts';
import { IsNull } from 'typeorm';
import type { Reader, Writer } from '../archive-store.ts';
import { dossierRecordsTable, type DossierRecordRow } from '../tables/dossier-records.ts';

const toRecord = ({ content, ...row }: DossierRecordRow): DossierRecord =>
  dossierRecord.parse({ ...row, content: JSON.parse(content) });

/** Records of an organization, newest first, those in the recycle bin left out. */
export const listRecords = async (
  reader: Reader,
  organizationId: OrganizationId,
): Promise<readonly DossierRecord[]> => {
  const rows = await reader.manager.find(dossierRecordsTable, {
    where: { organizationId, deletedAt: IsNull() },
    order: { occurredOn: 'DESC', createdAt: 'DESC' },
  });
  return rows.map(toRecord);
};

/** A record that is not in the recycle bin; null where there is none. */
export const getRecord = async (reader: Reader, id: RecordId): Promise<DossierRecord | null> => {
  const row = await reader.manager.findOneBy(dossierRecordsTable, { id, deletedAt: IsNull() });
  return row === null ? null : toRecord(row);
};

/** Inserts a record or replaces the one with its id. */
export const saveRecord = async (writer: Writer, record: DossierRecord): Promise<void> => {
  const { content, ...rest } = record;
  const marks = marksOf(content);
  const row = {
    ...rest,
    kind: content.kind,
    content: JSON.stringify(content),
    ...marks,
    low: marks.low ? 1 : 0,
    deletedAt: null,
  };
  await writer.manager.upsert(dossierRecordsTable, row, ['id']);
};

/** Puts a record into the recycle bin (`at`) or takes it out (null). @returns false where there is none */
export const setRecordDeleted = async (
  writer: Writer,
  id: RecordId,
  at: IsoInstant | null,
): Promise<boolean> =>
  (await writer.manager.update(dossierRecordsTable, { id }, { deletedAt: at })).affected === 1;

/** Surveys that decisions rest on cannot go. */
export const countDecisionsOn = (reader: Reader, surveyId: RecordId): number =>
  reader.get<{ count: number }>(
    `SELECT count(*) AS count FROM dossier_records WHERE kind = 'decision' AND deleted_at IS NULL
       AND json_extract(content, '$.surveyId') = ?`,
    [surveyId],
  )?.count ?? 0;

/** Periods for which an organization has handed in a report. */
export const reportedPeriods = (reader: Reader, id: OrganizationId): readonly string[] =>
  reader
    .all<{ period: string }>(
      `SELECT DISTINCT period FROM dossier_records WHERE organization_id = ? AND kind = 'committee-report'
         AND period IS NOT NULL AND deleted_at IS NULL`,
      [id],
    )
    .map(({ period }) => period);

/** Something in the recycle bin. */
export interface DeletedItem {
  readonly what: 'record' | 'file' | 'service-line';
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** null for what belongs to none. */
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly deletedAt: string;
}

/** Newest first. */
export const listDeleted = (reader: Reader): readonly DeletedItem[] =>
  reader.all<DeletedItem>(
    `SELECT 'record' AS what, r.id, r.kind, r.title, o.id AS organizationId, o.name AS organizationName,
       r.deleted_at AS deletedAt
       FROM dossier_records r JOIN organizations o ON o.id = r.organization_id WHERE r.deleted_at IS NOT NULL
     UNION ALL SELECT 'file', f.id, f.part, f.title, o.id, o.name, f.deleted_at
       FROM dossier_files f JOIN organizations o ON o.id = f.organization_id WHERE f.deleted_at IS NOT NULL
     UNION ALL SELECT 'service-line', l.id, l.register, l.title, o.id, o.name, l.deleted_at
       FROM service_lines l LEFT JOIN organizations o ON o.id = l.organization_id WHERE l.deleted_at IS NOT NULL
     ORDER BY deletedAt DESC LIMIT 500`,
  );

/** The organization of a record, also of one in the recycle bin; null where there is none. */
export const organizationOfRecord = (reader: Reader, id: RecordId): OrganizationId | null =>
  reader.get<{ organizationId: OrganizationId }>(
    'SELECT organization_id AS organizationId FROM dossier_records WHERE id = ?',
    [id],
  )?.organizationId ?? null;

/** Removes a record for good that lies in the recycle bin; its papers stay. @returns false where it does not */
export const deleteBinnedRecord = (writer: Writer, id: RecordId): boolean =>
  writer.run('DELETE FROM dossier_records WHERE id = ? AND deleted_at IS NOT NULL', [id]).changes === 1;
