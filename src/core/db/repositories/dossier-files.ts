import { IsNull } from 'typeorm';
import { dossierFile, type DossierFile, type SameFile } from '../../../shared/domain/dossier-file.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { AttachmentId, DossierFileId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { dossierFilesTable, dossierFileVersionsTable, type DossierFileRow } from '../tables/dossier-files.ts';

interface VersionRow {
  readonly fileId: string;
  readonly version: number;
  readonly note: string | null;
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly addedAt: string;
}

const versionColumns = `v.file_id AS fileId, v.version, v.note, a.id, a.file_name AS fileName,
  a.media_type AS mediaType, a.byte_length AS byteLength, a.sha256, a.added_at AS addedAt`;

const toFile = (row: DossierFileRow, versions: readonly VersionRow[]): DossierFile =>
  dossierFile.parse({
    ...row,
    versions: versions
      .filter(({ fileId }) => fileId === row.id)
      .map(({ version, note, fileId: _file, ...attachment }) => ({ version, note, attachment })),
  });

/** Papers of a dossier in the order they came, those in the recycle bin left out. */
export const listDossierFiles = async (
  reader: Reader,
  organizationId: OrganizationId,
): Promise<readonly DossierFile[]> => {
  const rows = await reader.manager.find(dossierFilesTable, {
    where: { organizationId, deletedAt: IsNull() },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const versions = reader.all<VersionRow>(
    `SELECT ${versionColumns} FROM dossier_files f JOIN dossier_file_versions v ON v.file_id = f.id
     JOIN attachments a ON a.id = v.attachment_id
     WHERE f.organization_id = ? AND f.deleted_at IS NULL ORDER BY v.version DESC`,
    [organizationId],
  );
  return rows.map((row) => toFile(row, versions));
};

/** A paper that is not in the recycle bin; null where there is none. */
export const getDossierFile = async (reader: Reader, id: DossierFileId): Promise<DossierFile | null> => {
  const row = await reader.manager.findOneBy(dossierFilesTable, { id, deletedAt: IsNull() });
  if (row === null) return null;
  const versions = reader.all<VersionRow>(
    `SELECT ${versionColumns} FROM dossier_file_versions v JOIN attachments a ON a.id = v.attachment_id
     WHERE v.file_id = ? ORDER BY v.version DESC`,
    [id],
  );
  return toFile(row, versions);
};

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

/** Puts a paper into the recycle bin (`at`) or takes it out (null). @returns false where there is none */
export const setFileDeleted = async (
  writer: Writer,
  id: DossierFileId,
  at: IsoInstant | null,
): Promise<boolean> =>
  (await writer.manager.update(dossierFilesTable, { id }, { deletedAt: at })).affected === 1;

/** First place where bytes with this digest are kept as a dossier's paper or as a filing's scan; null where nowhere. */
export const findSameFile = (reader: Reader, sha256: string): SameFile | null =>
  reader.get<SameFile>(
    `SELECT title, organizationName FROM (
       SELECT f.title, o.name AS organizationName, a.added_at AS addedAt
         FROM attachments a JOIN dossier_file_versions v ON v.attachment_id = a.id
         JOIN dossier_files f ON f.id = v.file_id JOIN organizations o ON o.id = f.organization_id
         WHERE a.sha256 = :sha256 AND f.deleted_at IS NULL
       UNION ALL SELECT a.file_name, o.name, a.added_at
         FROM attachments a JOIN attachment_links l ON l.attachment_id = a.id
         JOIN filings g ON g.id = l.filing_id JOIN organizations o ON o.id = g.organization_id
         WHERE a.sha256 = :sha256)
     ORDER BY addedAt LIMIT 1`,
    { sha256 },
  ) ?? null;

/** Papers of each record of an organization: record id → count. */
export const countFilesOfRecords = (
  reader: Reader,
  organizationId: OrganizationId,
): ReadonlyMap<string, number> =>
  new Map(
    reader
      .all<{ recordId: string; count: number }>(
        `SELECT record_id AS recordId, count(*) AS count FROM dossier_files
         WHERE organization_id = ? AND record_id IS NOT NULL AND deleted_at IS NULL GROUP BY record_id`,
        [organizationId],
      )
      .map(({ recordId, count }) => [recordId, count]),
  );
