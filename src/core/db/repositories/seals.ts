import type { DocumentKind } from '../../../shared/domain/document.ts';
import { type SealPictureId, sealMonth, type SealMonth } from '../../../shared/domain/ids.ts';
import {
  sealPermission,
  sealPictureFacts,
  sealUse,
  type SealMethod,
  type SealPermission,
  type SealPictureFacts,
  type SealUse,
  type SealUseFilter,
} from '../../../shared/domain/seal.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

export interface KeptSealPicture extends SealPictureFacts {
  readonly bytes: Uint8Array;
}

/** The picture in use; its bytes are for papers only. */
export const sealPictureInUse = (reader: Reader): KeptSealPicture | null => {
  const row = reader.get<Record<string, SqlValue> & { bytes: Uint8Array }>(
    `SELECT id, name, diameter_mm AS diameterMm, dpi, bytes, added_at AS addedAt, added_by AS addedBy
     FROM seal_pictures WHERE retired_at IS NULL`,
  );
  return row === undefined ? null : { ...sealPictureFacts.parse(row), bytes: row.bytes };
};

/** Wipes the picture in use; who had it and why it went stays. */
export const retireSealPicture = (writer: Writer, at: string, by: string, reason: string): void => {
  writer.run(
    `UPDATE seal_pictures SET bytes = NULL, retired_at = :at, retired_by = :by, retired_reason = :reason
     WHERE retired_at IS NULL`,
    { at, by, reason },
  );
};

export const insertSealPicture = (writer: Writer, picture: KeptSealPicture & { reason: string }): void => {
  writer.run(
    `INSERT INTO seal_pictures (id, name, diameter_mm, dpi, bytes, added_at, added_by, reason)
     VALUES (:id, :name, :diameterMm, :dpi, :bytes, :addedAt, :addedBy, :reason)`,
    { ...picture },
  );
};

export const currentSealPermission = (reader: Reader): SealPermission | null => {
  const row = reader.get<Record<string, SqlValue>>(
    'SELECT allowed, by, reason, at FROM seal_permissions ORDER BY sequence DESC LIMIT 1',
  );
  return row === undefined ? null : sealPermission.parse({ ...row, allowed: row['allowed'] === 1 });
};

export const appendSealPermission = (writer: Writer, permission: SealPermission): void => {
  writer.run('INSERT INTO seal_permissions (allowed, by, reason, at) VALUES (:allowed, :by, :reason, :at)', {
    ...permission,
    allowed: permission.allowed ? 1 : 0,
  });
};

export interface NewSealUse {
  readonly usedOn: string;
  readonly method: SealMethod;
  readonly sealPictureId: SealPictureId | null;
  readonly sealName: string;
  readonly documentKind: DocumentKind | null;
  readonly subjectId: string | null;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly copies: number;
  readonly usedBy: string;
  readonly approvedBy: string;
  readonly purpose: string;
  readonly recordedAt: string;
}

/** @returns the sequence of the new line */
export const appendSealUse = (writer: Writer, use: NewSealUse): number => {
  const last = writer.get<{ sequence: number | null }>('SELECT max(sequence) AS sequence FROM seal_uses');
  const sequence = (last?.sequence ?? 0) + 1;
  writer.run(
    `INSERT INTO seal_uses (sequence, used_on, method, seal_picture_id, seal_name, document_kind, subject_id,
       organization_id, organization_name, title, document_number, copies, used_by, approved_by, purpose, recorded_at)
     VALUES (:sequence, :usedOn, :method, :sealPictureId, :sealName, :documentKind, :subjectId,
       :organizationId, :organizationName, :title, :documentNumber, :copies, :usedBy, :approvedBy, :purpose, :recordedAt)`,
    { ...use, sequence },
  );
  return sequence;
};

export const strikeSealUse = (
  writer: Writer,
  sequence: number,
  struck: { readonly at: string; readonly by: string; readonly reason: string },
): void => {
  writer.run(
    'UPDATE seal_uses SET struck_at = :at, struck_by = :by, struck_reason = :reason WHERE sequence = :sequence',
    { ...struck, sequence },
  );
};

const columns = `sequence, used_on AS usedOn, method, seal_name AS sealName, document_kind AS documentKind,
  organization_id AS organizationId, organization_name AS organizationName, title, document_number AS documentNumber,
  copies, used_by AS usedBy, approved_by AS approvedBy, purpose, recorded_at AS recordedAt,
  struck_at AS struckAt, struck_by AS struckBy, struck_reason AS struckReason`;

const useOf = ({ struckAt, struckBy, struckReason, ...row }: Record<string, SqlValue>): SealUse =>
  sealUse.parse({
    ...row,
    struck: struckAt === null ? null : { at: struckAt, by: struckBy, reason: struckReason },
  });

export const getSealUse = (reader: Reader, sequence: number): SealUse | null => {
  const row = reader.get<Record<string, SqlValue>>(`SELECT ${columns} FROM seal_uses WHERE sequence = ?`, [
    sequence,
  ]);
  return row === undefined ? null : useOf(row);
};

const condition = `(:month IS NULL OR (used_on >= :month || '-01' AND used_on <= :month || '-31'))
  AND (:method IS NULL OR method = :method)
  AND (:text = '' OR instr(title || ' ' || coalesce(organization_name, '') || ' ' || coalesce(document_number, '')
    || ' ' || used_by || ' ' || approved_by || ' ' || purpose, :text) > 0)`;
const parametersOf = ({ text, month, method }: SealUseFilter) => ({ text: text.trim(), month, method });

/** Newest first; `limit` -1 for all. */
export const listSealUses = (
  reader: Reader,
  filter: SealUseFilter,
  offset: number,
  limit: number,
): readonly SealUse[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM seal_uses WHERE ${condition} ORDER BY used_on DESC, sequence DESC LIMIT :limit OFFSET :offset`,
      { ...parametersOf(filter), offset, limit },
    )
    .map(useOf);

export const countSealUses = (reader: Reader, filter: SealUseFilter): number =>
  reader.get<{ n: number }>(`SELECT count(*) AS n FROM seal_uses WHERE ${condition}`, parametersOf(filter))
    ?.n ?? 0;

/** The lines of a month in the order of their days, as they are printed. */
export const sealUsesOfMonth = (reader: Reader, month: SealMonth): readonly SealUse[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM seal_uses WHERE used_on >= ? AND used_on <= ? ORDER BY used_on, sequence`,
      [`${month}-01`, `${month}-31`],
    )
    .map(useOf);

/** Months with uses, newest first. */
export const sealMonths = (reader: Reader): readonly SealMonth[] =>
  reader
    .all<{ month: string }>(
      'SELECT DISTINCT substr(used_on, 1, 7) AS month FROM seal_uses ORDER BY month DESC',
    )
    .map(({ month }) => sealMonth.parse(month));
