import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { DistrictPeriod, ReportingState } from '../../../../shared/domain/bureau.ts';
import { reportingState } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { monthAndDay } from '../../../app/calendar-words.ts';
import { ListScreen } from '../../../components/ListScreen.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PrintMenu } from '../../../components/PrintMenu.tsx';
import { PeriodSelect } from '../PeriodSelect.tsx';
import { usePeriod } from '../use-period.ts';
import { ReportingMatrix } from './ReportingMatrix.tsx';
import { ReportingTable } from './ReportingTable.tsx';

type Shown = 'all' | ReportingState | 'periods';

const shownFrom = (query: URLSearchParams): Shown => {
  const text = query.get('state');
  return text === 'periods' ? text : (reportingState.safeParse(text).data ?? 'all');
};

const periodLine = ({ dueOn, expected, reported, accepted, returned, late }: DistrictPeriod): string =>
  `${monthAndDay(dueOn)}截止，应报 ${expected} 个，已报 ${reported} 个；已接收 ${accepted}，已退回 ${returned}，迟报或逾期 ${late}。`;

/** 报送情况: who has reported, who is late and by how long, what went back. */
export const ReportingScreen = () => {
  const { bureau } = useApi();
  const choice = usePeriod();
  const { period } = choice;
  const [query, setQuery] = useSearchParams();
  const shown = shownFrom(query);
  const { data, error, isFetching, refetch } = useQuery({
    ...bureau.reporting.queryOptions({ input: { period } }),
    enabled: period !== '',
  });
  const show = (next: Shown): void =>
    setQuery(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === 'all') after.delete('state');
        else after.set('state', next);
        return after;
      },
      { replace: true },
    );
  const streets = data?.streets;
  const count = (state: ReportingState): number => streets?.filter((one) => one.state === state).length ?? 0;
  return (
    <ListScreen>
      <PageHeader
        title="报送情况"
        detail={data === undefined ? '正在读取' : periodLine(data.period)}
        actions={
          <>
            <PrintMenu
              label="打印催报单"
              size="sm"
              disabled={period === ''}
              make={(format) => bureau.paper.call({ kind: 'reminders', period, format })}
            />
            <PeriodSelect choice={choice} />
          </>
        }
      />
      <Group mb="sm">
        <SegmentedControl
          aria-label="哪些街镇"
          data={[
            { value: 'all', label: `全部 ${streets?.length ?? ''}` },
            { value: 'missing', label: `未报送 ${count('missing')}` },
            { value: 'received', label: `待答复 ${count('received')}` },
            { value: 'returned', label: `已退回 ${count('returned')}` },
            { value: 'accepted', label: `已接收 ${count('accepted')}` },
            { value: 'periods', label: '历期对照' },
          ]}
          value={shown}
          onChange={show}
        />
      </Group>
      {shown === 'periods' ? (
        <ReportingMatrix periods={choice.periods ?? []} />
      ) : (
        <ReportingTable
          rows={streets?.filter(({ state }) => shown === 'all' || state === shown)}
          filtered={shown !== 'all'}
          error={choice.error ?? error}
          fetching={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </ListScreen>
  );
};
