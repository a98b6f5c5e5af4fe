import { Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { communityId, type CommunityId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';
import type { ListQuery } from '../../components/use-list-query.ts';

/** Communities that the address names. */
export const communitiesIn = (query: ListQuery): CommunityId[] =>
  query.values('community').flatMap((id) => communityId.safeParse(id).data ?? []);

interface ListFiltersProps {
  readonly query: ListQuery;
  /** Placeholder of the text box; none where the list has no text filter. */
  readonly textHint?: string;
  readonly children?: ReactNode;
  /** At the right end: the export. */
  readonly aside: ReactNode;
}

/** Text and community, what the list has besides, and the export. */
export const ListFilters = ({ query, textHint, children, aside }: ListFiltersProps) => {
  const [text, setText] = useDraftText(query.text, (value) => query.change({ text: value }));
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const communities = (office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
      <Group gap="xs" role="search">
        {textHint === undefined ? null : (
          <TextInput
            w={210}
            placeholder={textHint}
            aria-label="筛选"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <FilterMenu
          label="社区"
          options={communities}
          selected={communitiesIn(query)}
          onChange={(selected) => query.change({ community: selected })}
        />
        {children}
      </Group>
      {aside}
    </Group>
  );
};
