import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../../app/archive-api.tsx';

/** Drops everything that was read from the archive as soon as it is no longer open: a locked screen keeps no names. */
export const useForgetWhenClosed = (open: boolean): void => {
  const queryClient = useQueryClient();
  const api = useApi();
  useEffect(() => {
    if (open) return;
    const [statusKey] = api.archive.status.key();
    queryClient.removeQueries({
      predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== JSON.stringify(statusKey),
    });
    queryClient.getMutationCache().clear();
  }, [open, queryClient, api]);
};
