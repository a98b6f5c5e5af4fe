import {
  Button,
  Checkbox,
  Group,
  Modal,
  ScrollArea,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { CompletionSubject } from '../../../../shared/domain/training-completion.ts';
import type { TrainingSessionRow } from '../../../../shared/domain/training.ts';
import { hoursWord } from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { useClerkName } from '../../../components/clerk-name.ts';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';

/** Gives certificates to those who completed the session, or the whole course it belongs to, and opens their print. */
export const IssueModal = ({
  session,
  onClose,
}: {
  readonly session: TrainingSessionRow;
  readonly onClose: () => void;
}) => {
  const { rotation } = useApi();
  const navigate = useNavigate();
  const [whole, setWhole] = useState(session.courseId !== null);
  const [left, setLeft] = useState<ReadonlySet<PersonId>>(new Set());
  const [issuedOn, setIssuedOn] = useState<string | null>(todayHere());
  const [issuedBy, setIssuedBy] = useClerkName();
  const subject: CompletionSubject =
    whole && session.courseId !== null
      ? { kind: 'course', id: session.courseId }
      : { kind: 'session', id: session.id };
  const { data } = useQuery(rotation.completed.queryOptions({ input: { subject } }));
  const issue = useMutation(
    rotation.issueCompletions.mutationOptions({
      onSuccess: ({ ids }) => {
        onClose();
        void navigate(paths.print('training-certificate', ids));
      },
    }),
  );
  const people = data?.people ?? [];
  const chosen = people.filter(({ personId }) => !left.has(personId));
  const ready = chosen.length > 0 && issuedOn !== null && issuedBy.trim() !== '';
  const toggle = (id: PersonId): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Modal opened onClose={onClose} title="发结业证书" size={520}>
      <ImeSafeForm
        aria-label="发结业证书"
        onSubmit={() =>
          ready &&
          !issue.isPending &&
          issue.mutate({ subject, issuedOn, issuedBy, personIds: chosen.map(({ personId }) => personId) })
        }
      >
        <Stack>
          {session.courseId === null ? null : (
            <SegmentedControl
              aria-label="结业范围"
              data={[
                { value: 'course', label: '整门课程（每场都到）' },
                { value: 'session', label: '只这一场' },
              ]}
              value={whole ? 'course' : 'session'}
              onChange={(value) => setWhole(value === 'course')}
            />
          )}
          <Text size="sm">
            {data === undefined
              ? '正在数'
              : people.length === 0
                ? '没有可以发证的人：没有到训，或已经发过。'
                : `“${data.title}”可以发证 ${people.length} 人，编号按发证年度连续。`}
          </Text>
          <ScrollArea.Autosize mah={220}>
            <Stack gap={6}>
              {people.map(({ personId, personName, minutes }) => (
                <Checkbox
                  key={personId}
                  label={`${personName}（${hoursWord(minutes)} 学时）`}
                  checked={!left.has(personId)}
                  onChange={() => toggle(personId)}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          <Group grow align="flex-start">
            <DateField
              label="发证日期"
              required
              value={issuedOn}
              onChange={setIssuedOn}
              maxDate={todayHere()}
            />
            <TextInput
              label="经办人"
              withAsterisk
              data-autofocus
              maxLength={30}
              value={issuedBy}
              onChange={(event) => setIssuedBy(event.currentTarget.value)}
            />
          </Group>
          <ErrorNotice error={issue.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不发
            </Button>
            <Button type="submit" disabled={!ready} loading={issue.isPending}>
              编号并打印 {chosen.length} 份
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
