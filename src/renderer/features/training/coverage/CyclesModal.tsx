import { ActionIcon, Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rotationCycleInput } from '../../../../shared/domain/rotation.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';

const KnownCycles = () => {
  const { rotation } = useApi();
  const { data: cycles } = useQuery(rotation.cycles.queryOptions());
  const remove = useMutation(rotation.removeCycle.mutationOptions());
  if (cycles === undefined) return null;
  if (cycles.length === 0)
    return (
      <Text size="sm" c="dimmed">
        还没有设周期，按自然年计算。
      </Text>
    );
  return cycles.map(({ id, name, startsOn, endsOn, carryOverMonths, requiredMinutes }) => (
    <Group key={id} justify="space-between" wrap="nowrap">
      <Text size="sm">
        {name}：{startsOn} 至 {endsOn}，{carryOverMonths === 0 ? '不结转' : `结转 ${carryOverMonths} 个月`}，
        {requiredMinutes === 0 ? '参加过就算' : `满 ${requiredMinutes / 60} 学时`}
      </Text>
      {id === null ? null : (
        <ActionIcon
          variant="subtle"
          color="gray.7"
          aria-label={`删去 ${name}`}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  ));
};

const CyclesModal = ({ onClose }: { readonly onClose: () => void }) => {
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [carryOver, setCarryOver] = useState<number | string>(0);
  const [hours, setHours] = useState<number | string>(0);
  const save = useMutation(
    useApi().rotation.saveCycle.mutationOptions({
      onSuccess: () => {
        setName('');
        setStartsOn(null);
        setEndsOn(null);
      },
    }),
  );
  const cycle = rotationCycleInput.safeParse({
    name,
    startsOn,
    endsOn,
    carryOverMonths: Number(carryOver),
    requiredMinutes: Math.round(Number(hours) * 60),
  }).data;
  return (
    <Modal opened onClose={onClose} title="轮训周期" size={620}>
      <Stack>
        <KnownCycles />
        <ImeSafeForm
          aria-label="添加轮训周期"
          onSubmit={() => cycle !== undefined && !save.isPending && save.mutate({ id: null, cycle })}
        >
          <Stack gap="sm">
            <TextInput
              label="名称"
              withAsterisk
              data-autofocus
              placeholder="如 第二轮（2026—2027）"
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group grow align="flex-start">
              <DateField label="起" required value={startsOn} onChange={setStartsOn} />
              <DateField label="止" required value={endsOn} onChange={setEndsOn} />
            </Group>
            <Group grow align="flex-start">
              <NumberInput
                label="结转月数"
                description="周期开始前几个月的培训也算"
                min={0}
                max={60}
                allowDecimal={false}
                value={carryOver}
                onChange={setCarryOver}
              />
              <NumberInput
                label="要求学时"
                description="0 表示参加过就算"
                min={0}
                max={1000}
                decimalScale={1}
                value={hours}
                onChange={setHours}
              />
            </Group>
            <ErrorNotice error={save.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                关闭
              </Button>
              <Button type="submit" disabled={cycle === undefined} loading={save.isPending}>
                添加周期
              </Button>
            </Group>
          </Stack>
        </ImeSafeForm>
      </Stack>
    </Modal>
  );
};

export const CyclesButton = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        周期
      </Button>
      {open ? <CyclesModal onClose={() => setOpen(false)} /> : null}
    </>
  );
};
