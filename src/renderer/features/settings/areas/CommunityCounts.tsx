import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';

/** The communities of any day by their names of then, with the filed organizations that they had. */
export const CommunityCounts = () => {
  const [on, setOn] = useState<string | null>(null);
  const { data = [] } = useQuery(
    useApi().areas.counts.queryOptions({ input: on === null ? skipToken : { on } }),
  );
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text size="sm">查某一天的社区和备案组织数</Text>
        <DateField w={160} aria-label="哪一天" value={on} onChange={setOn} />
      </Group>
      {on === null ? null : (
        <SimpleGrid cols={3} spacing="xl" verticalSpacing={4}>
          {data.map(({ communityId, name, organizations }) => (
            <Group key={communityId} justify="space-between" wrap="nowrap">
              <Text size="sm" truncate>
                {name}
              </Text>
              <Text size="sm">{organizations} 个</Text>
            </Group>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
};
