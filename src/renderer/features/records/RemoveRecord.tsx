import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierRecord } from '../../../shared/domain/dossier-record.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { messageOf } from '../../components/error-sentence.ts';

interface RemoveRecordProps {
  readonly record: Pick<DossierRecord, 'id' | 'title'>;
  readonly onRemoved: () => void;
}

/** Puts a record into the recycle bin; the notice that says so takes it back with one press. */
export const RemoveRecord = ({ record, onRemoved }: RemoveRecordProps) => {
  const { records } = useApi();
  const [asking, setAsking] = useState(false);
  const restore = useMutation(
    records.restore.mutationOptions({
      onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
    }),
  );
  const offerUndo = (): void => {
    const notice = `removed-${record.id}`;
    notifications.show({
      id: notice,
      title: `已移到回收站：${record.title}`,
      message: (
        <Button
          mt={6}
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(notice);
            restore.mutate({ id: record.id });
          }}
        >
          撤销删除
        </Button>
      ),
      autoClose: 12_000,
    });
  };
  const remove = useMutation(
    records.remove.mutationOptions({
      onSuccess: () => {
        offerUndo();
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
          <Text size="sm">把“{record.title}”移到回收站？以后还可以找回来。</Text>
          <ErrorNotice error={remove.error} />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              不删
            </Button>
            <Button
              size="xs"
              color="red.8"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: record.id })}
            >
              移到回收站
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
