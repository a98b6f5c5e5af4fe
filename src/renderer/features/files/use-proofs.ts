import { useQuery } from '@tanstack/react-query';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';

/** Titles of an organization's records by id, to say what a paper proves. */
export const useProofs = (organizationId: OrganizationId): ReadonlyMap<string, string> => {
  const { data = [] } = useQuery(
    useApi().records.list.queryOptions({ input: { organizationId, part: null } }),
  );
  return new Map(data.map(({ id, title }) => [id, title]));
};
