import { Checkbox, Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { surveySort } from '../../../shared/contract/reports.ts';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { ReportFilters, YearFilter } from './ReportFilters.tsx';
import { pageSize } from './report-query.ts';
import { surveyColumns } from './survey-columns.tsx';
import { useReportQuery } from './use-report-query.ts';

const closedChoices = [
  { value: 'yes', label: '已结束' },
  { value: 'no', label: '录入中' },
] as const;

/** Results of all surveys of the street. */
export const SurveysTab = () => {
  const query = useReportQuery();
  const { state, shared, span, change } = query;
  const { reports } = useApi();
  const filter = { ...shared, year: state.year, closed: state.done, lowOnly: state.lowOnly };
  const { data, error, isFetching, refetch } = useQuery(
    reports.surveys.queryOptions({
      input: { filter, sort: state.sort, ...span },
      placeholderData: keepPreviousData,
    }),
  );
  const total = data?.total ?? 0;
  return (
    <>
      <ReportFilters
        query={query}
        aside={
          <ExportListButton
            make={() => reports.exportSurveys.call({ filter, sort: state.sort })}
            disabled={total === 0}
          />
        }
      >
        <YearFilter query={query} />
        <Select
          w={112}
          aria-label="进度"
          placeholder="进度"
          clearable
          data={closedChoices}
          value={state.done === null ? null : state.done ? 'yes' : 'no'}
          onChange={(value) => change({ done: value === null ? null : value === 'yes' })}
        />
        <Checkbox
          label="只看低分"
          checked={state.lowOnly}
          onChange={(event) => change({ lowOnly: event.currentTarget.checked })}
        />
      </ReportFilters>
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconChartBar}
            title="还没有这样的测评"
            hint="在组织的档案页“报告测评”里点“开展测评”，结果会汇到这里。"
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={surveyColumns}
            rowId={({ id }) => id}
            fetching={isFetching}
            paging={{
              page: state.page,
              size: pageSize,
              total: data?.total ?? 0,
              unit: '次',
              onChange: (page) => change({ page }),
            }}
            sorting={{
              ...state.sort,
              onChange: (by, descending) =>
                change({ sort: { by: surveySort.shape.by.parse(by), descending } }),
            }}
          />
        )}
      </ListRows>
    </>
  );
};
