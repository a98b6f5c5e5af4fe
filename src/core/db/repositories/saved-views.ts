import type { SavedViewId } from '../../../shared/domain/ids.ts';
import { savedView, type SavedView, type SavedViewInput } from '../../../shared/domain/saved-view.ts';
import type { Reader, Writer } from '../archive-store.ts';

interface Row {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly query: string;
  readonly hiddenColumns: string;
}

/** In the order of the side bar. */
export const listSavedViews = (reader: Reader): readonly SavedView[] =>
  reader
    .all<Row>(
      'SELECT id, list, name, query, hidden_columns AS hiddenColumns FROM saved_views ORDER BY position, saved_at',
    )
    .map(({ query, hiddenColumns, ...row }) =>
      savedView.parse({ ...row, query: JSON.parse(query), hiddenColumns: JSON.parse(hiddenColumns) }),
    );

/** Inserts at the end; a view of the same list and name takes the new content in its place. */
export const saveView = (
  writer: Writer,
  id: SavedViewId,
  { list, name, query, hiddenColumns }: SavedViewInput,
  at: string,
): void => {
  writer.run(
    `INSERT INTO saved_views (id, list, name, query, hidden_columns, position, saved_at)
     VALUES (:id, :list, :name, :query, :hiddenColumns, (SELECT coalesce(max(position), 0) + 1 FROM saved_views), :at)
     ON CONFLICT (list, name) DO UPDATE SET query = excluded.query, hidden_columns = excluded.hidden_columns,
       saved_at = excluded.saved_at`,
    { id, list, name, query: JSON.stringify(query), hiddenColumns: JSON.stringify(hiddenColumns), at },
  );
};

/** @returns false where there is none */
export const renameView = (writer: Writer, id: SavedViewId, name: string): boolean =>
  writer.run('UPDATE saved_views SET name = ? WHERE id = ?', [name, id]).changes === 1;

export const placeView = (writer: Writer, id: SavedViewId, position: number): void => {
  writer.run('UPDATE saved_views SET position = ? WHERE id = ?', [position, id]);
};

export const deleteView = (writer: Writer, id: SavedViewId): void => {
  writer.run('DELETE FROM saved_views WHERE id = ?', [id]);
};
