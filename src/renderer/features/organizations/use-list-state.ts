import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { OrganizationFilter, OrganizationSort } from '../../../shared/contract/organizations.ts';
import { emptyFilter, listStateFrom, queryOf, type ListState } from './list-state.ts';

export interface ListStateControl extends ListState {
  readonly changeFilter: (change: Partial<OrganizationFilter>) => void;
  readonly clearFilter: () => void;
  readonly changeSort: (sort: OrganizationSort) => void;
  readonly changePage: (page: number) => void;
}

/** The list's state in the address. Typing replaces the history entry, so that Back leaves the list at once. */
export const useListState = (): ListStateControl => {
  const [query, setQuery] = useSearchParams();
  const state = useMemo(() => listStateFrom(query), [query]);
  const go = (next: ListState): void => setQuery(queryOf(next), { replace: true });
  return {
    ...state,
    changeFilter: (change) => go({ ...state, filter: { ...state.filter, ...change }, page: 1 }),
    clearFilter: () => go({ ...state, filter: emptyFilter, page: 1 }),
    changeSort: (sort) => go({ ...state, sort, page: 1 }),
    changePage: (page) => go({ ...state, page }),
  };
};
