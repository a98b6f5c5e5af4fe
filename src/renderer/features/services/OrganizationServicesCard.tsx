import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';

const shown = 6;

/** What an organization did and was given, newest first, each a press away; nothing where nothing is registered. */
export const OrganizationServicesCard = ({ id }: { readonly id: OrganizationId }) => {
  const { data } = useQuery(
    useApi().serviceRegisters.ofOrganization.queryOptions({ input: { organizationId: id } }),
  );
  if (data === undefined || data.length === 0) return null;
  return (
    <Card
      title="活动与服务"
      aside={
        <Anchor component={Link} size="sm" to={paths.services('activity', { organization: id })}>
          全部活动
        </Anchor>
      }
    >
      <Stack gap={6}>
        {data.slice(0, shown).map((row) => (
          <Group key={row.id} justify="space-between" wrap="nowrap" gap="xs">
            <Anchor
              component={Link}
              size="sm"
              lineClamp={1}
              to={paths.services(row.register, { line: row.id })}
            >
              {registerWords(row.register).one}：{row.title}
            </Anchor>
            <Text size="xs" c="dimmed" flex="none">
              {row.occurredOn}
            </Text>
          </Group>
        ))}
        {data.length > shown ? (
          <Text size="xs" c="dimmed">
            共 {data.length} 条
          </Text>
        ) : null}
      </Stack>
    </Card>
  );
};
