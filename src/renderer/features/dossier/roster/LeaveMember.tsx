import { Button, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { leaveReason, type LeaveReason, type RosterRow } from '../../../../shared/domain/person.ts';
import { leaveReasonLabels } from '../../../../shared/labels/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { textOrNull } from '../../organizations/facts/facts-form.ts';

interface LeaveMemberProps {
  readonly member: RosterRow;
  readonly onLeft: () => void;
}

const reasons = leaveReason.options.map((value) => ({ value, label: leaveReasonLabels[value] }));

/** Ends a stay with its day and reason; the entry stays in the history. */
export const LeaveMember = ({ member, onLeft }: LeaveMemberProps) => {
  const [asking, setAsking] = useState(false);
  const [leftOn, setLeftOn] = useState<string | null>(null);
  const [reason, setReason] = useState<LeaveReason>('own-wish');
  const [note, setNote] = useState<string | null>(null);
  const leave = useMutation(useApi().roster.leave.mutationOptions({ onSuccess: onLeft }));
  return (
    <Popover opened={asking} onChange={setAsking} width={340} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="subtle" onClick={() => setAsking(true)}>
          办理离开
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{member.name} 离开以后仍留在历史名单里，可以随时重新加入。</Text>
          <DateField label="离开日期" description="这一天起不在册" value={leftOn} onChange={setLeftOn} />
          <Select
            label="原因"
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={reasons}
            value={reason}
            onChange={(value) => value !== null && setReason(value)}
          />
          <TextInput
            label="说明"
            maxLength={200}
            value={note ?? ''}
            onChange={(event) => setNote(textOrNull(event.currentTarget.value))}
          />
          <ErrorNotice error={leave.error} />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              不办了
            </Button>
            <Button
              size="xs"
              disabled={leftOn === null}
              loading={leave.isPending}
              onClick={() =>
                leftOn !== null && leave.mutate({ membershipId: member.membershipId, leftOn, reason, note })
              }
            >
              记下离开
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
