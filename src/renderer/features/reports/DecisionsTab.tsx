import { Anchor } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { DecisionRow } from '../../../shared/contract/reports.ts';
import { decisionUse } from '../../../shared/domain/dossier-record.ts';
import { decisionUseLabels } from '../../../shared/labels/dossier-record.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { ReportFilters, YearFilter } from './ReportFilters.tsx';
import { pageSize } from './report-query.ts';
import { useReportQuery } from './use-report-query.ts';

const uses = decisionUse.options.map((value) => ({ value, label: decisionUseLabels[value] }));

const columns: DataTableColumn<DecisionRow>[] = [
  { accessor: 'occurredOn', title: '日期', width: 112 },
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor
        component={Link}
        to={paths.record(row.organizationId, 'reports', row.id)}
        size="sm"
        lineClamp={1}
      >
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'use', title: '用于', width: 116, render: ({ use }) => decisionUseLabels[use] },
  { accessor: 'title', title: '决定事项', width: 150, ellipsis: true },
  { accessor: 'decidedBy', title: '决定单位', width: 112, ellipsis: true },
  {
    accessor: 'amountYuan',
    title: '金额（元）',
    width: 104,
    textAlign: 'right',
    render: ({ amountYuan }) => amountYuan?.toLocaleString('zh-CN') ?? '—',
  },
  {
    accessor: 'surveyTitle',
    title: '依据的测评',
    width: 276,
    render: ({ surveyId, surveyTitle, rate, score }) => (
      <Anchor component={Link} to={paths.survey(surveyId)} size="sm" lineClamp={1}>
        {surveyTitle}　{rate === null ? '' : `${rate}%`} {score === null ? '' : `${score} 分`}
      </Anchor>
    ),
  },
];

/** What survey results were used for over the whole street: the list for the district (FEATURES D8). */
export const DecisionsTab = () => {
  const query = useReportQuery();
  const { state, shared, span, change } = query;
  const { reports } = useApi();
  const filter = { ...shared, year: state.year, uses: [...state.uses] };
  const { data, error, isFetching, refetch } = useQuery(
    reports.decisions.queryOptions({ input: { filter, ...span }, placeholderData: keepPreviousData }),
  );
  const total = data?.total ?? 0;
  return (
    <>
      <ReportFilters
        query={query}
        aside={
          <ExportListButton make={() => reports.exportDecisions.call({ filter })} disabled={total === 0} />
        }
      >
        <FilterMenu
          label="用于"
          options={uses}
          selected={state.uses}
          onChange={(selected) => change({ uses: selected })}
        />
        <YearFilter query={query} />
      </ReportFilters>
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconGavel}
            title="还没有登记结果运用"
            hint="测评结束后，购买服务、匹配资源、退出的决定在组织的“报告测评”里登记，并注明依据的测评。"
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
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
