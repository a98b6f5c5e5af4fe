import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trainingTargetInput } from '../../../../shared/domain/rotation.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { groupOptions } from '../training-options.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A target of the office's own: whom, how many in a hundred, until when. */
export const TargetModal = ({ onClose }: { readonly onClose: () => void }) => {
  const [group, setGroup] = useState<string | null>(null);
  const [rate, setRate] = useState<number | string>(100);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [basis, setBasis] = useState('');
  const [note, setNote] = useState('');
  const save = useMutation(useApi().rotation.saveTarget.mutationOptions({ onSuccess: onClose }));
  const target = trainingTargetInput.safeParse({
    group,
    rate: Number(rate),
    dueOn,
    basis: orNull(basis),
    note: orNull(note),
  }).data;
  return (
    <Modal opened onClose={onClose} title="设新目标" size={480}>
      <ImeSafeForm
        aria-label="设新目标"
        onSubmit={() => target !== undefined && !save.isPending && save.mutate({ id: null, target })}
      >
        <Stack gap="sm">
          <Select
            label="对象"
            placeholder="六类人员，各类都要达到"
            clearable
            data-autofocus
            data={groupOptions}
            value={group}
            onChange={setGroup}
          />
          <Group grow align="flex-start">
            <NumberInput
              label="覆盖率"
              withAsterisk
              suffix="%"
              min={1}
              max={100}
              allowDecimal={false}
              value={rate}
              onChange={setRate}
            />
            <DateField label="期限" required value={dueOn} onChange={setDueOn} />
          </Group>
          <TextInput
            label="依据"
            maxLength={60}
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
          />
          <TextInput
            label="说明"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={target === undefined} loading={save.isPending}>
              保存目标
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
