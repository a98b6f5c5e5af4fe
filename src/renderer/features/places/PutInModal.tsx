import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Table, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArchiveItemId } from '../../../shared/domain/ids.ts';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';
import { MoveModal } from './MoveModal.tsx';

const shown = 200;

/** Archived items that stand nowhere yet, to be put into a place; by code, title or organization. */
export const PutInModal = ({
  place,
  onClose,
}: {
  readonly place: PlaceRow;
  readonly onClose: () => void;
}) => {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly ArchiveItemId[]>([]);
  const [moving, setMoving] = useState(false);
  const { data: items = [], isFetched } = useQuery(
    useApi().places.unplaced.queryOptions({
      input: { text, limit: shown },
      placeholderData: keepPreviousData,
    }),
  );
  const all = items.length > 0 && items.every(({ id }) => chosen.includes(id));
  const toggleAll = (): void =>
    setChosen(
      all
        ? chosen.filter((id) => !items.some((item) => item.id === id))
        : [...new Set([...chosen, ...items.map(({ id }) => id)])],
    );
  if (moving) {
    return (
      <MoveModal
        title={`${chosen.length} 件放进“${place.name}”`}
        subjects={chosen.map((id) => ({ what: 'item', id }))}
        from={place.id}
        onClose={onClose}
      />
    );
  }
  return (
    <Modal opened onClose={onClose} title={`放进“${place.name}”`} size={860}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          aria-label="筛选还没有位置的归档文件"
          placeholder="按档号、题名、组织筛选"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ScrollArea.Autosize mah={360}>
          <Table verticalSpacing={5} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={40}>
                  <Checkbox
                    aria-label="选中列出的全部"
                    checked={all}
                    indeterminate={!all && chosen.length > 0}
                    onChange={toggleAll}
                  />
                </Table.Th>
                <Table.Th>档号</Table.Th>
                <Table.Th>题名</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, archivalCode, title }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Checkbox
                      aria-label={archivalCode}
                      checked={chosen.includes(id)}
                      onChange={() =>
                        setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
                      }
                    />
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{archivalCode}</Table.Td>
                  <Table.Td>{title}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        {isFetched && items.length === 0 ? (
          <Text size="sm" c="dimmed">
            没有等着放的归档文件。整卷档案在组织档案的“归档”页登记位置。
          </Text>
        ) : null}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            已选 {chosen.length} 件{items.length === shown ? `；只列出前 ${shown} 件，请再筛选` : ''}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              不放了
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => setMoving(true)}>
              放进去
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
