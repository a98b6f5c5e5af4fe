import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  revealReason,
  revealSeconds,
  type RevealReason,
  type RevealTarget,
} from '../../../shared/domain/reveal.ts';
import { revealReasonLabels } from '../../../shared/labels/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { useClerkName } from '../../components/clerk-name.ts';
import type { Revealed } from './use-revealed.ts';

interface RevealModalProps {
  /** Whose numbers, in words. */
  readonly whose: string;
  readonly target: RevealTarget;
  readonly revealed: Revealed;
  readonly onClose: () => void;
}

const reasons = revealReason.options.map((value) => ({ value, label: revealReasonLabels[value] }));

/** Asks who looks and why; what is answered goes into the log before a number is shown. */
export const RevealModal = ({ whose, target, revealed, onClose }: RevealModalProps) => {
  const [actor, setActor] = useClerkName();
  const [reason, setReason] = useState<RevealReason | null>(null);
  const [note, setNote] = useState('');
  const { reveals } = useApi();
  const reveal = useMutation({
    mutationFn: async (chosen: RevealReason) => {
      const request = { target, actor, reason: chosen, note: note.trim() === '' ? null : note.trim() };
      const { people, seconds } = await reveals.reveal.call(request);
      // Handed on, not returned: a mutation would keep what it returned.
      revealed.show(people, seconds);
    },
    onSuccess: onClose,
  });
  const ready =
    actor.trim() !== '' && reason !== null && (reason !== 'other' || note.trim() !== '') && !reveal.isPending;
  return (
    <Modal opened onClose={onClose} title={`查看${whose}的证件号码和电话`} size={460}>
      <ImeSafeForm aria-label="查看号码" onSubmit={() => ready && reason !== null && reveal.mutate(reason)}>
        <Stack>
          <Text size="sm">
            号码只显示 {revealSeconds}{' '}
            秒，切换到别的窗口就立刻遮上。谁、什么时候、为什么看，都会记下来，不能删改。
          </Text>
          <TextInput
            label="查看人"
            withAsterisk
            data-autofocus={actor === '' ? true : undefined}
            maxLength={30}
            value={actor}
            onChange={(event) => setActor(event.currentTarget.value)}
          />
          <Select
            label="事由"
            withAsterisk
            placeholder="为什么要看"
            data-autofocus={actor === '' ? undefined : true}
            data={reasons}
            value={reason}
            onChange={setReason}
          />
          <TextInput
            label="说明"
            withAsterisk={reason === 'other'}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={reveal.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不看了
            </Button>
            <Button type="submit" disabled={!ready} loading={reveal.isPending}>
              记下并显示
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
