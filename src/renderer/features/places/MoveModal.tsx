import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { storagePlaceId, type StoragePlaceId } from '../../../shared/domain/ids.ts';
import type { PlacedSubject, PlaceKind } from '../../../shared/domain/storage-place.ts';
import { canStandIn } from '../../../shared/domain/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';

const nowhere = 'nowhere';

interface MoveModalProps {
  readonly title: string;
  readonly subjects: readonly PlacedSubject[];
  /** Kind of the place that is moved; left out for items and dossiers, which stand anywhere. */
  readonly kind?: PlaceKind;
  readonly from: StoragePlaceId | null;
  readonly onClose: () => void;
}

/** Where something goes, on what day, and who carried it. */
export const MoveModal = ({ title, subjects, kind, from, onClose }: MoveModalProps) => {
  const { places } = useApi();
  const { data: tree = [] } = useQuery(places.tree.queryOptions());
  const [to, setTo] = useState<string | null>(from);
  const [movedOn, setMovedOn] = useState<string | null>(todayHere());
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  const move = useMutation(
    places.move.mutationOptions({
      onSuccess: ({ moved }) => {
        notifications.show({ message: moved === 0 ? '原来就在这里，没有改动。' : '存放位置已登记。' });
        onClose();
      },
    }),
  );
  const choices = tree
    .filter((place) => kind === undefined || canStandIn(kind, place.kind))
    .filter(({ id }) => !subjects.some((subject) => subject.id === id))
    .map(({ id, path }) => ({ value: id, label: path }));
  const ready = to !== null && movedOn !== null && by.trim() !== '';
  return (
    <Modal opened onClose={onClose} title={title} size={560}>
      <ImeSafeForm
        aria-label={title}
        onSubmit={() =>
          ready &&
          move.mutate({
            subjects: [...subjects],
            to: to === nowhere ? null : storagePlaceId.parse(to),
            movedOn,
            movedBy: by,
            note: note.trim() || null,
          })
        }
      >
        <Stack gap="sm">
          {choices.length === 0 ? (
            <Text size="sm">还没有存放位置。先在“档案保管”的“存放位置”里添加库房、柜架和盒。</Text>
          ) : null}
          <Select
            label="放到"
            withAsterisk
            searchable
            data-autofocus
            data={[
              ...choices,
              { value: nowhere, label: kind === undefined ? '取出，暂无位置' : '不放在别处里' },
            ]}
            value={to}
            onChange={setTo}
            nothingFoundMessage="没有这样的位置"
          />
          <Group grow>
            <DateField label="日期" withAsterisk required value={movedOn} onChange={setMovedOn} />
            <TextInput
              label="经手人"
              withAsterisk
              maxLength={30}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            />
          </Group>
          <TextInput
            label="说明"
            placeholder="如 整理后换大盒"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={move.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不动了
            </Button>
            <Button type="submit" loading={move.isPending} disabled={!ready}>
              登记
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
