import { Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { communityId, type CommunityId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';
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
export const RegisterFilters = ({ query, placeholder, children }: RegisterFiltersProps) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const [text, setText] = useDraftText(query.get('text').slice(0, 60), (value) => query.set({ text: value }));
  return (
    <Group gap="xs" role="search">
      <TextInput
        w={220}
        placeholder={placeholder}
        aria-label="筛选"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FilterMenu
        label="社区"
        options={(office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        selected={communitiesIn(query)}
        onChange={(ids) => query.set({ community: ids.join(',') })}
      />
      {children}
    </Group>
  );
};
