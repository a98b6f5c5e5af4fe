import { Button, Group, NumberInput, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import { durationText } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import { useClerkName } from '../../components/clerk-name.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { ProofModal } from './ProofModal.tsx';

interface VolunteerProps {
  readonly volunteer: ServiceRow;
}

const moveLabels = { earned: '服务', redeemed: '兑换' } as const;

const RedeemForm = ({ volunteer, balance }: VolunteerProps & { readonly balance: number }) => {
  const [by, setBy] = useClerkName();
  const [points, setPoints] = useState<number | string>('');
  const [note, setNote] = useState('');
  const redeem = useMutation(
    useApi().serviceRegisters.redeem.mutationOptions({
      onSuccess: () => {
        setPoints('');
        setNote('');
      },
    }),
  );
  const ready = typeof points === 'number' && points > 0 && note.trim() !== '' && by.trim() !== '';
  const submit = (): void => {
    if (!ready || redeem.isPending) return;
    redeem.mutate({ volunteerId: volunteer.id, points, note: note.trim(), by: by.trim() });
  };
  return (
    <ImeSafeForm aria-label="积分兑换" onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NumberInput
          w={120}
          label={`兑换（有 ${balance} 分）`}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={points}
          onChange={setPoints}
        />
        <TextInput
          flex={1}
          label="换什么"
          maxLength={100}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          w={110}
          label="经办人"
          maxLength={40}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" disabled={!ready} loading={redeem.isPending}>
          兑换
        </Button>
      </Group>
      <ErrorNotice error={redeem.error} />
    </ImeSafeForm>
  );
};

/** 时间银行: what a volunteer served, earned and redeemed, every move with what was left after it. */
export const VolunteerCard = ({ volunteer }: VolunteerProps) => {
  const [proving, setProving] = useState(false);
  const { data, error } = useQuery(
    useApi().serviceRegisters.points.queryOptions({ input: { volunteerId: volunteer.id } }),
  );
  if (data === undefined) return <ErrorNotice error={error} />;
  const { balance, minutes, activities, moves } = data;
  return (
    <Paper withBorder p="sm" mb="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm">
            服务 {activities} 次，累计 {durationText(minutes)}；积分 <b>{balance}</b> 分
          </Text>
          <Button size="compact-sm" variant="light" disabled={minutes === 0} onClick={() => setProving(true)}>
            开具证明
          </Button>
        </Group>
        <RedeemForm volunteer={volunteer} balance={balance} />
        {moves.length === 0 ? null : (
          <Table verticalSpacing={2} aria-label="积分往来">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={110}>日期</Table.Th>
                <Table.Th w={70}>种类</Table.Th>
                <Table.Th>事由</Table.Th>
                <Table.Th w={70} ta="right">
                  分数
                </Table.Th>
                <Table.Th w={70} ta="right">
                  余额
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moves.slice(0, 8).map((move) => (
                <Table.Tr key={move.sequence}>
                  <Table.Td>{move.on}</Table.Td>
                  <Table.Td>{moveLabels[move.kind]}</Table.Td>
                  <Table.Td>{move.by === null ? move.note : `${move.note}（${move.by}）`}</Table.Td>
                  <Table.Td ta="right">{move.delta > 0 ? `+${move.delta}` : move.delta}</Table.Td>
                  <Table.Td ta="right">{move.balance}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {moves.length > 8 ? (
          <Text size="xs" c="dimmed">
            最近 8 笔，共 {moves.length} 笔
          </Text>
        ) : null}
      </Stack>
      {proving ? <ProofModal volunteer={volunteer} onClose={() => setProving(false)} /> : null}
    </Paper>
  );
};
