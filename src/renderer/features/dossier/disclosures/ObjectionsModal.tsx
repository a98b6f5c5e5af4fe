import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { DisclosureObjection, RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';
import { PaperButtons } from '../../documents/PaperButtons.tsx';
import { printable } from '../../documents/printable.ts';
import { AnswerObjectionForm } from './AnswerObjectionForm.tsx';
import { ReceiveObjectionForm } from './ReceiveObjectionForm.tsx';

interface ObjectionsModalProps {
  readonly disclosure: RecordOf<'disclosure'>;
  readonly onClose: () => void;
}

const Objection = ({ objection }: { readonly objection: DisclosureObjection }) => (
  <Stack gap={2}>
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {objection.receivedOn} {objection.objector ?? '未留姓名'}
      </Text>
      {objection.answeredOn === null ? (
        <StatusBadge tone="late">待答复</StatusBadge>
      ) : (
        <StatusBadge tone="good">{objection.answeredOn} 已答复</StatusBadge>
      )}
    </Group>
    <Text size="sm">{objection.body}</Text>
    {objection.answer === null ? null : (
      <Text size="sm" pl="md">
        答复（{objection.answeredBy}）：{objection.answer}
      </Text>
    )}
  </Stack>
);

/** Objections to a disclosure: taken in, answered, each for itself. */
export const ObjectionsModal = ({ disclosure, onClose }: ObjectionsModalProps) => {
  const { objections } = disclosure.content;
  const sealed = useDossierSealed();
  const [form, setForm] = useState<'receive' | number | null>(null);
  const done = (): void => setForm(null);
  return (
    <Modal.Stack>
      <Modal opened stackId="objections" onClose={onClose} title={`对“${disclosure.title}”的异议`} size={620}>
        <Stack gap="md">
          {objections.length === 0 ? null : (
            <PaperButtons papers={[printable('disclosure-answer', disclosure.id)]} />
          )}
          {objections.length === 0 && form === null ? (
            <Text size="sm" c="dimmed">
              还没有异议。居民提出的登记在这里，答复后一并存档。
            </Text>
          ) : null}
          {objections.map((objection, index) => (
            <Stack key={`${objection.receivedOn}${index}`} gap="xs">
              <Objection objection={objection} />
              {form === index ? (
                <AnswerObjectionForm recordId={disclosure.id} index={index} onDone={done} />
              ) : objection.answeredOn === null ? (
                <Group>
                  <Button size="compact-sm" variant="light" disabled={sealed} onClick={() => setForm(index)}>
                    答复
                  </Button>
                </Group>
              ) : null}
            </Stack>
          ))}
          {form === 'receive' ? (
            <ReceiveObjectionForm recordId={disclosure.id} onDone={done} />
          ) : (
            <Group justify="flex-end">
              <Button variant="default" disabled={sealed} onClick={() => setForm('receive')}>
                登记异议
              </Button>
            </Group>
          )}
        </Stack>
      </Modal>
    </Modal.Stack>
  );
};
