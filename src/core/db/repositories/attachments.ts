import { attachment, type Attachment } from '../../../shared/domain/attachment.ts';
import { heldAttachment, type HeldAttachment } from '../../../shared/domain/dossier-file.ts';
import type { AttachmentWarning } from '../../../shared/domain/attachment-kind.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { AttachmentId, FilingId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

const columns =
  'a.id, a.file_name AS fileName, a.media_type AS mediaType, a.byte_length AS byteLength, a.sha256, a.added_at AS addedAt';

/** What a package says of a scan besides its SHA-256. */
export interface AttachmentChecksums {
  readonly sha512: string;
  readonly crc32: number;
}

/** A row of `heldColumns`. */
export interface HeldRow {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly addedAt: string;
  readonly warnings: string;
}

export const heldColumns: string = `${columns}, a.warnings`;

export const toHeldAttachment = (row: HeldRow): HeldAttachment =>
  heldAttachment.parse({ ...row, warnings: JSON.parse(row.warnings) });

/** With what it carries that must not be run. @returns null when there is none with this id */
export const getHeldAttachment = (reader: Reader, id: AttachmentId): HeldAttachment | null => {
  const row = reader.get<HeldRow>(`SELECT ${heldColumns} FROM attachments a WHERE a.id = ?`, [id]);
  return row === undefined ? null : toHeldAttachment(row);
};

export const insertAttachment = (
  writer: Writer,
  value: Attachment,
  checksums: AttachmentChecksums,
  warnings: readonly AttachmentWarning[],
): void => {
  writer.run(
    `INSERT INTO attachments (id, sha256, sha512, crc32, byte_length, file_name, media_type, added_at, warnings)
     VALUES (:id, :sha256, :sha512, :crc32, :byteLength, :fileName, :mediaType, :addedAt, :warnings)`,
    { ...value, ...checksums, warnings: JSON.stringify(warnings) },
  );
};

export const getAttachmentChecksums = (reader: Reader, id: AttachmentId): AttachmentChecksums | null =>
  reader.get<AttachmentChecksums>('SELECT sha512, crc32 FROM attachments WHERE id = ?', [id]) ?? null;

export const getAttachment = (reader: Reader, id: AttachmentId): Attachment | null => {
  const row = reader.get(`SELECT ${columns} FROM attachments a WHERE a.id = ?`, [id]);
  return row === undefined ? null : attachment.parse(row);
};

export const linkAttachment = (writer: Writer, attachmentId: AttachmentId, filingId: FilingId): void => {
  writer.run(
    `INSERT INTO attachment_links (attachment_id, filing_id, step_sequence, position)
     VALUES (:attachmentId, :filingId, NULL, (SELECT count(*) FROM attachment_links WHERE filing_id = :filingId))
     ON CONFLICT DO NOTHING`,
    { attachmentId, filingId },
  );
};

/** The scans of a filing, in the order they were added. */
export const attachmentsOfFiling = (reader: Reader, filingId: FilingId): readonly Attachment[] =>
  reader
    .all(
      `SELECT ${columns} FROM attachment_links l JOIN attachments a ON a.id = l.attachment_id WHERE l.filing_id = ? ORDER BY l.position`,
      [filingId],
    )
    .map((row) => attachment.parse(row));

/** Makes a scan of this filing the evidence of a step. @returns false when it is none of this filing's */
export const linkAttachmentToStep = (
  writer: Writer,
  filingId: FilingId,
  attachmentId: AttachmentId,
  sequence: number,
): boolean =>
  writer.run('UPDATE attachment_links SET step_sequence = ? WHERE attachment_id = ? AND filing_id = ?', [
    sequence,
    attachmentId,
    filingId,
  ]).changes === 1;

/**
 * Removes records of attachments that nothing points to any more; scans that were filed and whose paper is gone do not
 * hold them. @returns digests of which no record is left
 */
export const deleteUnusedAttachments = (writer: Writer, ids: readonly string[]): readonly string[] => {
  const unused = writer.all<{ id: string; sha256: string }>(
    `SELECT id, sha256 FROM attachments a WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM dossier_file_versions WHERE attachment_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM issued_papers WHERE attachment_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM service_files WHERE attachment_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM attachment_links WHERE attachment_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM scan_inbox WHERE attachment_id = a.id AND state <> 'filed')`,
    [JSON.stringify(ids)],
  );
  for (const { id } of unused) {
    writer.run('DELETE FROM scan_inbox WHERE attachment_id = ?', [id]);
    writer.run('DELETE FROM attachments WHERE id = ?', [id]);
  }
  const digests = [...new Set(unused.map(({ sha256 }) => sha256))].filter(
    (sha256) => !isDigestKept(writer, sha256),
  );
  for (const sha256 of digests) writer.run('DELETE FROM fixity_marks WHERE sha256 = ?', [sha256]);
  return digests;
};

/** True while any record names these bytes. */
export const isDigestKept = (reader: Reader, sha256: string): boolean =>
  reader.get('SELECT 1 FROM attachments WHERE sha256 = ? LIMIT 1', [sha256]) !== undefined;

/** Every digest of which there is a record, once. */
export const keptDigests = (reader: Reader): readonly string[] =>
  reader.all<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachments').map(({ sha256 }) => sha256);

/** A place in the row of records, and when it was taken. */
export interface RecordedSoFar {
  readonly row: number;
  readonly at: IsoInstant;
}

export const lastRecordedAttachment = (reader: Reader, at: IsoInstant): RecordedSoFar => ({
  row: reader.get<{ row: number | null }>('SELECT max(rowid) AS row FROM attachments')?.row ?? 0,
  at,
});

/**
 * Records that nothing points to, of some rows up to a place. Both the place and the instant must be past: the number
 * of a row that was removed is given again, and a clock may be put back.
 */
export const unheldAttachments = (
  reader: Reader,
  { row, at }: RecordedSoFar,
  { from, count }: { readonly from: number; readonly count: number },
): readonly string[] =>
  reader
    .all<{ id: string }>(
      `SELECT id FROM attachments a WHERE rowid BETWEEN :from AND min(:row, :from + :count - 1) AND added_at <= :at
         AND NOT EXISTS (SELECT 1 FROM dossier_file_versions WHERE attachment_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM issued_papers WHERE attachment_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM attachment_links WHERE attachment_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM service_files WHERE attachment_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM notice_photos WHERE attachment_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM scan_inbox WHERE attachment_id = a.id)`,
      { row, at, from, count },
    )
    .map(({ id }) => id);
