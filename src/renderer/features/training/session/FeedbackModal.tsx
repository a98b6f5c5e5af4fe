import { Button, Group, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { meanMark, sessionFeedback, type TrainingSessionRow } from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';

const words = ['很差', '较差', '一般', '较好', '很好'];

/** Questionnaires that came back, counted by their mark, and what the training changed. */
export const FeedbackModal = ({
  session,
  onClose,
}: {
  readonly session: TrainingSessionRow;
  readonly onClose: () => void;
}) => {
  const [marks, setMarks] = useState<readonly (number | string)[]>(
    session.feedback?.marks ?? [0, 0, 0, 0, 0],
  );
  const [effect, setEffect] = useState(session.feedback?.effect ?? '');
  const save = useMutation(useApi().training.saveFeedback.mutationOptions({ onSuccess: onClose }));
  const feedback = sessionFeedback.safeParse({
    marks: marks.map(Number),
    effect: effect.trim() === '' ? null : effect,
  }).data;
  return (
    <Modal opened onClose={onClose} title="反馈和成效" size={560}>
      <ImeSafeForm
        aria-label="反馈和成效"
        onSubmit={() => feedback !== undefined && save.mutate({ id: session.id, feedback })}
      >
        <Stack>
          <Text size="sm">收回的反馈表，按打的分数各有几份：</Text>
          <Group grow>
            {words.map((word, index) => (
              <NumberInput
                key={word}
                label={`${index + 1} 分 ${word}`}
                min={0}
                max={10_000}
                allowDecimal={false}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
                value={marks[index] ?? 0}
                onChange={(value) => setMarks(marks.map((mark, at) => (at === index ? value : mark)))}
              />
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            平均 {(feedback === undefined ? null : meanMark(feedback)) ?? '—'} 分
          </Text>
          <Textarea
            label="成效"
            autosize
            minRows={2}
            maxLength={300}
            value={effect}
            onChange={(event) => setEffect(event.currentTarget.value)}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={feedback === undefined} loading={save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
