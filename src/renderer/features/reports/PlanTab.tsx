import { Group, Select } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { StreetPeriod } from '../../../shared/contract/reports.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CommunityPlans } from './CommunityPlans.tsx';
import { PlanList } from './PlanList.tsx';
import classes from './PlanTab.module.css';
import { useReportQuery, type ReportQueryControl } from './use-report-query.ts';

/** The period that wants attention: the newest one that is due or overdue, else the running one. */
const usualPeriod = (periods: readonly StreetPeriod[]): StreetPeriod | undefined =>
  periods.find(({ state }) => state === 'overdue' || state === 'due') ?? periods[0];

const PeriodChoice = ({
  periods,
  chosen,
  query,
}: {
  readonly periods: readonly StreetPeriod[];
  readonly chosen: StreetPeriod;
  readonly query: ReportQueryControl;
}) => (
  <Select
    w={216}
    aria-label="报告期"
    allowDeselect={false}
    data={periods.map(({ code, label, owed, reported }) => ({
      value: code,
      label: `${label}　${reported}/${owed}`,
    }))}
    value={chosen.code}
    onChange={(period) => query.change({ period })}
  />
);

/** Who has reported to the two committees and who has not, by period and community. */
export const PlanTab = () => {
  const query = useReportQuery();
  const { data: periods, error, refetch } = useQuery(useApi().reports.periods.queryOptions());
  if (periods === undefined)
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const chosen = periods.find(({ code }) => code === query.state.period) ?? usualPeriod(periods);
  if (chosen === undefined)
    return (
      <EmptyState
        icon={IconReport}
        title="规则没有要求定期报告"
        hint="每年向两委报告几次，在“设置—规则”里定。"
      />
    );
  return (
    <Group align="stretch" wrap="nowrap" gap="md" className={classes['plan'] ?? ''}>
      <PlanList
        period={chosen}
        query={query}
        choice={<PeriodChoice periods={periods} chosen={chosen} query={query} />}
      />
      <CommunityPlans period={chosen.code} query={query} />
    </Group>
  );
};
