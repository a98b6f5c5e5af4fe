import { Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommunityId, OrganizationId } from '../../../../shared/domain/ids.ts';
import { organizationStatus, type OrganizationStatus } from '../../../../shared/domain/organization.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { useDraftText } from '../../../components/use-draft-text.ts';
import { defaultSort, emptyFilter } from '../../organizations/list-state.ts';

interface MovingOrganizationsProps {
  readonly communityId: CommunityId;
  readonly chosen: readonly OrganizationId[];
  readonly onChange: (chosen: readonly OrganizationId[]) => void;
}

const ended: readonly OrganizationStatus[] = ['dissolved', 'revoked', 'registered'];
const movable = organizationStatus.options.filter((status) => !ended.includes(status));

/** Read at a time; a community with more is searched by name. */
const listed = 200;

/** Which organizations of a community go over into the new one; those that have ended stay. */
export const MovingOrganizations = ({ communityId, chosen, onChange }: MovingOrganizationsProps) => {
  const [name, setName] = useState('');
  const [text, setText] = useDraftText(name, setName);
  const { data } = useQuery(
    useApi().organizations.list.queryOptions({
      input: {
        filter: { ...emptyFilter, communityIds: [communityId], statuses: movable, text: name },
        sort: defaultSort,
        offset: 0,
        limit: listed,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const shown = data?.rows ?? [];
  const total = data?.total ?? 0;
  const toggle = (id: OrganizationId): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm">
          划入新社区的组织（已选 {chosen.length} 个，{name === '' ? '共' : '找到'} {total} 个）
        </Text>
        <TextInput
          size="xs"
          w={180}
          aria-label="筛选组织"
          placeholder="名称、拼音首字母"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <ScrollArea.Autosize mah={200}>
        <Stack gap={6} role="group" aria-label="划入新社区的组织">
          {shown.map(({ id, name: label }) => (
            <Checkbox
              key={id}
              size="sm"
              label={label}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
          {total > shown.length ? (
            <Text size="sm" c="dimmed">
              只列出前 {shown.length} 个，其余的输入名称来找。
            </Text>
          ) : null}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
};
