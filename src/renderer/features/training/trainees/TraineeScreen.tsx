import { Anchor, Button, Chip, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { personId } from '../../../../shared/domain/ids.ts';
import type { TraineeRow, TraineeStayRow } from '../../../../shared/domain/trainee.ts';
import {
  hoursWord,
  rotationStandingLabels,
  staySourceLabels,
  traineeGroupLabels,
  trainingTopicWord,
} from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { standingTones, weekdayOptions } from '../training-options.ts';
import { StayModal } from './StayModal.tsx';

type Changing = { readonly stay: TraineeStayRow | null } | null;

const Stays = ({
  stays,
  onChange,
}: {
  readonly stays: readonly TraineeStayRow[];
  readonly onChange: (stay: TraineeStayRow) => void;
}) => {
  const remove = useMutation(useApi().trainees.removeStay.mutationOptions());
  return (
    <Table aria-label="对象类别">
      <Table.Tbody>
        {stays.map((stay, index) => (
          <Table.Tr key={stay.id ?? `roster-${index}`}>
            <Table.Td>{traineeGroupLabels[stay.group]}</Table.Td>
            <Table.Td>{stay.communityName ?? '街道本级'}</Table.Td>
            <Table.Td>{stay.organizationName ?? stay.workUnit ?? '—'}</Table.Td>
            <Table.Td>
              {stay.startsOn ?? '不详'} 至 {stay.endsOn ?? '现在'}
            </Table.Td>
            <Table.Td>{staySourceLabels[stay.source]}</Table.Td>
            <Table.Td ta="right">
              {stay.id === null ? (
                stay.organizationId === null ? null : (
                  <Anchor component={Link} size="sm" to={paths.dossier(stay.organizationId, 'roster')}>
                    到花名册改
                  </Anchor>
                )
              ) : (
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  <Button variant="subtle" size="compact-sm" onClick={() => onChange(stay)}>
                    修改
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray.7"
                    size="compact-sm"
                    loading={remove.isPending}
                    onClick={() => stay.id !== null && remove.mutate({ id: stay.id })}
                  >
                    删去
                  </Button>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const FreeDays = ({ person }: { readonly person: TraineeRow }) => {
  const save = useMutation(useApi().trainees.setFreeDays.mutationOptions());
  return (
    <Group gap="xs">
      <Text size="sm">能来的日子</Text>
      <Chip.Group
        multiple
        value={person.freeDays.map(String)}
        onChange={(days) => save.mutate({ personId: person.personId, weekdays: days.map(Number) })}
      >
        {weekdayOptions.map(({ value, label }) => (
          <Chip key={value} value={value} size="xs">
            {label}
          </Chip>
        ))}
      </Chip.Group>
      <Text size="sm" c="dimmed">
        {person.freeDays.length === 0 ? '没有选，哪天都行' : ''}
      </Text>
    </Group>
  );
};

/** One person of the pool: groups with their days, days they can come, and every training. */
export const TraineeScreen = () => {
  const id = personId.parse(useParams()['id']);
  const [changing, setChanging] = useState<Changing>(null);
  const { data, error, refetch } = useQuery(useApi().trainees.get.queryOptions({ input: { personId: id } }));
  if (data === undefined)
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const { person, stays, trainings } = data;
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ title: '培训对象', to: paths.training('trainees') }]}
        marks={
          <StatusBadge tone={standingTones[person.standing]}>
            {rotationStandingLabels[person.standing]}
          </StatusBadge>
        }
        detail={`${person.maskedIdentityNumber ?? '没有证件号码'}　${person.maskedPhone ?? '没有电话'}　本期 ${hoursWord(person.minutes)} 学时`}
        actions={
          <Button leftSection={<IconPlus size={18} />} onClick={() => setChanging({ stay: null })}>
            添加类别
          </Button>
        }
      />
      <Stack gap="md">
        <Card title="对象类别">
          <Stack gap="sm">
            <Stays stays={stays} onChange={(stay) => setChanging({ stay })} />
            <FreeDays person={person} />
          </Stack>
        </Card>
        <Card title={`参训记录（${trainings.length} 次）`}>
          {trainings.length === 0 ? (
            <Text size="sm" c="dimmed">
              还没有参训记录。
            </Text>
          ) : (
            <Table aria-label="参训记录">
              <Table.Tbody>
                {trainings.map(({ sessionId, title, topic, on, minutes }) => (
                  <Table.Tr key={sessionId}>
                    <Table.Td w={120}>{on}</Table.Td>
                    <Table.Td>
                      <Anchor component={Link} size="sm" to={paths.trainingSession(sessionId)}>
                        {title}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{trainingTopicWord(topic)}</Table.Td>
                    <Table.Td ta="right">{hoursWord(minutes)} 学时</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Card>
      </Stack>
      {changing === null ? null : (
        <StayModal
          person={{ id: person.personId, name: person.name }}
          stay={changing.stay}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
};
