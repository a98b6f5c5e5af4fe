import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { SavedView, ViewedList } from '../../../shared/domain/saved-view.ts';
import { useApi } from '../../app/archive-api.tsx';
import { viewParameter } from './view-links.ts';

const none: readonly SavedView[] = [];

/** All saved views in the order of the side bar. */
export const useSavedViews = (): readonly SavedView[] =>
  useQuery(useApi().views.list.queryOptions()).data ?? none;

/** The view that the address opens, if it is one of this list. */
export const useOpenView = (list: ViewedList): SavedView | null => {
  const [query] = useSearchParams();
  const id = query.get(viewParameter);
  return useSavedViews().find((view) => view.id === id && view.list === list) ?? null;
};
