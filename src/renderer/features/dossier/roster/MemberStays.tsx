import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { MembershipStay, RosterRow } from '../../../../shared/domain/person.ts';
import { leaveReasonLabels, memberRoleLabels } from '../../../../shared/labels/person.ts';
import { useApi } from '../../../app/archive-api.tsx';

interface MemberStaysProps {
  readonly organizationId: OrganizationId;
  readonly member: RosterRow;
}

const stayWords = ({ joinedOn, leftOn, leaveReason, leaveNote, role, roleTitle }: MembershipStay): string => {
  const end =
    leftOn === null
      ? '在册'
      : `${leftOn} 离开${leaveReason === null ? '' : `（${leaveReasonLabels[leaveReason]}${leaveNote === null ? '' : `，${leaveNote}`}）`}`;
  return `${joinedOn ?? '加入日期未记'} 起，${roleTitle ?? memberRoleLabels[role]}；${end}`;
};

/** When somebody came, left and came back; nothing where there is only the present stay. */
export const MemberStays = ({ organizationId, member }: MemberStaysProps) => {
  const { data: stays = [] } = useQuery(
    useApi().roster.history.queryOptions({ input: { organizationId, personId: member.personId } }),
  );
  if (stays.length < 2 && member.leftOn === null) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        在本组织的经历
      </Text>
      <List size="sm" spacing={2}>
        {stays.map((stay) => (
          <List.Item key={stay.membershipId}>{stayWords(stay)}</List.Item>
        ))}
      </List>
    </div>
  );
};
