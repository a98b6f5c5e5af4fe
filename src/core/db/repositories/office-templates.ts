import type { DocumentKind } from '../../../shared/domain/document.ts';
import { officeTemplateVersion, type OfficeTemplateVersion } from '../../../shared/domain/office-template.ts';
import type { Reader, Writer } from '../archive-store.ts';

const columns = `id, kind, version, file_name AS fileName, length(bytes) AS byteLength, imported_at AS importedAt,
  withdrawn_at AS withdrawnAt`;

/** Every version of every kind, newest first; without their bytes. */
export const listOfficeTemplates = (reader: Reader): OfficeTemplateVersion[] =>
  reader
    .all<unknown>(`SELECT ${columns} FROM office_templates ORDER BY kind, version DESC`)
    .map((row) => officeTemplateVersion.parse(row));

export interface StoredOfficeTemplate {
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export const getOfficeTemplate = (reader: Reader, id: string): StoredOfficeTemplate | null =>
  reader.get<StoredOfficeTemplate>(
    'SELECT kind, file_name AS fileName, bytes FROM office_templates WHERE id = ?',
    [id],
  ) ?? null;

export const templateInForce = (reader: Reader, kind: DocumentKind): Uint8Array | null =>
  reader.get<{ readonly bytes: Uint8Array }>(
    'SELECT bytes FROM office_templates WHERE kind = ? AND withdrawn_at IS NULL',
    [kind],
  )?.bytes ?? null;

/** From `at` on no template of the kind is in force. */
export const withdrawOfficeTemplate = (writer: Writer, kind: DocumentKind, at: string): void => {
  writer.run('UPDATE office_templates SET withdrawn_at = :at WHERE kind = :kind AND withdrawn_at IS NULL', {
    kind,
    at,
  });
};

/** Puts a template in force as the next version of its kind. */
export const insertOfficeTemplate = (
  writer: Writer,
  {
    id,
    kind,
    fileName,
    bytes,
    importedAt,
  }: StoredOfficeTemplate & { readonly id: string; readonly importedAt: string },
): void => {
  withdrawOfficeTemplate(writer, kind, importedAt);
  writer.run(
    `INSERT INTO office_templates (id, kind, version, file_name, bytes, imported_at)
     SELECT :id, :kind, coalesce(max(version), 0) + 1, :fileName, :bytes, :importedAt
     FROM office_templates WHERE kind = :kind`,
    { id, kind, fileName, bytes, importedAt },
  );
};
