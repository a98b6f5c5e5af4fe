import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { codedErrorOf } from './client.ts';

/**
 * Reads are kept until something is written; after each write everything is read again, because one fact shows
 * in many places (list, dossier, home). An archive that was locked elsewhere sends every screen to the lock.
 */
export const makeQueryClient = (): QueryClient => {
  const onError = (error: unknown): void => {
    const code = codedErrorOf(error)?.code;
    if (code === 'ARCHIVE_LOCKED' || code === 'ARCHIVE_ABSENT') {
      void client.invalidateQueries({ queryKey: [['archive', 'status']] });
    }
  };
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError, onSuccess: () => client.invalidateQueries() }),
  });
  return client;
};
