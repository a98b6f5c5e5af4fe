import { ActionIcon, Autocomplete, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlanRequest, PlanResult } from '../../../../shared/contract/rotation.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { dayOfMoment, timeOfMoment } from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

type Proposed = PlanResult['sessions'][number];

interface Edited extends Proposed {
  readonly taken: boolean;
  readonly teacher: string;
}

const sessionWords = ({ startsAt, endsAt, place }: Proposed): string =>
  `${dayOfMoment(startsAt)} ${timeOfMoment(startsAt)}–${timeOfMoment(endsAt)} ${place}`;

interface ProposalProps {
  readonly session: Edited;
  readonly others: readonly { readonly value: string; readonly label: string }[];
  readonly teachers: readonly string[];
  readonly onChange: (part: Partial<Edited>) => void;
  readonly onMove: (person: PersonId, to: number) => void;
}

const Proposal = ({ session, others, teachers, onChange, onMove }: ProposalProps) => {
  const [moving, setMoving] = useState<PersonId | null>(null);
  return (
    <Card
      title={sessionWords(session)}
      aside={
        <Text size="sm" c={session.people.length > session.capacity ? 'orange.8' : 'dimmed'}>
          {session.people.length}/{session.capacity} 座
        </Text>
      }
    >
      <Group mb="xs" gap="md">
        <Checkbox
          label="采用"
          checked={session.taken}
          onChange={(event) => onChange({ taken: event.currentTarget.checked })}
        />
        <Autocomplete
          w={180}
          size="xs"
          aria-label={`${sessionWords(session)}的教师`}
          placeholder="教师"
          maxLength={40}
          data={[...teachers]}
          value={session.teacher}
          onChange={(teacher) => onChange({ teacher })}
        />
      </Group>
      <Group gap={6}>
        {session.people.map(({ personId, name, communityName }) => (
          <Group key={personId} gap={2} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              title={`${communityName ?? '街道本级'}　点一下可换场次`}
              onClick={() => setMoving(moving === personId ? null : personId)}
            >
              {name}
            </Button>
            {moving === personId ? (
              <>
                <Select
                  size="xs"
                  w={260}
                  aria-label={`${name}换到`}
                  placeholder="换到哪一场"
                  data={[...others]}
                  value={null}
                  onChange={(to) => to !== null && onMove(personId, Number(to))}
                />
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray.7"
                  aria-label={`不排${name}`}
                  title="不排这个人"
                  onClick={() =>
                    onChange({ people: session.people.filter((person) => person.personId !== personId) })
                  }
                >
                  <IconX size={14} />
                </ActionIcon>
              </>
            ) : null}
          </Group>
        ))}
      </Group>
    </Card>
  );
};

const reasons = { nowhere: '没有合适的时间地点', full: '座位不够' };

/** What was proposed, to be changed and accepted. */
export const Proposals = ({
  result,
  request,
}: {
  readonly result: PlanResult;
  readonly request: PlanRequest;
}) => {
  const { rotation, training } = useApi();
  const navigate = useNavigate();
  const [sessions, setSessions] = useState<readonly Edited[]>(() =>
    result.sessions.map((session) => ({ ...session, taken: true, teacher: '' })),
  );
  const { data: words } = useQuery(training.words.queryOptions());
  const accept = useMutation(
    rotation.acceptPlan.mutationOptions({ onSuccess: () => void navigate(paths.training('sessions')) }),
  );
  const change = (index: number, part: Partial<Edited>): void =>
    setSessions(sessions.map((session, at) => (at === index ? { ...session, ...part } : session)));
  const move = (from: number, person: PersonId, to: number): void => {
    const moved = sessions[from]?.people.find(({ personId }) => personId === person);
    if (moved === undefined) return;
    setSessions(
      sessions.map((session, at) => {
        if (at === from)
          return { ...session, people: session.people.filter(({ personId }) => personId !== person) };
        return at === to ? { ...session, people: [...session.people, moved] } : session;
      }),
    );
  };
  const chosen = sessions.filter(({ taken, people }) => taken && people.length > 0);
  const crowded = chosen.some(({ people, capacity }) => people.length > capacity);
  const seated = chosen.reduce((sum, { people }) => sum + people.length, 0);
  const submit = (): void => {
    const { title, topic, means, courseId, filter } = request;
    accept.mutate({
      title,
      topic,
      means,
      courseId,
      groups: filter.groups,
      sessions: chosen.map(({ startsAt, endsAt, place, communityId, capacity, people, teacher }) => ({
        startsAt,
        endsAt,
        place,
        communityId,
        capacity,
        teacher: teacher.trim() === '' ? null : teacher,
        personIds: people.map(({ personId }) => personId),
      })),
    });
  };
  return (
    <Stack gap="sm" aria-label="排课结果" role="region">
      <Group justify="space-between">
        <Text size="sm">
          要排 {result.wanted} 人，排进 {sessions.length} 场 {result.wanted - result.unplaced.length} 人
          {result.unplaced.length === 0 ? '，没有落下的。' : `，还有 ${result.unplaced.length} 人排不进。`}
        </Text>
        <Button disabled={chosen.length === 0 || crowded} loading={accept.isPending} onClick={submit}>
          采用 {chosen.length} 场（{seated} 人）
        </Button>
      </Group>
      <ErrorNotice error={accept.error} />
      {sessions.map((session, index) => (
        <Proposal
          key={`${session.startsAt} ${session.place}`}
          session={session}
          teachers={words?.teachers ?? []}
          others={sessions.flatMap((other, at) =>
            at === index || other.people.length >= other.capacity
              ? []
              : [{ value: String(at), label: sessionWords(other) }],
          )}
          onChange={(part) => change(index, part)}
          onMove={(person, to) => move(index, person, to)}
        />
      ))}
      {result.unplaced.length === 0 ? null : (
        <Card title={`排不进的 ${result.unplaced.length} 人`}>
          <Text size="sm">
            {result.unplaced
              .slice(0, 200)
              .map(
                ({ name, communityName, why }) =>
                  `${name}（${communityName ?? '街道本级'}，${reasons[why]}）`,
              )
              .join('、')}
          </Text>
        </Card>
      )}
    </Stack>
  );
};
