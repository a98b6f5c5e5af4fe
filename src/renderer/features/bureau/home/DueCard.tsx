import { Group, Progress, Text } from '@mantine/core';
import type { DistrictPeriod } from '../../../../shared/domain/bureau.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { daysBetween, monthAndDay } from '../../../app/calendar-words.ts';
import { Card } from '../../../components/Card.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';

interface DueCardProps {
  readonly period: DistrictPeriod;
  readonly today: IsoDate;
}

const Due = ({ days }: { readonly days: number }) => {
  if (days < 0) return <StatusBadge tone="late">已过 {-days} 天</StatusBadge>;
  return (
    <StatusBadge tone={days <= 15 ? 'waiting' : 'going'}>
      {days === 0 ? '今天' : `还有 ${days} 天`}
    </StatusBadge>
  );
};

/** How far the period's reports are, and until when they are due. */
export const DueCard = ({ period, today }: DueCardProps) => {
  const { code, dueOn, lastWorkingDay, expected, reported, accepted } = period;
  return (
    <Card title={`${periodWords(code)}报送进度`} aside={<Due days={daysBetween(today, dueOn)} />}>
      <Progress.Root size="lg" aria-label="报送进度">
        <Progress.Section value={(accepted / Math.max(1, expected)) * 100} color="teal" />
        <Progress.Section value={((reported - accepted) / Math.max(1, expected)) * 100} color="teal.3" />
      </Progress.Root>
      <Text size="sm" mt="xs">
        应报 {expected} 个，已报 {reported} 个，已接收 {accepted} 个。
      </Text>
      <Text size="sm" c="dimmed">
        {monthAndDay(dueOn)}截止
        {lastWorkingDay === dueOn ? '' : `，最后一个工作日是 ${monthAndDay(lastWorkingDay)}`}。
      </Text>
      <Group justify="flex-end" mt="xs">
        <LinkButton to={bureauPaths.reporting(code)} variant="light" size="compact-md">
          看报送情况
        </LinkButton>
      </Group>
    </Card>
  );
};
