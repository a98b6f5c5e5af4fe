import { Anchor, Checkbox, Group, Select, Text } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import { timedStage, timelinessFilter, type TimedStep } from '../../../shared/contract/timeliness.ts';
import { filingKindLabels } from '../../../shared/labels/filing.ts';
import { halfYearWords, timedStageLabels } from '../../../shared/labels/timeliness.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { communitiesIn, RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { TimelinessGroups } from './TimelinessGroups.tsx';
import { registerPageSize, useRegisterQuery } from './use-register-query.ts';

const unitWords = { working: '个工作日', calendar: '天' } as const;

const columns: DataTableColumn<TimedStep>[] = [
  {
    accessor: 'organizationName',
    title: '组织',
    render: ({ filingId, organizationName }) => (
      <Anchor component={Link} to={paths.filing(filingId)} size="sm" lineClamp={1}>
        {organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 130, ellipsis: true },
  {
    accessor: 'filingKind',
    title: '事项',
    width: 100,
    render: ({ filingKind }) => filingKindLabels[filingKind],
  },
  { accessor: 'stage', title: '环节', width: 160, render: ({ stage }) => timedStageLabels[stage] },
  { accessor: 'reachedOn', title: '收到', width: 112 },
  { accessor: 'doneOn', title: '办结', width: 112, render: ({ doneOn }) => doneOn ?? '还没有办' },
  {
    accessor: 'days',
    title: '用时 / 时限',
    width: 170,
    render: ({ days, limitDays, unit, inTime }) => (
      <Text span inherit c={inTime ? 'inherit' : 'orange.8'}>
        {days} / {limitDays} {unitWords[unit]}
        {inTime ? '' : '，逾期'}
      </Text>
    ),
  },
];

/** How long filings take against the limits of the rules; what was entered from old paper is left out. */
export const TimelinessRegister = () => {
  const { timeliness } = useApi();
  const query = useRegisterQuery();
  const parts = timelinessFilter.shape;
  const filter = {
    text: query.get('text').slice(0, 60),
    half: parts.half.safeParse(query.get('half')).data ?? null,
    communityIds: communitiesIn(query),
    stage: parts.stage.safeParse(query.get('stage')).data ?? null,
    lateOnly: query.get('late') === 'yes',
  };
  const found = useQuery(
    timeliness.read.queryOptions({
      input: { ...filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <RegisterFilters query={query} placeholder="筛选组织">
          <Select
            w={160}
            aria-label="半年"
            placeholder="全部时间"
            clearable
            data={(found.data?.halves ?? []).map((value) => ({ value, label: halfYearWords(value) }))}
            value={filter.half}
            onChange={(half) => query.set({ half: half ?? '' })}
          />
          <Select
            w={170}
            aria-label="环节"
            placeholder="全部环节"
            clearable
            data={timedStage.options.map((value) => ({ value, label: timedStageLabels[value] }))}
            value={filter.stage}
            onChange={(stage) => query.set({ stage: stage ?? '' })}
          />
          <Checkbox
            label="只看逾期"
            checked={filter.lateOnly}
            onChange={(event) => query.set({ late: event.currentTarget.checked ? 'yes' : '' })}
          />
        </RegisterFilters>
        <ExportListButton
          make={() => timeliness.exportList.call(filter)}
          disabled={(found.data?.total ?? 0) === 0}
        />
      </Group>
      <TimelinessGroups
        groups={found.data?.groups ?? []}
        onChoose={(communityId) => query.set({ community: communityId })}
      />
      <RegisterTable
        found={found}
        query={query}
        columns={columns}
        rowId={({ filingId, stage, reachedOn, doneOn }) =>
          `${filingId}-${stage}-${reachedOn}-${doneOn ?? ''}`
        }
        unit="次"
        empty={
          <EmptyState
            icon={IconClockCheck}
            title="还没有办理时限的记录"
            hint="在本程序里办过初审和街道审核的备案会列在这里。补录的旧备案不计。"
          />
        }
      />
    </>
  );
};
