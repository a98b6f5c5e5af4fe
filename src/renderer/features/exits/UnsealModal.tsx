import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface UnsealModalProps {
  readonly organizationId: OrganizationId;
  readonly onClose: () => void;
}

export const UnsealModal = ({ organizationId, onClose }: UnsealModalProps) => {
  const [openedBy, setOpenedBy] = useState('');
  const [reason, setReason] = useState('');
  const unseal = useMutation(useApi().exits.unseal.mutationOptions({ onSuccess: onClose }));
  const ready = openedBy.trim() !== '' && reason.trim().length >= 4;
  return (
    <Modal opened onClose={onClose} title="启封更正" size={520}>
      <ImeSafeForm
        aria-label="启封更正"
        onSubmit={() =>
          ready &&
          !unseal.isPending &&
          unseal.mutate({ organizationId, openedBy: openedBy.trim(), reason: reason.trim() })
        }
      >
        <Stack gap="sm">
          <Text size="sm">启封人和理由会留在档案里；卷号不变。改完请重新封存。</Text>
          <TextInput
            label="启封人"
            withAsterisk
            data-autofocus
            maxLength={30}
            value={openedBy}
            onChange={(event) => setOpenedBy(event.currentTarget.value)}
          />
          <Textarea
            label="理由"
            withAsterisk
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNotice error={unseal.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!ready} loading={unseal.isPending}>
              启封
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
