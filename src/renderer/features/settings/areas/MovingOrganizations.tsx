import { Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommunityId, OrganizationId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { defaultSort, emptyFilter } from '../../organizations/list-state.ts';

interface MovingOrganizationsProps {
  readonly communityId: CommunityId;
  readonly chosen: readonly OrganizationId[];
  readonly onChange: (chosen: readonly OrganizationId[]) => void;
}

const endedStatuses = ['dissolved', 'revoked', 'registered'];

/** Which organizations of a community go over into the new one; those that have ended stay. */
export const MovingOrganizations = ({ communityId, chosen, onChange }: MovingOrganizationsProps) => {
  const [text, setText] = useState('');
  const { data } = useQuery(
    useApi().organizations.list.queryOptions({
      input: {
        filter: { ...emptyFilter, communityIds: [communityId] },
        sort: defaultSort,
        offset: 0,
        limit: 200,
      },
    }),
  );
  const all = (data?.rows ?? []).filter(({ status }) => !endedStatuses.includes(status));
  const shown = all.filter(({ name }) => name.includes(text.trim()));
  const toggle = (id: OrganizationId): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm">
          划入新社区的组织（已选 {chosen.length}／{all.length}）
        </Text>
        <TextInput
          size="xs"
          w={180}
          aria-label="筛选组织"
          placeholder="筛选名称"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <ScrollArea.Autosize mah={200}>
        <Stack gap={6} role="group" aria-label="划入新社区的组织">
          {shown.map(({ id, name }) => (
            <Checkbox
              key={id}
              size="sm"
              label={name}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
};
