import type {
  AttachmentId,
  DossierFileId,
  FilingId,
  OrganizationId,
  RecordId,
} from '../../../shared/domain/ids.ts';
import type { Writer } from '../archive-store.ts';

/**
 * Takes a scan out of a filing, as it was put there.
 *
 * @param step that it was put to; null for the filing as a whole
 * @returns false where it is there no more, or has become the evidence of another step since
 */
export const takeOutOfFiling = (
  writer: Writer,
  attachmentId: AttachmentId,
  filingId: FilingId,
  step: number | null,
): boolean =>
  writer.run(
    'DELETE FROM attachment_links WHERE attachment_id = ? AND filing_id = ? AND step_sequence IS ?',
    [attachmentId, filingId, step],
  ).changes === 1;

/** A place in a dossier that a scan was put to, and how it is taken out of it. */
interface PlacedScan {
  readonly organizationId: OrganizationId;
  readonly fileId: DossierFileId;
  readonly recordId: RecordId | null;
  readonly remove: () => void;
}

/** Papers of dossiers of which these bytes are a version; a paper without another version goes with it. */
export const takeOutOfDossier = (writer: Writer, attachmentId: AttachmentId): readonly PlacedScan[] =>
  writer
    .all<Omit<PlacedScan, 'remove'>>(
      `SELECT f.id AS fileId, f.organization_id AS organizationId, f.record_id AS recordId FROM dossier_file_versions v
         JOIN dossier_files f ON f.id = v.file_id WHERE v.attachment_id = ?`,
      [attachmentId],
    )
    .map(({ fileId, ...place }) => ({
      ...place,
      fileId,
      remove: () => {
        writer.run('DELETE FROM dossier_file_versions WHERE file_id = ? AND attachment_id = ?', [
          fileId,
          attachmentId,
        ]);
        writer.run(
          `DELETE FROM dossier_files WHERE id = :fileId
             AND NOT EXISTS (SELECT 1 FROM dossier_file_versions WHERE file_id = :fileId)`,
          { fileId },
        );
      },
    }));
