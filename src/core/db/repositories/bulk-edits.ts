import { bulkChange, type BulkChange } from '../../../shared/domain/bulk-edit.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { BulkEditId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface StoredBulkEdit {
  readonly id: BulkEditId;
  readonly change: BulkChange;
  readonly editedAt: IsoInstant;
  readonly undone: boolean;
  readonly organizations: number;
}

interface Row {
  readonly id: BulkEditId;
  readonly change: string;
  readonly editedAt: string;
  readonly undoneAt: string | null;
  readonly organizations: number;
}

const editsWhere = (
  reader: Reader,
  condition: string,
  parameters: readonly string[],
): StoredBulkEdit | null => {
  const row = reader.get<Row>(
    `SELECT e.id, e.change, e.edited_at AS editedAt, e.undone_at AS undoneAt,
       (SELECT count(*) FROM bulk_edit_lines l WHERE l.edit_id = e.id) AS organizations
     FROM bulk_edits e WHERE ${condition}`,
    parameters,
  );
  if (row === undefined) return null;
  const { change, undoneAt, ...rest } = row;
  return { ...rest, change: bulkChange.parse(JSON.parse(change)), undone: undoneAt !== null };
};

export const getBulkEdit = (reader: Reader, id: BulkEditId): StoredBulkEdit | null =>
  editsWhere(reader, 'e.id = ?', [id]);

/** The last change that was not taken back. */
export const lastBulkEdit = (reader: Reader): StoredBulkEdit | null =>
  editsWhere(reader, 'e.undone_at IS NULL ORDER BY e.edited_at DESC, e.rowid DESC LIMIT 1', []);

export const insertBulkEdit = (
  writer: Writer,
  { id, change, at }: { readonly id: BulkEditId; readonly change: BulkChange; readonly at: IsoInstant },
): void => {
  writer.run('INSERT INTO bulk_edits (id, change, edited_at) VALUES (?, ?, ?)', [
    id,
    JSON.stringify(change),
    at,
  ]);
};

export const insertBulkLine = (
  writer: Writer,
  id: BulkEditId,
  organizationId: OrganizationId,
  before: BulkChange['value'],
): void => {
  writer.run('INSERT INTO bulk_edit_lines (edit_id, organization_id, before) VALUES (?, ?, ?)', [
    id,
    organizationId,
    before === null ? null : JSON.stringify(before),
  ]);
};

/** Organizations of a change and what each had before. */
export const listBulkLines = (
  reader: Reader,
  id: BulkEditId,
): readonly { readonly organizationId: OrganizationId; readonly before: unknown }[] =>
  reader
    .all<{ organizationId: OrganizationId; before: string | null }>(
      'SELECT organization_id AS organizationId, before FROM bulk_edit_lines WHERE edit_id = ?',
      [id],
    )
    .map(({ organizationId, before }) => ({
      organizationId,
      before: before === null ? null : JSON.parse(before),
    }));

export const markBulkUndone = (writer: Writer, id: BulkEditId, at: IsoInstant): void => {
  writer.run('UPDATE bulk_edits SET undone_at = ? WHERE id = ?', [at, id]);
};
