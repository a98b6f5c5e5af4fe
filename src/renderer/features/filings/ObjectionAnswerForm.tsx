import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  objectionResult,
  type Filing,
  type NoticeObjection,
  type ObjectionResult,
} from '../../../shared/domain/filing.ts';
import { objectionResultLabels } from '../../../shared/labels/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from './today-here.ts';

const results = objectionResult.options.map((value) => ({ value, label: objectionResultLabels[value] }));

interface ObjectionAnswerFormProps {
  readonly filing: Filing;
  readonly objection: NoticeObjection;
  readonly onDone: () => void;
}

/** What was answered to an objection, by whom, when, and whether it holds. */
export const ObjectionAnswerForm = ({ filing, objection, onDone }: ObjectionAnswerFormProps) => {
  const [answer, setAnswer] = useState(objection.answer ?? '');
  const [answeredBy, setAnsweredBy] = useState(objection.answeredBy ?? '');
  const [answeredOn, setAnsweredOn] = useState(
    objection.answeredOn ?? (filing.entryMode === 'live' ? todayHere() : null),
  );
  const [result, setResult] = useState<ObjectionResult | null>(objection.result);
  const save = useMutation(useApi().filings.answerObjection.mutationOptions({ onSuccess: onDone }));
  const ready = answer.trim() !== '' && answeredBy.trim() !== '' && answeredOn !== null && result !== null;
  const submit = (): void => {
    if (!ready || save.isPending) return;
    save.mutate({ id: filing.id, objectionId: objection.id, answer, answeredBy, answeredOn, result });
  };
  return (
    <ImeSafeForm aria-label="答复异议" onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          label="答复内容"
          withAsterisk
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <SimpleGrid cols={3} spacing="md">
          <Select label="结果" withAsterisk data={results} value={result} onChange={setResult} />
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
          <Button type="submit" disabled={!ready} loading={save.isPending}>
            登记答复
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
