import { Group, NumberInput, Text } from '@mantine/core';
import { IconNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { todayHere } from '../filings/today-here.ts';
import { runsOf, type NumberRun } from './number-runs.ts';
import { registerPageSize, useRegisterQuery } from './use-register-query.ts';

const states = {
  assigned: { label: '已用', tone: 'good' },
  void: { label: '作废', tone: 'ended' },
  gap: { label: '跳号', tone: 'late' },
} as const;

const sequenceWords = ({ sequence, last }: NumberRun): string => {
  if (sequence === null) return '—';
  return last.sequence === sequence ? String(sequence) : `${sequence}–${last.sequence ?? ''}`;
};

const columns: DataTableColumn<NumberRun>[] = [
  { accessor: 'sequence', title: '序号', width: 100, noWrap: true, render: sequenceWords },
  {
    accessor: 'filingNumber',
    title: '备案号',
    width: 400,
    noWrap: true,
    render: ({ filingNumber, last }) =>
      last.filingNumber === filingNumber ? filingNumber : `${filingNumber} 至 ${last.filingNumber}`,
  },
  {
    accessor: 'state',
    title: '情况',
    width: 110,
    render: ({ state }) => <StatusBadge tone={states[state].tone}>{states[state].label}</StatusBadge>,
  },
  { accessor: 'organizationName', title: '组织', render: ({ organizationName }) => organizationName ?? '—' },
  { accessor: 'reason', title: '说明', width: 210, render: ({ reason }) => reason ?? '' },
];

/** Numbers of a year in their order: used, void, and left out, each with its reason (FEATURES A10). */
export const NumbersRegister = () => {
  const query = useRegisterQuery();
  const thisYear = Number(todayHere().slice(0, 4));
  const year = Number(query.get('year')) || thisYear;
  const { data, error, isFetching, refetch } = useQuery(
    useApi().filings.numberRegister.queryOptions({ input: { year } }),
  );
  const numbers = data ?? [];
  const runs = runsOf(numbers);
  const gaps = numbers.filter(({ state }) => state === 'gap').length;
  const from = (query.page - 1) * registerPageSize;
  return (
    <>
      <Group mb="sm" align="center">
        <NumberInput
          w={120}
          aria-label="年份"
          min={1990}
          max={thisYear + 1}
          value={year}
          onChange={(value) => typeof value === 'number' && query.set({ year: String(value) })}
        />
        <Text size="sm" c="dimmed">
          {`${year} 年 ${numbers.length - gaps} 个号${gaps === 0 ? '，没有跳号' : `，跳 ${gaps} 个`}`}
        </Text>
      </Group>
      <ListRows
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconNumbers}
            title={`${year} 年还没有备案号`}
            hint="备案号在发证时取；补录的旧证书按证书上的号登记。"
          />
        }
      >
        {() => (
          <ListTable
            rows={runs.slice(from, from + registerPageSize)}
            columns={columns}
            rowId={({ filingNumber }) => filingNumber}
            fetching={isFetching}
            paging={{
              page: query.page,
              size: registerPageSize,
              total: runs.length,
              unit: '行',
              onChange: query.setPage,
            }}
          />
        )}
      </ListRows>
    </>
  );
};
