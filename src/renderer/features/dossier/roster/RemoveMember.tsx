import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface RemoveMemberProps {
  readonly member: RosterRow;
  readonly onRemoved: () => void;
}

/** Taking someone off the roster is for mistakes; who has left keeps a line with the day. */
export const RemoveMember = ({ member, onRemoved }: RemoveMemberProps) => {
  const [asking, setAsking] = useState(false);
  const remove = useMutation(useApi().roster.remove.mutationOptions({ onSuccess: onRemoved }));
  return (
    <Popover opened={asking} onChange={setAsking} width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="subtle" color="red.8" onClick={() => setAsking(true)}>
          录错了，移出
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">把 {member.name} 移出花名册？如果是离开了，请用“办理离开”，记录会保留。</Text>
          <ErrorNotice error={remove.error} />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              不移
            </Button>
            <Button
              size="xs"
              color="red.8"
              loading={remove.isPending}
              onClick={() => remove.mutate({ membershipId: member.membershipId })}
            >
              移出
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
