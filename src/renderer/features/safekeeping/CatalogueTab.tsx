import { Anchor, Group, NumberInput, Select, Text } from '@mantine/core';
import { IconArchive, IconLockOpen } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { retentionPeriod } from '../../../shared/domain/archival-code.ts';
import type { ArchiveItem } from '../../../shared/domain/archive-item.ts';
import { retentionLabels } from '../../../shared/labels/archiving.ts';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { RegisterTable } from '../registers/RegisterTable.tsx';
import { registerPageSize, useRegisterQuery } from '../registers/use-register-query.ts';
import { ItemClasses } from './ItemClasses.tsx';
import { ItemModal } from './ItemModal.tsx';

const columnsWith = (onOpen: (item: ArchiveItem) => void): DataTableColumn<ArchiveItem>[] => [
  {
    accessor: 'archivalCode',
    title: '档号',
    width: 240,
    render: (item) => (
      <Group gap={6} wrap="nowrap">
        <Anchor
          component="button"
          type="button"
          size="sm"
          style={{ whiteSpace: 'nowrap' }}
          onClick={() => onOpen(item)}
        >
          {item.archivalCode}
        </Anchor>
        {item.openedAt === null ? null : (
          <IconLockOpen size={16} color="var(--mantine-color-orange-7)" aria-label="已解锁，改完请锁上" />
        )}
      </Group>
    ),
  },
  {
    accessor: 'documentNumber',
    title: '文号',
    width: 184,
    noWrap: true,
    render: ({ documentNumber }) => documentNumber ?? '',
  },
  {
    accessor: 'responsible',
    title: '责任者',
    width: 150,
    ellipsis: true,
    render: ({ responsible }) => responsible ?? '',
  },
  { accessor: 'title', title: '题名' },
  { accessor: 'datedOn', title: '日期', width: 110, render: ({ datedOn }) => datedOn ?? '' },
  { accessor: 'secrecy', title: '密级', width: 64, render: ({ secrecy }) => secrecy ?? '' },
  { accessor: 'pages', title: '页数', width: 64, render: ({ pages }) => pages ?? '' },
  { accessor: 'remark', title: '备注', width: 84, ellipsis: true, render: ({ remark }) => remark ?? '' },
];

/** Everything that was archived, by its codes (DA/T 22-2015, 5.5.2). */
export const CatalogueTab = () => {
  const query = useRegisterQuery();
  const { archiving } = useApi();
  const [opened, setOpened] = useState<ArchiveItem | null>(null);
  const filter = {
    organizationId: null,
    year: Number(query.get('year')) || null,
    retention: retentionPeriod.safeParse(query.get('retention')).data ?? null,
    text: query.get('text'),
  };
  const found = useQuery(
    archiving.items.queryOptions({
      input: { ...filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  const total = found.data?.total ?? 0;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Group gap="xs" wrap="nowrap">
          <TextFilter
            width={220}
            placeholder="筛选题名、档号、文号、组织"
            value={filter.text}
            onChange={(text) => query.set({ text })}
          />
          <NumberInput
            w={110}
            aria-label="年度"
            placeholder="年度"
            min={1949}
            max={2200}
            value={filter.year ?? ''}
            onChange={(value) => query.set({ year: value === '' ? '' : String(value) })}
          />
          <Select
            w={120}
            aria-label="保管期限"
            placeholder="保管期限"
            clearable
            data={retentionPeriod.options.map((value) => ({ value, label: retentionLabels[value] }))}
            value={filter.retention}
            onChange={(value) => query.set({ retention: value ?? '' })}
          />
          <Text size="sm" c="dimmed">
            共 {total} 件
          </Text>
        </Group>
        <ExportListButton make={() => archiving.exportItems.call(filter)} disabled={total === 0} />
      </Group>
      <ItemClasses />
      <RegisterTable
        found={found}
        query={query}
        columns={columnsWith(setOpened)}
        rowId={({ id }) => id}
        unit="件"
        empty={
          <EmptyState
            icon={IconArchive}
            title="没有这样的归档文件"
            hint="在“归档”页给一个年度办结的文件编档号，编过的都列在这里。筛选过的，放宽条件再看。"
          />
        }
      />
      {opened === null ? null : <ItemModal item={opened} onClose={() => setOpened(null)} />}
    </>
  );
};
