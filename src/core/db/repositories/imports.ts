import type {
  ImportCounts,
  ImportField,
  ImportFinding,
  ImportMapping,
  SheetKind,
} from '../../../shared/domain/workbook-import.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface UploadRow {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Mapping of the last dry run. */
  readonly mapping: ImportMapping | null;
}

export const saveUpload = (writer: Writer, upload: Omit<UploadRow, 'mapping'>, uploadedAt: string): void => {
  const { id, fileName, sha256, bytes } = upload;
  writer.run(
    'INSERT INTO import_uploads (id, file_name, sha256, bytes, uploaded_at) VALUES (?, ?, ?, ?, ?)',
    [id, fileName, sha256, bytes, uploadedAt],
  );
};

/** Keeps the newest uploads only; a workbook full of identity numbers is not kept for longer than it is worked on. */
export const dropOldUploads = (writer: Writer, kept: number): void => {
  writer.run(
    'DELETE FROM import_uploads WHERE id NOT IN (SELECT id FROM import_uploads ORDER BY uploaded_at DESC, id DESC LIMIT ?)',
    [kept],
  );
};

export const getUpload = (reader: Reader, id: string): UploadRow | null => {
  const row = reader.get<Omit<UploadRow, 'mapping'> & { readonly mapping: string | null }>(
    'SELECT id, file_name AS fileName, sha256, bytes, mapping FROM import_uploads WHERE id = ?',
    [id],
  );
  return row
    ? { ...row, mapping: row.mapping === null ? null : (JSON.parse(row.mapping) as ImportMapping) }
    : null;
};

export const saveUploadMapping = (writer: Writer, id: string, mapping: ImportMapping): void => {
  writer.run('UPDATE import_uploads SET mapping = ? WHERE id = ?', [JSON.stringify(mapping), id]);
};

export interface MappingRow {
  readonly kind: SheetKind;
  readonly fields: readonly (ImportField | null)[];
}

export const listMappings = (reader: Reader): ReadonlyMap<string, MappingRow> =>
  new Map(
    reader
      .all<{ signature: string; kind: SheetKind; fields: string }>(
        'SELECT signature, kind, fields FROM import_mappings',
      )
      .map(({ signature, kind, fields }) => [
        signature,
        { kind, fields: JSON.parse(fields) as MappingRow['fields'] },
      ]),
  );

export const saveMapping = (writer: Writer, signature: string, mapping: MappingRow, usedAt: string): void => {
  writer.run(
    `INSERT INTO import_mappings (signature, kind, fields, used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (signature) DO UPDATE SET kind = excluded.kind, fields = excluded.fields, used_at = excluded.used_at`,
    [signature, mapping.kind, JSON.stringify(mapping.fields), usedAt],
  );
};

export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly counts: ImportCounts;
  readonly finishedAt: string;
  readonly undoneAt: string | null;
}

type StoredImport = Omit<ImportRow, 'counts'> & { readonly counts: string };

const importColumns =
  'id, file_name AS fileName, sha256, counts, finished_at AS finishedAt, undone_at AS undoneAt';

const importOf = (row: StoredImport): ImportRow => ({
  ...row,
  counts: JSON.parse(row.counts) as ImportCounts,
});

/** Newest first. */
export const listImports = (reader: Reader): readonly ImportRow[] =>
  reader
    .all<StoredImport>(`SELECT ${importColumns} FROM imports ORDER BY finished_at DESC, id DESC`)
    .map(importOf);

export const getImport = (reader: Reader, id: string): ImportRow | null => {
  const row = reader.get<StoredImport>(`SELECT ${importColumns} FROM imports WHERE id = ?`, [id]);
  return row ? importOf(row) : null;
};

/** The newest import of the same bytes that was not undone. */
export const finishedImportOf = (reader: Reader, sha256: string): ImportRow | null => {
  const row = reader.get<StoredImport>(
    `SELECT ${importColumns} FROM imports WHERE sha256 = ? AND undone_at IS NULL ORDER BY finished_at DESC LIMIT 1`,
    [sha256],
  );
  return row ? importOf(row) : null;
};

/** `sheets` is what the rejects workbook needs to know of the sheets, as JSON. */
export const saveImport = (
  writer: Writer,
  row: Omit<ImportRow, 'undoneAt'> & { readonly mapping: ImportMapping; readonly sheets: string },
): void => {
  writer.run(
    'INSERT INTO imports (id, file_name, sha256, mapping, sheets, counts, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      row.id,
      row.fileName,
      row.sha256,
      JSON.stringify(row.mapping),
      row.sheets,
      JSON.stringify(row.counts),
      row.finishedAt,
    ],
  );
};

export const getImportSheets = (reader: Reader, id: string): string | null =>
  reader.get<{ sheets: string }>('SELECT sheets FROM imports WHERE id = ?', [id])?.sheets ?? null;

export const markImportUndone = (writer: Writer, id: string, undoneAt: string): void => {
  writer.run('UPDATE imports SET undone_at = ? WHERE id = ?', [undoneAt, id]);
};

export const saveFinding = (
  writer: Writer,
  importId: string,
  position: number,
  finding: ImportFinding,
): void => {
  const { sheet, row, column, field, level, code, before, after } = finding;
  writer.run(
    `INSERT INTO import_findings (import_id, position, sheet, row, column, field, level, code, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [importId, position, sheet, row, column, field, level, code, before, after],
  );
};

export const listFindings = (reader: Reader, importId: string): readonly ImportFinding[] =>
  reader.all<ImportFinding>(
    `SELECT sheet, row, column, field, level, code, before, after FROM import_findings
     WHERE import_id = ? ORDER BY position`,
    [importId],
  );

/** `cells` and `reasons` are JSON. */
export interface RejectedRowRecord {
  readonly sheet: string;
  readonly row: number;
  readonly cells: string;
  readonly reasons: string;
}

export const saveRejectedRow = (
  writer: Writer,
  importId: string,
  position: number,
  { sheet, row, cells, reasons }: RejectedRowRecord,
): void => {
  writer.run(
    'INSERT INTO import_rejected_rows (import_id, position, sheet, row, cells, reasons) VALUES (?, ?, ?, ?, ?, ?)',
    [importId, position, sheet, row, cells, reasons],
  );
};

export const listRejectedRows = (reader: Reader, importId: string): readonly RejectedRowRecord[] =>
  reader.all<RejectedRowRecord>(
    'SELECT sheet, row, cells, reasons FROM import_rejected_rows WHERE import_id = ? ORDER BY position',
    [importId],
  );
