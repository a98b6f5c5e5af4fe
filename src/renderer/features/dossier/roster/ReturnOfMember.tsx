import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PartialDateField } from '../../../components/PartialDateField.tsx';

interface ReturnOfMemberProps {
  readonly organizationId: OrganizationId;
  readonly member: RosterRow;
  readonly onDone: () => void;
}

/** Somebody who left comes back with a new stay, or the leave was a mistake and is taken back. */
export const ReturnOfMember = ({ organizationId, member, onDone }: ReturnOfMemberProps) => {
  const { roster } = useApi();
  const [asking, setAsking] = useState(false);
  const [joinedOn, setJoinedOn] = useState<string | null>(null);
  const rejoin = useMutation(roster.rejoin.mutationOptions({ onSuccess: onDone }));
  const undo = useMutation(roster.undoLeave.mutationOptions({ onSuccess: onDone }));
  return (
    <Group gap="xs">
      <Popover opened={asking} onChange={setAsking} width={320} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <Button variant="light" onClick={() => setAsking(true)}>
            重新加入
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <Text size="sm">原来的一段保留，从这一天起另记一段。</Text>
            <PartialDateField label="重新加入日期" value={joinedOn} onChange={setJoinedOn} />
            <ErrorNotice error={rejoin.error} />
            <Group justify="flex-end">
              <Button
                size="xs"
                disabled={joinedOn === null}
                loading={rejoin.isPending}
                onClick={() =>
                  joinedOn !== null &&
                  rejoin.mutate({
                    organizationId,
                    personId: member.personId,
                    joinedOn,
                    role: 'member',
                    roleTitle: null,
                  })
                }
              >
                记下加入
              </Button>
            </Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <Button
        variant="subtle"
        loading={undo.isPending}
        onClick={() => undo.mutate({ membershipId: member.membershipId })}
      >
        没有离开，撤回
      </Button>
      <ErrorNotice error={undo.error} />
    </Group>
  );
};
