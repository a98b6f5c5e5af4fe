import { savedViewId, type SavedViewId } from '../../shared/domain/ids.ts';
import type { SavedView, SavedViewInput } from '../../shared/domain/saved-view.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  deleteView,
  listSavedViews,
  placeView,
  renameView,
  saveView,
} from '../db/repositories/saved-views.ts';
import type { OpenArchive } from '../open-archive.ts';

/** In the order of the side bar. */
export const readSavedViews = ({ store }: OpenArchive): Promise<readonly SavedView[]> =>
  store.read(listSavedViews);

const changed = ({ store }: OpenArchive, work: (writer: Writer) => void): Promise<readonly SavedView[]> =>
  store.write((writer) => {
    work(writer);
    return listSavedViews(writer);
  });

/** Keeps a view; one of the same list and name is replaced. */
export const keepView = (archive: OpenArchive, input: SavedViewInput): Promise<readonly SavedView[]> =>
  changed(archive, (writer) =>
    saveView(writer, savedViewId.parse(archive.ports.random.id()), input, archive.ports.clock.instant()),
  );

/** @throws CodedError NOT_FOUND; CONFLICT `view-name` when another view of the list is called so */
export const nameView = (
  archive: OpenArchive,
  { id, name }: { readonly id: SavedViewId; readonly name: string },
): Promise<readonly SavedView[]> =>
  changed(archive, (writer) => {
    const views = listSavedViews(writer);
    const list = views.find((view) => view.id === id)?.list;
    if (views.some((view) => view.list === list && view.name === name && view.id !== id))
      throw new CodedError('CONFLICT', { what: 'view-name' });
    if (!renameView(writer, id, name)) throw new CodedError('NOT_FOUND', { what: 'view' });
  });

/** Puts the views into a new order; ids of views that are gone are passed over. */
export const orderViews = (
  archive: OpenArchive,
  ids: readonly SavedViewId[],
): Promise<readonly SavedView[]> =>
  changed(archive, (writer) => {
    const rest = listSavedViews(writer)
      .map(({ id }) => id)
      .filter((id) => !ids.includes(id));
    [...ids, ...rest].forEach((id, index) => placeView(writer, id, index + 1));
  });

export const removeView = (archive: OpenArchive, id: SavedViewId): Promise<readonly SavedView[]> =>
  changed(archive, (writer) => deleteView(writer, id));
