import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { byteWords } from '../../components/byte-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { namedItem, type BinnedItem } from './binned-kind.ts';

interface EmptyBinModalProps {
  readonly items: readonly BinnedItem[];
  readonly onClose: () => void;
}

const shown = 8;

/** Two confirmations: to go on, and to type how many. */
export const EmptyBinModal = ({ items, onClose }: EmptyBinModalProps) => {
  const [sure, setSure] = useState(false);
  const [typed, setTyped] = useState('');
  const empty = useMutation(
    useApi().safekeeping.emptyRecycleBin.mutationOptions({
      onSuccess: ({ removed, bytesFreed }) => {
        notifications.show({ message: `彻底删除了 ${removed} 项，腾出 ${byteWords(bytesFreed)}。` });
        onClose();
      },
    }),
  );
  const confirmed = typed.trim() === String(items.length);
  const submit = (): void => {
    if (!sure) return setSure(true);
    if (!confirmed || empty.isPending) return;
    empty.mutate({
      items: items.map(namedItem),
      count: items.length,
    });
  };
  return (
    <Modal opened onClose={onClose} title="彻底删除" size={520}>
      <ImeSafeForm aria-label="彻底删除" onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">下面 {items.length} 项删除后不能恢复，备份里没有的就再也找不回来：</Text>
          <List size="sm" c="dimmed">
            {items.slice(0, shown).map(({ id, title, organizationName }) => (
              <List.Item key={id}>
                {organizationName === null ? '' : `${organizationName}：`}
                {title}
              </List.Item>
            ))}
          </List>
          {items.length > shown ? (
            <Text size="sm" c="dimmed">
              等 {items.length} 项
            </Text>
          ) : null}
          {sure ? (
            <TextInput
              label={`请输入要删除的项数 ${items.length}，再按“彻底删除”`}
              data-autofocus
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : null}
          <ErrorNotice error={empty.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-autofocus>
              不删了
            </Button>
            <Button type="submit" color="red.8" loading={empty.isPending} disabled={sure && !confirmed}>
              {sure ? '彻底删除' : '继续'}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
