import { Anchor, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PlanRow, StreetPeriod } from '../../../shared/contract/reports.ts';
import { reportPeriodStateLabels } from '../../../shared/labels/report-plan.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import classes from './PlanTab.module.css';
import { reportPeriodTones } from './report-tones.ts';
import { ReportFilters } from './ReportFilters.tsx';
import { pageSize } from './report-query.ts';
import type { ReportQueryControl } from './use-report-query.ts';

interface PlanListProps {
  readonly period: StreetPeriod;
  readonly query: ReportQueryControl;
  readonly choice: ReactNode;
}

const columnsOf = (period: string): DataTableColumn<PlanRow>[] => [
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor component={Link} to={paths.dossier(row.organizationId, 'reports')} size="sm" lineClamp={1}>
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 130, ellipsis: true },
  {
    accessor: 'state',
    title: '情况',
    width: 168,
    render: ({ state, overdueDays }) => (
      <StatusBadge tone={reportPeriodTones[state]}>
        {state === 'overdue' ? `逾期 ${overdueDays} 天` : reportPeriodStateLabels[state]}
      </StatusBadge>
    ),
  },
  {
    accessor: 'reportedOn',
    title: '报告日期',
    width: 130,
    render: (row) =>
      row.reportedOn ?? (
        <LinkButton to={paths.recordReport(row.organizationId, period)} size="compact-sm" variant="light">
          登记报告
        </LinkButton>
      ),
  },
];

const doneChoices = [
  { value: 'all', label: '全部' },
  { value: 'no', label: '未报' },
  { value: 'yes', label: '已报' },
] as const;

/** Organizations that owe the report of a period, those that have not reported first in each community. */
export const PlanList = ({ period, query, choice }: PlanListProps) => {
  const { state, shared, span, change } = query;
  const { reports } = useApi();
  const filter = { ...shared, period: period.code, reported: state.done };
  const { data, error, isFetching, refetch } = useQuery(
    reports.plan.queryOptions({ input: { filter, ...span }, placeholderData: keepPreviousData }),
  );
  return (
    <div className={classes['list']}>
      <ReportFilters
        query={query}
        aside={
          <ExportListButton
            make={() => reports.exportPlan.call({ filter })}
            disabled={(data?.total ?? 0) === 0}
          />
        }
      >
        {choice}
        <SegmentedControl
          aria-label="是否已报"
          data={[...doneChoices]}
          value={state.done === null ? 'all' : state.done ? 'yes' : 'no'}
          onChange={(value) => change({ done: value === 'all' ? null : value === 'yes' })}
        />
      </ReportFilters>
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconCircleCheck}
            title={period.owed === 0 ? '这一期没有需要报告的组织' : '没有这样的组织'}
            hint={
              period.owed === 0
                ? '备案以后的组织，从备案那一期起报告。'
                : '换一个报告期，或放宽上面的筛选再看。'
            }
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={columnsOf(period.code)}
            rowId={({ organizationId }) => organizationId}
            fetching={isFetching}
            paging={{
              page: state.page,
              size: pageSize,
              total: data?.total ?? 0,
              unit: '个',
              onChange: (page) => change({ page }),
            }}
          />
        )}
      </ListRows>
    </div>
  );
};
