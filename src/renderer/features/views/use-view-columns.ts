import { useEffect, useEffectEvent } from 'react';
import type { SavedView } from '../../../shared/domain/saved-view.ts';
import type { StoredColumns } from '../../components/use-stored-columns.ts';

/** A view brings its columns along when it is opened; after that they may be changed as ever. */
export const useViewColumns = <Column extends string>(
  view: SavedView | null,
  columns: StoredColumns<Column>,
  columnOf: (name: string) => Column | null,
): void => {
  const bring = useEffectEvent(() => {
    if (view !== null) columns.set(view.hiddenColumns.flatMap((name) => columnOf(name) ?? []));
  });
  const id = view?.id ?? null;
  useEffect(() => {
    if (id !== null) bring();
  }, [id]);
};
