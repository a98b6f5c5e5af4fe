import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { hoursWord } from '../../../shared/labels/training.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';

interface OrganizationTrainingCardProps {
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/** What the members were trained: the number of the ledger's line, and that of the year. */
export const OrganizationTrainingCard = ({ organizationId, name }: OrganizationTrainingCardProps) => {
  const { data } = useQuery(useApi().rotation.ofOrganization.queryOptions({ input: { organizationId } }));
  if (data === undefined) return null;
  const { period, year } = data;
  return (
    <Card
      title="培训"
      aside={
        <Anchor component={Link} size="sm" to={paths.training('trainees', { text: name })}>
          培训对象 ›
        </Anchor>
      }
    >
      <Text size="sm">
        {period.startsOn} 至 {period.endsOn}：{period.people} 人参训，{period.visits} 人次，
        {hoursWord(period.minutes)} 学时
      </Text>
      <Text size="sm" c="dimmed">
        本年：{year.people} 人参训，{year.visits} 人次，{hoursWord(year.minutes)} 学时
      </Text>
    </Card>
  );
};
