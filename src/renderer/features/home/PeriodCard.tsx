import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { HomeSummary } from '../../../shared/contract/home.ts';
import { useApi } from '../../app/archive-api.tsx';
import { daysBetween, monthAndDay } from '../../app/calendar-words.ts';
import { periodWords, submissionStandingLabels } from '../../../shared/labels/ledger.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { CompletenessRing } from '../../components/CompletenessRing.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';

const PeriodState = ({ summary }: { readonly summary: HomeSummary }) => {
  const { currentPeriod: period, today } = summary;
  if (period.standing === 'returned') return <StatusBadge tone="late">退回</StatusBadge>;
  if (period.packages > 0)
    return <StatusBadge tone="good">{submissionStandingLabels[period.standing]}</StatusBadge>;
  const days = daysBetween(today, period.dueOn);
  return days < 0 ? (
    <StatusBadge tone="late">{`逾期 ${-days} 天`}</StatusBadge>
  ) : (
    <StatusBadge tone={days <= 30 ? 'waiting' : 'ended'}>{`剩 ${days} 天`}</StatusBadge>
  );
};

const Missing = ({
  count,
  text,
  to,
}: {
  readonly count: number;
  readonly text: string;
  readonly to: string;
}) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm">{text}</Text>
    {count === 0 ? (
      <Text size="sm" c="dimmed">
        无
      </Text>
    ) : (
      <Anchor component={Link} to={to} size="sm">
        {count} 个 ›
      </Anchor>
    )}
  </Group>
);

/** Counted apart: of hundreds of thousands it takes a moment, and the screen does not wait for it. */
const PeopleLine = () => {
  const { data: people } = useQuery(useApi().home.people.queryOptions());
  return (
    <Text size="sm">
      {people === undefined
        ? '正在数成员…'
        : `成员 ${people.memberCount} 人，党员 ${people.partyMemberCount} 人`}
    </Text>
  );
};

/** Where this period's ledger stands, and what would hold its submission back. */
export const PeriodCard = ({ summary }: { readonly summary: HomeSummary }) => {
  const { currentPeriod: period } = summary;
  return (
    <Card title={`${periodWords(period.code)}台账`} aside={<PeriodState summary={summary} />}>
      <Group wrap="nowrap" gap="md" mb="md">
        <CompletenessRing percent={summary.averageCompleteness} size={84} calm label="档案平均完整度" />
        <div>
          <Text size="sm">
            {summary.organizationCount} 个组织，已备案 {summary.filedCount} 个
          </Text>
          <PeopleLine />
          <Text size="sm" c="dimmed">
            {monthAndDay(period.dueOn)} 前报送
          </Text>
        </div>
      </Group>
      <Stack gap={6}>
        <Missing
          count={summary.gaps['filing-number']}
          text="缺备案号"
          to={paths.organizationsWhere({ lacking: 'filing-number' })}
        />
        <Missing
          count={summary.gaps['fallback-party']}
          text="缺兜底党组织"
          to={paths.organizationsWhere({ lacking: 'fallback-party' })}
        />
      </Stack>
      <Group justify="flex-end" mt="md">
        <LinkButton to={paths.ledger} variant="light">
          去检查
        </LinkButton>
      </Group>
    </Card>
  );
};
