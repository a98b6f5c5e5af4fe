import { Anchor, ScrollArea, Table } from '@mantine/core';
import type { TimedGroup } from '../../../shared/contract/timeliness.ts';
import { timedStageLabels } from '../../../shared/labels/timeliness.ts';

interface TimelinessGroupsProps {
  readonly groups: readonly TimedGroup[];
  readonly onChoose: (communityId: string) => void;
}

/** Share in time and days, for all and for each community; those that are late most often come first. */
export const TimelinessGroups = ({ groups, onChoose }: TimelinessGroupsProps) =>
  groups.length === 0 ? null : (
    <ScrollArea.Autosize mah={210} mb="sm" flex="none">
      <Table verticalSpacing={4} stickyHeader withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {['社区', '环节', '办理', '按时', '按时率', '平均用时', '最长'].map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(
            ({ communityId, communityName, stage, count, inTime, share, averageDays, longestDays }) => (
              <Table.Tr key={`${communityId ?? ''}-${stage}`} fw={communityId === null ? 600 : 400}>
                <Table.Td>
                  {communityId === null ? (
                    communityName
                  ) : (
                    <Anchor component="button" type="button" size="sm" onClick={() => onChoose(communityId)}>
                      {communityName}
                    </Anchor>
                  )}
                </Table.Td>
                <Table.Td>{timedStageLabels[stage]}</Table.Td>
                <Table.Td>{count} 次</Table.Td>
                <Table.Td>{inTime} 次</Table.Td>
                <Table.Td c={share < 100 ? 'orange.8' : 'inherit'}>{share}%</Table.Td>
                <Table.Td>{averageDays} 天</Table.Td>
                <Table.Td>{longestDays} 天</Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
