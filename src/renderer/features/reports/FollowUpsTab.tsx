import { Anchor, Switch } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { FollowUpRow } from '../../../shared/contract/reports.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { ReportFilters } from './ReportFilters.tsx';
import { pageSize } from './report-query.ts';
import { useReportQuery } from './use-report-query.ts';

const Standing = ({ row }: { readonly row: FollowUpRow }) => {
  if (row.closedOn !== null) return <StatusBadge tone="good">{row.closedOn} 办结</StatusBadge>;
  return row.overdueDays > 0 ? (
    <StatusBadge tone="late">逾期 {row.overdueDays} 天</StatusBadge>
  ) : (
    <StatusBadge tone="waiting">整改中</StatusBadge>
  );
};

const columns: DataTableColumn<FollowUpRow>[] = [
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor component={Link} to={paths.survey(row.surveyId)} size="sm" lineClamp={1}>
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 124, ellipsis: true },
  { accessor: 'surveyTitle', title: '测评', width: 170, ellipsis: true },
  { accessor: 'score', title: '得分', width: 72, textAlign: 'right', render: ({ score }) => score ?? '—' },
  { accessor: 'measures', title: '整改措施', width: 260, ellipsis: true },
  { accessor: 'dueOn', title: '期限', width: 112 },
  { accessor: 'standing', title: '情况', width: 150, render: (row) => <Standing row={row} /> },
];

/** What is being done about low scores; soonest due first. */
export const FollowUpsTab = () => {
  const query = useReportQuery();
  const { state, shared, span, change } = query;
  const { reports } = useApi();
  const filter = { ...shared, openOnly: !state.withClosed };
  const { data, error, isFetching, refetch } = useQuery(
    reports.followUps.queryOptions({ input: { filter, ...span }, placeholderData: keepPreviousData }),
  );
  const total = data?.total ?? 0;
  return (
    <>
      <ReportFilters
        query={query}
        aside={
          <ExportListButton make={() => reports.exportFollowUps.call({ filter })} disabled={total === 0} />
        }
      >
        <Switch
          label="连同已办结的"
          checked={state.withClosed}
          onChange={(event) => change({ withClosed: event.currentTarget.checked })}
        />
      </ReportFilters>
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconMoodSmile}
            title="没有等着整改的"
            hint="测评得分低于规则定的分数线时，在测评的“结果”里安排整改，期限和办结都记在这里。"
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={columns}
            rowId={({ surveyId }) => surveyId}
            fetching={isFetching}
            paging={{
              page: state.page,
              size: pageSize,
              total: data?.total ?? 0,
              unit: '项',
              onChange: (page) => change({ page }),
            }}
          />
        )}
      </ListRows>
    </>
  );
};
