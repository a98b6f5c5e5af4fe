import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { coverageRate } from '../../../shared/domain/rotation.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';

/** What the rotation asks of today; nothing is shown while nobody is in the pool. */
export const TrainingDutiesCard = () => {
  const { data } = useQuery(useApi().rotation.duties.queryOptions());
  if (data === undefined || data.overall.people === 0) return null;
  const { overall, overdueTargets, unmarkedSessions, comingSessions, examReminders } = data;
  const lines = [
    {
      label: '从未参训',
      count: overall.never,
      unit: '人',
      to: paths.training('trainees', { standing: 'never' }),
    },
    {
      label: '本期未训',
      count: overall.due,
      unit: '人',
      to: paths.training('trainees', { standing: 'due' }),
    },
    { label: '办过未记签到', count: unmarkedSessions, unit: '场', to: paths.training('sessions') },
    { label: '七天内要办', count: comingSessions, unit: '场', to: paths.training('sessions') },
    { label: '目标逾期', count: overdueTargets, unit: '项', to: paths.training('board') },
    {
      label: '考试和证书提醒',
      count: examReminders,
      unit: '次',
      to: paths.training('exams', { remind: 'exam-soon,result-missing,expiring,expired' }),
    },
  ].filter(({ count }) => count > 0);
  return (
    <Card
      title="培训轮训"
      aside={
        <Anchor component={Link} to={paths.training()} size="sm">
          覆盖率 {coverageRate(overall)}%（{overall.trained}/{overall.people} 人）›
        </Anchor>
      }
    >
      <Group gap="xl">
        {lines.map(({ label, count, unit, to }) => (
          <Group key={label} gap={6} wrap="nowrap">
            <Text size="sm">{label}</Text>
            <Anchor component={Link} to={to} size="sm">
              {count} {unit} ›
            </Anchor>
          </Group>
        ))}
        {lines.length === 0 ? (
          <Text size="sm" c="dimmed">
            没有要办的
          </Text>
        ) : null}
      </Group>
    </Card>
  );
};
