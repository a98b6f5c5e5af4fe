import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { messageOf } from '../../components/error-sentence.ts';
import { offerUndo } from './offer-undo.tsx';

interface RemoveLineProps {
  readonly row: ServiceRow;
  readonly onRemoved: () => void;
}

/** Puts a line into the recycle bin; the notice that says so takes it back with one press. */
export const RemoveLine = ({ row: { id, title }, onRemoved }: RemoveLineProps) => {
  const { serviceRegisters } = useApi();
  const [asking, setAsking] = useState(false);
  const restore = useMutation(
    serviceRegisters.restore.mutationOptions({
      onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
    }),
  );
  const remove = useMutation(
    serviceRegisters.remove.mutationOptions({
      onSuccess: () => {
        offerUndo({
          id: `removed-${id}`,
          title: `已移到回收站：${title}`,
          onUndo: () => restore.mutate({ id }),
        });
        onRemoved();
      },
    }),
  );
  return (
    <Popover opened={asking} onChange={setAsking} width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="subtle" color="red.8" onClick={() => setAsking(true)}>
          删除
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">把“{title}”移到回收站？以后还可以找回来。</Text>
          <ErrorNotice error={remove.error} />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              不删
            </Button>
            <Button size="xs" color="red.8" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
              移到回收站
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
