import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface ArchiveYearModalProps {
  readonly year: number;
  readonly count: number;
  readonly onClose: () => void;
}

/** Who archives; numbers are given for good. */
export const ArchiveYearModal = ({ year, count, onClose }: ArchiveYearModalProps) => {
  const [by, setBy] = useState('');
  const archive = useMutation(
    useApi().archiving.archive.mutationOptions({
      onSuccess: ({ archived }) => {
        notifications.show({ message: `${year} 年度归档了 ${archived} 件，可到“归档目录”查看和打印。` });
        onClose();
      },
    }),
  );
  const archivedBy = by.trim();
  return (
    <Modal opened onClose={onClose} title={`归档 ${year} 年度`} size={520}>
      <ImeSafeForm
        aria-label="归档"
        onSubmit={() =>
          archivedBy !== '' &&
          !archive.isPending &&
          archive.mutate({ year, organizationId: null, archivedBy, count })
        }
      >
        <Stack gap="sm">
          <Text size="sm">
            {count}{' '}
            件将编上档号并锁定。档号编后不再变动、不再改给别的文件；以后要更正，须写明理由，改前的内容留有记录。
          </Text>
          <TextInput
            label="归档人"
            withAsterisk
            data-autofocus
            maxLength={30}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <ErrorNotice error={archive.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不归档
            </Button>
            <Button type="submit" loading={archive.isPending} disabled={archivedBy === ''}>
              归档 {count} 件
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
