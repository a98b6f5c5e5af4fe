import { Group, SegmentedControl } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { DistrictRollup } from '../../../../shared/domain/district-ledger.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths, rollupTabs, type RollupTab } from '../../../app/bureau-paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PeriodSelect } from '../PeriodSelect.tsx';
import { usePeriod } from '../use-period.ts';
import { newestReported } from '../usual-period.ts';
import { ClassesTable, MattersTable } from './rollup-tables.tsx';
import { ComparisonTables } from './ComparisonTables.tsx';
import { RollupNumbers } from './RollupNumbers.tsx';
import { SaveRollupMenu } from './SaveRollupMenu.tsx';
import { TrendCharts } from './TrendCharts.tsx';

const tabLabels: Readonly<Record<RollupTab, string>> = {
  classes: '组织分类',
  matters: '本期办理',
  comparison: '与以前比较',
  trend: '走势图',
};
const tabs = rollupTabs.map((value) => ({ value, label: tabLabels[value] }));

const Body = ({ tab, rollup }: { readonly tab: RollupTab; readonly rollup: DistrictRollup }) => {
  switch (tab) {
    case 'classes':
      return <ClassesTable rollup={rollup} />;
    case 'matters':
      return <MattersTable rollup={rollup} />;
    case 'comparison':
      return <ComparisonTables rollup={rollup} />;
    case 'trend':
      return <TrendCharts rollup={rollup} />;
  }
};

const reportedOf = ({ streets }: DistrictRollup): number => streets.filter(({ reported }) => reported).length;

/** 全区汇总: every number opens the organizations behind it. */
export const RollupScreen = () => {
  const [query, setQuery] = useSearchParams();
  const choice = usePeriod(newestReported);
  const { period } = choice;
  const tab = rollupTabs.find((each) => each === query.get('tab')) ?? 'classes';
  const { data, error, refetch } = useQuery({
    ...useApi().bureau.rollup.queryOptions({ input: { period }, placeholderData: keepPreviousData }),
    enabled: period !== '',
  });
  const reported = data === undefined ? 0 : reportedOf(data);
  const open = (next: RollupTab): void =>
    setQuery(next === 'classes' ? { period } : { period, tab: next }, { replace: true });
  return (
    <>
      <PageHeader
        title="汇总"
        detail={
          data === undefined
            ? '正在读取'
            : `${periodWords(data.period)}，${data.streets.length} 个街镇中已报 ${reported} 个；没有报的不计入合计。`
        }
        actions={
          <>
            <PeriodSelect choice={choice} />
            <SaveRollupMenu period={period} />
          </>
        }
      />
      <ErrorNotice error={choice.error ?? error} onRetry={() => void refetch()} />
      {data === undefined ? error === null && <ScreenLoading /> : null}
      {data !== undefined && reported === 0 ? (
        <EmptyState
          icon={IconChartBar}
          title="这一期还没有可汇总的台账"
          hint="收下街镇的报送包以后，数字自动出现在这里。"
          action={
            <LinkButton to={bureauPaths.inbox()} variant="light">
              去收件箱
            </LinkButton>
          }
        />
      ) : null}
      {data === undefined || reported === 0 ? null : (
        <>
          <RollupNumbers rollup={data} />
          <Group my="sm">
            <SegmentedControl aria-label="看哪一部分" data={tabs} value={tab} onChange={open} />
          </Group>
          <Body tab={tab} rollup={data} />
        </>
      )}
    </>
  );
};
