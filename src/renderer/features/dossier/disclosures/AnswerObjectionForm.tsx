import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';

interface AnswerObjectionFormProps {
  readonly recordId: RecordId;
  /** Place of the objection, from 0. */
  readonly index: number;
  readonly onDone: () => void;
}

export const AnswerObjectionForm = ({ recordId, index, onDone }: AnswerObjectionFormProps) => {
  const [answer, setAnswer] = useState('');
  const [answeredBy, setAnsweredBy] = useState('');
  const [answeredOn, setAnsweredOn] = useState<string | null>(todayHere());
  const save = useMutation(useApi().disclosures.answerObjection.mutationOptions({ onSuccess: onDone }));
  const ready = answer.trim() !== '' && answeredBy.trim() !== '' && answeredOn !== null;
  return (
    <ImeSafeForm
      aria-label="答复异议"
      onSubmit={() =>
        ready &&
        save.mutate({ id: recordId, index, answer: answer.trim(), answeredOn, answeredBy: answeredBy.trim() })
      }
    >
      <Stack gap="sm">
        <Textarea
          label="答复内容"
          withAsterisk
          autoFocus
          autosize
          minRows={2}
          maxLength={1000}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <SimpleGrid cols={2}>
          <TextInput
            label="答复人"
            withAsterisk
            maxLength={60}
            value={answeredBy}
            onChange={(event) => setAnsweredBy(event.currentTarget.value)}
          />
          <DateField label="答复日期" withAsterisk value={answeredOn} onChange={setAnsweredOn} />
        </SimpleGrid>
        <ErrorNotice error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
          <Button type="submit" disabled={!ready} loading={save.isPending}>
            登记答复
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
