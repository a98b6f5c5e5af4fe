import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** The last bulk change, and the way to take it back. */
export const LastBulk = () => {
  const { bulk } = useApi();
  const { data: last } = useQuery(bulk.last.queryOptions());
  const undo = useMutation(
    bulk.undo.mutationOptions({
      onSuccess: ({ restored }) => notifications.show({ message: `${restored} 个组织已改回原样。` }),
    }),
  );
  if (last === undefined || last === null) return null;
  return (
    <>
      <Group gap={6} ms="auto" wrap="nowrap">
        <Text size="sm" c="dimmed" lineClamp={1}>
          上次批量修改：{dayOfInstant(last.editedAt)}　{last.field} → {last.value ?? '（清空）'}，
          {last.organizations} 个
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={undo.isPending}
          onClick={() => undo.mutate({ id: last.id })}
        >
          撤销
        </Button>
      </Group>
      <ErrorNotice error={undo.error} />
    </>
  );
};
