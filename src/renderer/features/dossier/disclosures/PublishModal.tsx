import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisclosureScreening } from '../../../../shared/domain/disclosure.ts';
import type { RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { ScreeningFindings } from './ScreeningFindings.tsx';

interface PublishModalProps {
  readonly disclosure: RecordOf<'disclosure'>;
  readonly onClose: () => void;
}

const Clean = () => (
  <Group gap="xs" wrap="nowrap">
    <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-hidden />
    <Text size="sm">没有发现身份证号、电话、银行卡号、住址或邮箱，可以发布。</Text>
  </Group>
);

interface AnswersProps {
  readonly screening: DisclosureScreening;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}

const Answers = ({ screening, reason, onReason, seen, onSeen }: AnswersProps) => (
  <>
    {screening.total === 0 ? null : (
      <Textarea
        label="确实可以公开的理由"
        description="不写理由不能发布；理由和日期留在记录里。一般应先改掉再发布。"
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    )}
    {screening.unread.length === 0 ? null : (
      <Checkbox
        label="这些文件我打开看过，没有个人信息"
        checked={seen}
        onChange={(event) => onSeen(event.currentTarget.checked)}
      />
    )}
  </>
);

/** Searches for personal data and publishes; what is found is published only with a reason (PIPL). */
export const PublishModal = ({ disclosure, onClose }: PublishModalProps) => {
  const { disclosures } = useApi();
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(false);
  const { data: screening, error } = useQuery(
    disclosures.screen.queryOptions({ input: { id: disclosure.id }, gcTime: 0, staleTime: Infinity }),
  );
  const publish = useMutation(disclosures.publish.mutationOptions({ onSuccess: onClose }));
  const ready =
    screening !== undefined &&
    (screening.total === 0 || reason.trim().length >= 4) &&
    (screening.unread.length === 0 || seen);
  const submit = (): void => {
    if (!ready || publish.isPending) return;
    publish.mutate({ id: disclosure.id, reason: screening.total === 0 ? null : reason.trim(), seen });
  };
  return (
    <Modal opened onClose={onClose} title={`发布前检查：${disclosure.title}`} size={680}>
      <ImeSafeForm aria-label="发布前检查" onSubmit={submit}>
        <Stack gap="sm">
          <ErrorNotice error={error} />
          {screening === undefined ? (
            error === null && <Text size="sm">正在检查文字和附件里的个人信息…</Text>
          ) : (
            <>
              {screening.total === 0 ? <Clean /> : null}
              <ScreeningFindings screening={screening} />
              <Answers
                screening={screening}
                reason={reason}
                onReason={setReason}
                seen={seen}
                onSeen={setSeen}
              />
            </>
          )}
          <ErrorNotice error={publish.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {screening !== undefined && screening.total > 0 ? '回去修改' : '先不发布'}
            </Button>
            <Button type="submit" data-autofocus disabled={!ready} loading={publish.isPending}>
              发布
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
