import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import classes from './PlanTab.module.css';
import type { ReportQueryControl } from './use-report-query.ts';

interface CommunityPlansProps {
  readonly period: string;
  readonly query: ReportQueryControl;
}

/** How many of each community have reported; a press narrows the list to it. */
export const CommunityPlans = ({ period, query: { state, change } }: CommunityPlansProps) => {
  const { data: communities = [] } = useQuery(
    useApi().reports.communities.queryOptions({ input: { period } }),
  );
  if (communities.length === 0) return null;
  return (
    <div className={classes['communities']}>
      <Card title="各社区" aside={<Text size="xs">已报/应报</Text>}>
        {communities.map(({ communityId, name, owed, reported }) => {
          const only = state.communityIds.length === 1 && state.communityIds[0] === communityId;
          return (
            <button
              key={communityId}
              type="button"
              className={classes['community']}
              aria-pressed={only}
              onClick={() => change({ communityIds: only ? [] : [communityId] })}
            >
              <Text span inherit truncate>
                {name}
              </Text>
              <Text span inherit c={reported < owed ? 'orange.8' : 'dimmed'}>
                {reported}/{owed}
              </Text>
            </button>
          );
        })}
      </Card>
    </div>
  );
};
