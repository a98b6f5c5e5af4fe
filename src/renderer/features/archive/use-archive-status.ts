import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';

/** Whether there is an archive, and whether it is open. */
export const useArchiveStatus = () => useQuery(useApi().archive.status.queryOptions());
