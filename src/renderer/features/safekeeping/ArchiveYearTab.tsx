import { Button, Group, NumberInput, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import type { ArchiveCandidate } from '../../../shared/domain/archive-item.ts';
import { retentionLabels } from '../../../shared/labels/archiving.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { todayHere } from '../filings/today-here.ts';
import { registerPageSize, useRegisterQuery } from '../registers/use-register-query.ts';
import { ArchiveYearModal } from './ArchiveYearModal.tsx';

const columns: DataTableColumn<ArchiveCandidate>[] = [
  { accessor: 'archivalCode', title: '将编档号', width: 250, noWrap: true },
  { accessor: 'title', title: '题名' },
  { accessor: 'responsible', title: '责任者', width: 180, render: ({ responsible }) => responsible ?? '' },
  { accessor: 'datedOn', title: '日期', width: 120, render: ({ datedOn }) => datedOn ?? '' },
  {
    accessor: 'retention',
    title: '保管期限',
    width: 100,
    render: ({ retention }) => retentionLabels[retention],
  },
];

/** What of a year is settled and has no archival code yet; one press gives all of them theirs. */
export const ArchiveYearTab = () => {
  const query = useRegisterQuery();
  const lastYear = Number(todayHere().slice(0, 4)) - 1;
  const year = Number(query.get('year')) || lastYear;
  const [archiving, setArchiving] = useState(false);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...useApi().archiving.candidates.queryOptions({
      input: {
        year,
        organizationId: null,
        offset: (query.page - 1) * registerPageSize,
        limit: registerPageSize,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const total = data?.total ?? 0;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Group gap="xs" wrap="nowrap">
          <NumberInput
            w={110}
            aria-label="年度"
            min={1949}
            max={lastYear + 1}
            value={year}
            onChange={(value) => typeof value === 'number' && query.set({ year: String(value) })}
          />
          <Text size="sm" c="dimmed">
            年度办结的备案、记录和材料，一事一件，按日期编号，编后锁定
          </Text>
          <BasisHint basis="DA/T 22-2015 5.1、5.4" />
        </Group>
        <Button disabled={total === 0 || isPlaceholderData} onClick={() => setArchiving(true)}>
          {total === 0 ? '归档' : `归档 ${total} 件`}
        </Button>
      </Group>
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconArchive}
            title={`${year} 年没有待归档的文件`}
            hint="办结的备案、过了期的记录和单独的材料会列在这里。没有发布的公开、没有办结的整改和没有汇总的测评，办完后再归档。"
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={columns}
            rowId={({ archivalCode }) => archivalCode}
            fetching={isFetching}
            paging={{
              page: query.page,
              size: registerPageSize,
              total,
              unit: '件',
              onChange: query.setPage,
            }}
          />
        )}
      </ListRows>
      {archiving ? <ArchiveYearModal year={year} count={total} onClose={() => setArchiving(false)} /> : null}
    </>
  );
};
