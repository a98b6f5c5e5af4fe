import { IsNull } from 'typeorm';
import {
  dossierFile,
  filingScan,
  type DossierFile,
  type FilingScan,
  type HeldAttachment,
  type SameFile,
} from '../../../shared/domain/dossier-file.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { AttachmentId, DossierFileId, OrganizationId, RecordId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlParameters, Writer } from '../archive-store.ts';
import { dossierFilesTable, dossierFileVersionsTable, type DossierFileRow } from '../tables/dossier-files.ts';
import { heldColumns, toHeldAttachment, type HeldRow } from './attachments.ts';

interface VersionRow extends HeldRow {
  readonly fileId: string;
  readonly version: number;
  readonly note: string | null;
}

const filesOf = (rows: readonly DossierFileRow[], versions: readonly VersionRow[]): DossierFile[] => {
  const byFile = new Map<string, { version: number; note: string | null; attachment: HeldAttachment }[]>();
  for (const { fileId, version, note, ...paper } of versions) {
    const own = byFile.get(fileId) ?? [];
    byFile.set(fileId, own);
    own.push({ version, note, attachment: toHeldAttachment(paper) });
  }
  return rows.map((row) => dossierFile.parse({ ...row, versions: byFile.get(row.id) ?? [] }));
};

const versionsWhere = (reader: Reader, condition: string, parameters: SqlParameters): VersionRow[] =>
  reader.all<VersionRow>(
    `SELECT v.file_id AS fileId, v.version, v.note, ${heldColumns}
     FROM dossier_files f JOIN dossier_file_versions v ON v.file_id = f.id JOIN attachments a ON a.id = v.attachment_id
     WHERE ${condition} ORDER BY v.version DESC`,
    parameters,
  );

/** Papers of a dossier, or of one record in it, in the order they came; those in the recycle bin are left out. */
export const listDossierFiles = async (
  reader: Reader,
  organizationId: OrganizationId,
  recordId: RecordId | null,
): Promise<readonly DossierFile[]> => {
  const rows = await reader.manager.find(dossierFilesTable, {
    where: { organizationId, deletedAt: IsNull(), ...(recordId === null ? {} : { recordId }) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const versions = versionsWhere(
    reader,
    'f.organization_id = :organizationId AND f.deleted_at IS NULL AND (:recordId IS NULL OR f.record_id = :recordId)',
    { organizationId, recordId },
  );
  return filesOf(rows, versions);
};

/** A paper that is not in the recycle bin; null where there is none. */
export const getDossierFile = async (reader: Reader, id: DossierFileId): Promise<DossierFile | null> => {
  const row = await reader.manager.findOneBy(dossierFilesTable, { id, deletedAt: IsNull() });
  if (row === null) return null;
  return filesOf([row], versionsWhere(reader, 'f.id = ?', [id]))[0] ?? null;
};

/** The scans that came in with an organization's filings, in the order they came. */
export const listFilingScans = (reader: Reader, organizationId: OrganizationId): readonly FilingScan[] =>
  reader
    .all<
      HeldRow & { readonly filingId: string; readonly filingKind: string; readonly action: string | null }
    >(
      `SELECT ${heldColumns}, g.id AS filingId, g.kind AS filingKind, s.action
       FROM filings g JOIN attachment_links l ON l.filing_id = g.id JOIN attachments a ON a.id = l.attachment_id
       LEFT JOIN filing_steps s ON s.filing_id = g.id AND s.sequence = l.step_sequence
       WHERE g.organization_id = ? ORDER BY a.added_at, a.id`,
      [organizationId],
    )
    .map(({ filingId, filingKind, action, ...paper }) =>
      filingScan.parse({ attachment: toHeldAttachment(paper), filingId, filingKind, action }),
    );

export type DossierFileFacts = Omit<DossierFile, 'versions'>;

/** Inserts a paper or replaces what is said of it; its versions stay. */
export const saveDossierFile = async (writer: Writer, file: DossierFileFacts): Promise<void> => {
  await writer.manager.upsert(dossierFilesTable, { ...file, deletedAt: null }, ['id']);
};

/** Adds the next version. */
export const insertFileVersion = async (
  writer: Writer,
  fileId: DossierFileId,
  attachmentId: AttachmentId,
  note: string | null,
): Promise<void> => {
  const last = writer.get<{ version: number | null }>(
    'SELECT max(version) AS version FROM dossier_file_versions WHERE file_id = ?',
    [fileId],
  );
  await writer.manager.insert(dossierFileVersionsTable, {
    fileId,
    version: (last?.version ?? 0) + 1,
    attachmentId,
    note,
  });
};

/** Puts a paper into the recycle bin (`at`) or takes it out (null). @returns its organization; null where there is none */
export const setFileDeleted = async (
  writer: Writer,
  id: DossierFileId,
  at: IsoInstant | null,
): Promise<OrganizationId | null> => {
  await writer.manager.update(dossierFilesTable, { id }, { deletedAt: at });
  const row = await writer.manager.findOneBy(dossierFilesTable, { id });
  return row === null ? null : (row.organizationId as OrganizationId);
};

/** First place where bytes with this digest are kept, in `prefer`'s dossier before all others; null where nowhere. */
export const findSameFile = (reader: Reader, sha256: string, prefer: OrganizationId): SameFile | null =>
  reader.get<SameFile>(
    `SELECT title, organizationId, organizationName FROM (
       SELECT f.title, o.id AS organizationId, o.name AS organizationName, a.added_at AS addedAt
         FROM attachments a JOIN dossier_file_versions v ON v.attachment_id = a.id
         JOIN dossier_files f ON f.id = v.file_id JOIN organizations o ON o.id = f.organization_id
         WHERE a.sha256 = :sha256 AND f.deleted_at IS NULL
       UNION ALL SELECT a.file_name, o.id, o.name, a.added_at
         FROM attachments a JOIN attachment_links l ON l.attachment_id = a.id
         JOIN filings g ON g.id = l.filing_id JOIN organizations o ON o.id = g.organization_id
         WHERE a.sha256 = :sha256)
     ORDER BY organizationId <> :prefer, addedAt LIMIT 1`,
    { sha256, prefer },
  ) ?? null;

/** The organization of a paper, also of one in the recycle bin; null where there is none. */
export const organizationOfFile = (reader: Reader, id: DossierFileId): OrganizationId | null =>
  reader.get<{ organizationId: OrganizationId }>(
    'SELECT organization_id AS organizationId FROM dossier_files WHERE id = ?',
    [id],
  )?.organizationId ?? null;

/** Removes a paper for good that lies in the recycle bin. @returns attachments of its versions; null where it does not */
export const deleteBinnedFile = (writer: Writer, id: DossierFileId): readonly string[] | null => {
  const versions = writer.all<{ id: string }>(
    'SELECT attachment_id AS id FROM dossier_file_versions WHERE file_id = ?',
    [id],
  );
  const { changes } = writer.run('DELETE FROM dossier_files WHERE id = ? AND deleted_at IS NOT NULL', [id]);
  return changes === 0 ? null : versions.map((version) => version.id);
};
