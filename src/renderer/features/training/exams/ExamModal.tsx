import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { examInput, examKind, examResult, type ExamRow } from '../../../../shared/domain/training-exam.ts';
import { examKindLabels, examResultLabels } from '../../../../shared/labels/training-exam.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { TraineePicker } from './TraineePicker.tsx';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const kinds = examKind.options.map((value) => ({ value, label: examKindLabels[value] }));
const results = examResult.options.map((value) => ({ value, label: examResultLabels[value] }));

/** An exam from its registration to what it gave. */
export const ExamModal = ({
  exam,
  onClose,
}: {
  readonly exam: ExamRow | null;
  readonly onClose: () => void;
}) => {
  const { exams } = useApi();
  const [person, setPerson] = useState<string | null>(exam?.personId ?? null);
  const [kind, setKind] = useState<string | null>(exam?.kind ?? 'community-social-worker');
  const [registeredOn, setRegisteredOn] = useState<string | null>(exam?.registeredOn ?? todayHere());
  const [examOn, setExamOn] = useState<string | null>(exam?.examOn ?? null);
  const [result, setResult] = useState<string | null>(exam?.result ?? 'registered');
  const [number, setNumber] = useState(exam?.certificateNumber ?? '');
  const [validFrom, setValidFrom] = useState<string | null>(exam?.validFrom ?? null);
  const [validTo, setValidTo] = useState<string | null>(exam?.validTo ?? null);
  const passed = result === 'passed';
  const save = useMutation(exams.save.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(exams.remove.mutationOptions({ onSuccess: onClose }));
  const input = examInput.safeParse({
    personId: person,
    kind,
    registeredOn,
    examOn,
    result,
    certificateNumber: passed ? orNull(number) : null,
    validFrom: passed ? validFrom : null,
    validTo: passed ? validTo : null,
    note: exam?.note ?? null,
  }).data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={exam === null ? '登记报名' : `${exam.personName}的考试`}
      size={560}
    >
      <ImeSafeForm
        aria-label="考试"
        onSubmit={() =>
          input !== undefined && !save.isPending && save.mutate({ id: exam?.id ?? null, exam: input })
        }
      >
        <Stack gap="sm">
          {exam === null ? <TraineePicker value={person} onChange={setPerson} /> : null}
          <Group grow align="flex-start">
            <Select label="考试" withAsterisk data={kinds} value={kind} onChange={setKind} />
            <Select label="结果" withAsterisk data={results} value={result} onChange={setResult} />
          </Group>
          <Group grow align="flex-start">
            <DateField label="报名日期" required value={registeredOn} onChange={setRegisteredOn} />
            <DateField label="考试日期" value={examOn} onChange={setExamOn} />
          </Group>
          {passed ? (
            <>
              <TextInput
                label="证书编号"
                maxLength={40}
                value={number}
                onChange={(event) => setNumber(event.currentTarget.value)}
              />
              <Group grow align="flex-start">
                <DateField label="有效期起" value={validFrom} onChange={setValidFrom} />
                <DateField
                  label="有效期至"
                  description="长期有效的不填"
                  value={validTo}
                  onChange={setValidTo}
                />
              </Group>
            </>
          ) : null}
          <ErrorNotice error={save.error ?? remove.error} />
          <Group justify="space-between">
            {exam === null ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="gray.7"
                loading={remove.isPending}
                onClick={() => remove.mutate({ id: exam.id })}
              >
                删去
              </Button>
            )}
            <Group>
              <Button variant="default" onClick={onClose}>
                取消
              </Button>
              <Button type="submit" disabled={input === undefined} loading={save.isPending}>
                保存
              </Button>
            </Group>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
