import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

/** Another name; labels that hang already lead here as before. */
export const RenamePlaceModal = ({
  place,
  onClose,
}: {
  readonly place: PlaceRow;
  readonly onClose: () => void;
}) => {
  const [name, setName] = useState(place.name);
  const [note, setNote] = useState(place.note ?? '');
  const change = useMutation(useApi().places.change.mutationOptions({ onSuccess: onClose }));
  return (
    <Modal opened onClose={onClose} title={`改名：${place.name}`} size={480}>
      <ImeSafeForm
        aria-label="改名"
        onSubmit={() =>
          name.trim() !== '' && change.mutate({ id: place.id, name, note: note.trim() || null })
        }
      >
        <Stack gap="sm">
          <TextInput
            label="名称"
            description="贴着的标签仍能扫出这里；名称变了，请重印标签"
            withAsterisk
            data-autofocus
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="备注"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" loading={change.isPending} disabled={name.trim() === ''}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
