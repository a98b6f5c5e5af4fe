import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { communityId, type CommunityId } from '../../../shared/domain/ids.ts';
import { TextFilter } from '../../components/TextFilter.tsx';
import { CommunityFilter } from '../organizations/CommunityFilter.tsx';
import type { RegisterQuery } from './use-register-query.ts';

/** Communities that the address names; ids that cannot be are left out. */
export const communitiesIn = (query: RegisterQuery): CommunityId[] =>
  query.list('community').flatMap((id) => communityId.safeParse(id).data ?? []);

interface RegisterFiltersProps {
  readonly query: RegisterQuery;
  readonly placeholder: string;
  /** Filters of this register alone. */
  readonly children?: ReactNode;
}

/** Words and communities, which every register can be narrowed by, and its own filters after them. */
export const RegisterFilters = ({ query, placeholder, children }: RegisterFiltersProps) => (
  <Group gap="xs" role="search">
    <TextFilter
      width={220}
      placeholder={placeholder}
      value={query.get('text').slice(0, 60)}
      onChange={(text) => query.set({ text })}
    />
    <CommunityFilter
      selected={communitiesIn(query)}
      onChange={(ids) => query.set({ community: ids.join(',') })}
    />
    {children}
  </Group>
);
