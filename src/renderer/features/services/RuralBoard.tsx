import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';

/** Policy Art. 7: which rural communities have their excellent team, and which do not. */
export const RuralBoard = () => {
  const { data = [] } = useQuery(useApi().serviceRegisters.ruralTeams.queryOptions({ input: { on: null } }));
  const reached = data.filter(({ team }) => team !== null).length;
  return (
    <Group gap={6} mb="xs" role="group" aria-label="各村达标情况">
      <Text size="sm">
        农村社区 {data.length} 个，已有优秀队伍 {reached} 个
        <BasisHint basis="第七条" />
      </Text>
      {data.map(({ communityId, communityName, team, candidates }) => (
        <Badge
          key={communityId}
          variant="light"
          color={team === null ? 'orange' : 'teal'}
          title={team?.name ?? ''}
          tt="none"
        >
          {communityName}：{team === null ? (candidates === 0 ? '还没有' : `${candidates} 支还缺依据`) : '有'}
        </Badge>
      ))}
    </Group>
  );
};
