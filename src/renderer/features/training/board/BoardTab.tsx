import { ActionIcon, Anchor, Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PolicyFigure, TargetRow } from '../../../../shared/contract/rotation.ts';
import type { PolicyFigureCode, TargetState } from '../../../../shared/domain/rotation.ts';
import {
  policyFigureLabels,
  targetStateLabels,
  traineeGroupLabels,
} from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExportListButton } from '../../../components/ExportListButton.tsx';
import { StatusBadge, type StatusTone } from '../../../components/StatusBadge.tsx';
import { TargetModal } from './TargetModal.tsx';

const tones: Readonly<Record<TargetState, StatusTone>> = {
  met: 'good',
  running: 'going',
  overdue: 'late',
  nobody: 'ended',
};

const TargetTable = ({ target }: { readonly target: TargetRow }) => {
  const remove = useMutation(useApi().rotation.removeTarget.mutationOptions());
  return (
    <Card
      title={`${target.group === null ? '六类人员' : traineeGroupLabels[target.group]}轮训 ${target.rate}%，${target.dueOn} 前`}
      aside={
        <Group gap="xs" wrap="nowrap">
          <StatusBadge tone={tones[target.state]}>{targetStateLabels[target.state]}</StatusBadge>
          <ActionIcon
            variant="subtle"
            color="gray.7"
            aria-label="删去这项目标"
            title="删去这项目标"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: target.id })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      }
    >
      <Table>
        <Table.Tbody>
          {target.groups.map(({ group, count, rate, state }) => (
            <Table.Tr key={group}>
              <Table.Td>{traineeGroupLabels[group]}</Table.Td>
              <Table.Td w={110}>{rate === null ? '—' : `${rate}%`}</Table.Td>
              <Table.Td w={150}>
                <Anchor component={Link} size="sm" to={paths.training('trainees', { group })}>
                  {count.trained}/{count.people} 人
                </Anchor>
              </Table.Td>
              <Table.Td w={150}>
                <Anchor
                  component={Link}
                  size="sm"
                  to={paths.training('trainees', { group, standing: 'never' })}
                >
                  从未参训 {count.never} 人
                </Anchor>
              </Table.Td>
              <Table.Td w={110} ta="right">
                <StatusBadge tone={tones[state]}>{targetStateLabels[state]}</StatusBadge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        {target.basis === null ? '' : `依据：${target.basis}　`}
        {target.note ?? ''}
      </Text>
    </Card>
  );
};

const listOf: Readonly<Record<PolicyFigureCode, string | null>> = {
  'density-urban': paths.home,
  'density-rural': paths.home,
  'rural-team': null,
  'fallback-party': paths.register('party'),
  'party-heads': paths.peopleWhere({ status: 'party-member,probationary-party-member' }),
  'party-developed': paths.peopleWhere({ stage: 'applicant,activist,candidate,probationary,full' }),
  'party-leadership': paths.peopleWhere({ body: 'party-leadership' }),
};

const valueWords = ({ value, of }: PolicyFigure): string =>
  value === null ? '还没有登记' : of === null ? String(value) : `${value} / ${of}`;

const Figures = ({ figures }: { readonly figures: readonly PolicyFigure[] }) => (
  <Card title="其他政策指标">
    <Table aria-label="其他政策指标">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>指标</Table.Th>
          <Table.Th>现值</Table.Th>
          <Table.Th>目标</Table.Th>
          <Table.Th>期限</Table.Th>
          <Table.Th>依据</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.map((figure) => {
          const to = listOf[figure.code];
          return (
            <Table.Tr key={figure.code}>
              <Table.Td>{policyFigureLabels[figure.code]}</Table.Td>
              <Table.Td>
                {to === null || figure.value === null ? (
                  valueWords(figure)
                ) : (
                  <Anchor component={Link} size="sm" to={to}>
                    {valueWords(figure)} ›
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>{figure.target ?? '—'}</Table.Td>
              <Table.Td>{figure.dueOn ?? '—'}</Table.Td>
              <Table.Td>{figure.basis}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  </Card>
);

/** 政策目标: value, target, year and basis, each number with the list behind it. */
export const BoardTab = () => {
  const { rotation } = useApi();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(rotation.board.queryOptions());
  if (data === undefined)
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          截至 {data.asOf}。轮训目标按“参加过”计算，分母是现在属于这一类的人。
        </Text>
        <Group gap="xs">
          <ExportListButton make={() => rotation.exportBoard.call()} disabled={false} />
          <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
            设新目标
          </Button>
        </Group>
      </Group>
      <ScrollArea flex={1} type="auto">
        <Stack gap="md">
          {data.targets.map((target) => (
            <TargetTable key={target.id} target={target} />
          ))}
          <Figures figures={data.figures} />
        </Stack>
      </ScrollArea>
      {adding ? <TargetModal onClose={() => setAdding(false)} /> : null}
    </>
  );
};
