import { Anchor, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { binnedKind, namedItem, type BinnedItem } from './binned-kind.ts';
import { EmptyBinModal } from './EmptyBinModal.tsx';

interface RowProps {
  readonly item: BinnedItem;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

const Row = ({ item, chosen, onToggle }: RowProps) => {
  const { files, records, serviceRegisters } = useApi();
  const restore = useMutation({
    mutationFn: async () => {
      const named = namedItem(item);
      if (named.what === 'file') await files.restore.call(named);
      else if (named.what === 'record') await records.restore.call(named);
      else await serviceRegisters.restore.call(named);
    },
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox aria-label={`选中${item.title}`} checked={chosen} onChange={onToggle} />
      </Table.Td>
      <Table.Td>
        {item.title}
        <ErrorNotice error={restore.error} />
      </Table.Td>
      <Table.Td>{binnedKind(item)}</Table.Td>
      <Table.Td>
        {item.organizationId === null ? null : (
          <Anchor component={Link} size="sm" to={paths.dossier(item.organizationId)}>
            {item.organizationName}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>{dayOfInstant(item.deletedAt)}</Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="light"
          loading={restore.isPending}
          onClick={() => restore.mutate()}
        >
          恢复
        </Button>
      </Table.Td>
    </Table.Tr>
  );
};

/** What was removed and can come back, with what it was linked to (FEATURES B14). */
export const RecycleBinTab = () => {
  const { data: items = [], error } = useQuery(useApi().records.listDeleted.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [emptying, setEmptying] = useState(false);
  const picked = items.filter(({ id }) => chosen.has(id));
  const toggle = (id: string): void =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  if (error !== null) return <ErrorNotice error={error} />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={IconTrash}
        title="回收站是空的"
        hint="删除的记录和材料先放在这里，可以随时恢复；只有在这里再确认两次才会真正删掉。"
      />
    );
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          共 {items.length} 项。恢复后回到原来的档案、原来的位置。
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            onClick={() =>
              setChosen(new Set(picked.length === items.length ? [] : items.map(({ id }) => id)))
            }
          >
            {picked.length === items.length ? '全不选' : '全选'}
          </Button>
          <Button
            color="red.8"
            variant="outline"
            disabled={picked.length === 0}
            onClick={() => setEmptying(true)}
          >
            彻底删除 {picked.length === 0 ? '' : `${picked.length} 项`}
          </Button>
        </Group>
      </Group>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40} />
            <Table.Th fw={400}>名称</Table.Th>
            <Table.Th fw={400}>种类</Table.Th>
            <Table.Th fw={400}>组织</Table.Th>
            <Table.Th fw={400}>删除日期</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} chosen={chosen.has(item.id)} onToggle={() => toggle(item.id)} />
          ))}
        </Table.Tbody>
      </Table>
      {emptying ? <EmptyBinModal items={picked} onClose={() => setEmptying(false)} /> : null}
    </Stack>
  );
};
