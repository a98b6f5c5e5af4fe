import { useQuery } from '@tanstack/react-query';
import type { Filing } from '../../../shared/domain/filing.ts';
import type { OrganizationFacts } from '../../../shared/domain/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import type { FactNames } from '../organizations/facts/fact-lines.ts';

/** Names of what the facts of a filing refer to: its community, and a person who is or was on the roster. */
export const useFactNames = ({
  organizationId,
}: Pick<Filing, 'organizationId'>): ((facts: OrganizationFacts) => FactNames) => {
  const api = useApi();
  const { data: office } = useQuery(api.office.get.queryOptions());
  const { data: roster = [] } = useQuery(
    api.roster.list.queryOptions({ input: { organizationId, text: '', includeFormer: true } }),
  );
  return ({ communityId, responsiblePersonId }) => ({
    community: office?.communities.find(({ id }) => id === communityId)?.name ?? '',
    responsiblePerson: roster.find(({ personId }) => personId === responsiblePersonId)?.name ?? null,
  });
};
