import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { useClerkName } from '../../components/clerk-name.ts';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { StackedModal } from '../../components/StackedModal.tsx';
import { todayHere } from '../filings/today-here.ts';
import { textOrNull } from '../organizations/facts/facts-form.ts';

interface ProofModalProps {
  readonly volunteer: ServiceRow;
  readonly onClose: () => void;
}

/** Issues 志愿服务记录证明: the hours are counted from the records, the number comes by itself. */
export const ProofModal = ({ volunteer, onClose }: ProofModalProps) => {
  const api = useApi();
  const navigate = useNavigate();
  const today = todayHere();
  const [handler, setHandler] = useClerkName();
  const [responsible, setResponsible] = useState('');
  const [purpose, setPurpose] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | null>(today);
  const [noticeFrom, setNoticeFrom] = useState<string | null>(today);
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const issue = useMutation(
    api.serviceRegisters.issueProof.mutationOptions({
      onSuccess: ({ id }) => void navigate(paths.services('service-proof', { line: id })),
    }),
  );
  const ready =
    from !== null && to !== null && noticeFrom !== null && handler.trim() !== '' && responsible.trim() !== '';
  const submit = (): void => {
    if (!ready || issue.isPending) return;
    const volunteerId = volunteer.id;
    issue.mutate({
      volunteerId,
      from,
      to,
      noticeFrom,
      handler: handler.trim(),
      responsible: responsible.trim(),
      purpose,
    });
  };
  const days = rules?.body.services.proofNoticeDays ?? 7;
  return (
    <StackedModal stackId="proof" onClose={onClose} title={`给${volunteer.title}开具服务记录证明`} size={640}>
      <ImeSafeForm aria-label="开具证明" onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            时长和内容按服务记录算；先公示 {days} 天，公示结束第二天落款、盖章。
          </Text>
          <SimpleGrid cols={3} spacing="sm">
            <DateField label="服务起" withAsterisk value={from} onChange={setFrom} />
            <DateField label="服务止" withAsterisk value={to} onChange={setTo} />
            <DateField label="公示从哪天起" withAsterisk value={noticeFrom} onChange={setNoticeFrom} />
            <TextInput
              label="负责人"
              withAsterisk
              data-autofocus
              maxLength={40}
              value={responsible}
              onChange={(event) => setResponsible(event.currentTarget.value)}
            />
            <TextInput
              label="经办人"
              withAsterisk
              maxLength={40}
              value={handler}
              onChange={(event) => setHandler(event.currentTarget.value)}
            />
            <TextInput
              label="用途"
              maxLength={120}
              value={purpose ?? ''}
              onChange={(event) => setPurpose(textOrNull(event.currentTarget.value))}
            />
          </SimpleGrid>
          <ErrorNotice error={issue.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不开
            </Button>
            <Button type="submit" disabled={!ready} loading={issue.isPending}>
              开具
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </StackedModal>
  );
};
