import { Group } from '@mantine/core';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { paths } from '../../../app/paths.ts';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { LeaveMember } from './LeaveMember.tsx';
import { RemoveMember } from './RemoveMember.tsx';
import { ReturnOfMember } from './ReturnOfMember.tsx';

interface MemberEndsProps {
  readonly organizationId: OrganizationId;
  readonly member: RosterRow;
  readonly onDone: () => void;
}

/** How a stay ends, begins again, or turns out never to have been. */
export const MemberEnds = ({ organizationId, member, onDone }: MemberEndsProps) => (
  <Group gap="xs" wrap="nowrap">
    {member.leftOn === null ? (
      <LeaveMember member={member} onLeft={onDone} />
    ) : (
      <ReturnOfMember organizationId={organizationId} member={member} onDone={onDone} />
    )}
    <LinkButton to={paths.person(member.personId)} variant="subtle">
      人员页
    </LinkButton>
    <RemoveMember member={member} onRemoved={onDone} />
  </Group>
);
