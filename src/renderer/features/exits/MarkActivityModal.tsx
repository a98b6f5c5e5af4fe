import { Button, Group, Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { OrganizationStatus } from '../../../shared/domain/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';

interface MarkActivityModalProps {
  readonly organization: {
    readonly id: OrganizationId;
    readonly name: string;
    readonly status: OrganizationStatus;
  };
  readonly onClose: () => void;
}

/** Marks an organization as inactive, or as active again; who and why stays on record. */
export const MarkActivityModal = ({ organization, onClose }: MarkActivityModalProps) => {
  const active = organization.status === 'inactive';
  const [markedOn, setMarkedOn] = useState<string | null>(todayHere());
  const [markedBy, setMarkedBy] = useState('');
  const [reason, setReason] = useState('');
  const mark = useMutation(useApi().exits.markActivity.mutationOptions({ onSuccess: onClose }));
  const ready = markedOn !== null && markedBy.trim() !== '' && reason.trim().length >= 2;
  const title = active ? '恢复为正常活动' : '标记为停止活动';
  return (
    <Modal opened onClose={onClose} title={`${title}：${organization.name}`} size={520}>
      <ImeSafeForm
        aria-label={title}
        onSubmit={() =>
          ready &&
          !mark.isPending &&
          mark.mutate({
            organizationId: organization.id,
            active,
            markedOn,
            markedBy: markedBy.trim(),
            reason: reason.trim(),
          })
        }
      >
        <Stack gap="sm">
          <Textarea
            label="依据的情况"
            withAsterisk
            data-autofocus
            placeholder={active ? '如 11 月恢复每周排练' : '如 三次走访无人活动，负责人电话停机'}
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <SimpleGrid cols={2}>
            <TextInput
              label="核实人"
              withAsterisk
              maxLength={30}
              value={markedBy}
              onChange={(event) => setMarkedBy(event.currentTarget.value)}
            />
            <DateField label="日期" withAsterisk value={markedOn} onChange={setMarkedOn} />
          </SimpleGrid>
          <ErrorNotice error={mark.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!ready} loading={mark.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
