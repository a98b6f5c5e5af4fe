import { Text } from '@mantine/core';
import type { HomeSummary } from '../../../shared/contract/home.ts';
import { paths } from '../../app/paths.ts';
import { BarList } from '../../components/BarList.tsx';
import { Card } from '../../components/Card.tsx';
import classes from './CommunityCard.module.css';

interface CommunityCardProps {
  readonly communities: HomeSummary['byCommunity'];
}

/** How many organizations each community has, against the number the rules aim at. */
export const CommunityCard = ({ communities }: CommunityCardProps) => (
  <Card
    title="各社区的组织"
    aside={
      <Text size="sm" c="dimmed" className={classes['legend'] ?? ''}>
        规则里的目标数
      </Text>
    }
  >
    <div className={classes['columns']}>
      <BarList
        label="各社区的组织"
        rows={communities.map(({ communityId, name, organizations, members, densityTarget }) => ({
          key: communityId,
          label: name,
          value: organizations,
          target: densityTarget,
          to: paths.organizationsWhere({ community: communityId }),
          title: `${name}：${organizations} 个组织，${members} 名成员，目标 ${densityTarget} 个`,
        }))}
      />
    </div>
  </Card>
);
