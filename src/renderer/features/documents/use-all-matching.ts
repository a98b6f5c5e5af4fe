import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { OrganizationFilter, OrganizationSort } from '../../../shared/contract/organizations.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { maxBatch } from './print-choice.ts';

/** Rows read at a time, as many as the contract gives. */
export const pickerPage = 200;

export const pickerSort: OrganizationSort = { by: 'community', descending: false };

/** The ids of every organization that a filter lets through, read page by page, up to one batch. */
export const useAllMatching = (
  onRead: (ids: readonly OrganizationId[]) => void,
): UseMutationResult<readonly OrganizationId[], Error, OrganizationFilter> => {
  const { organizations } = useApi();
  return useMutation({
    mutationFn: async (filter: OrganizationFilter) => {
      const ids: OrganizationId[] = [];
      for (let total = 1; ids.length < Math.min(total, maxBatch);) {
        // Pages follow each other: the next is wanted only when the one before was full.
        const page = await organizations.list.call({
          filter,
          sort: pickerSort,
          offset: ids.length,
          limit: pickerPage,
        });
        if (page.rows.length === 0) break;
        ids.push(...page.rows.map(({ id }) => id));
        total = page.total;
      }
      return ids.slice(0, maxBatch);
    },
    onSuccess: onRead,
  });
};
