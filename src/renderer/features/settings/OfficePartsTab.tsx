import { ActionIcon, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficePart, OfficePartInput } from '../../../shared/domain/dossier-file.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { moved } from './moved.ts';
import { RequiredPapersCard } from './RequiredPapersCard.tsx';
import { SaveBar } from './SaveBar.tsx';

interface PartRowProps {
  readonly part: OfficePartInput;
  readonly onChange: (part: OfficePartInput) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

const PartRow = ({ part, onChange, onMove, onRemove }: PartRowProps) => (
  <Table.Tr>
    <Table.Td>
      <TextInput
        aria-label="部分名称"
        maxLength={20}
        value={part.name}
        onChange={(event) => onChange({ ...part, name: event.currentTarget.value })}
      />
    </Table.Td>
    <Table.Td>
      <Checkbox
        label="不再使用"
        checked={part.retired}
        onChange={(event) => onChange({ ...part, retired: event.currentTarget.checked })}
      />
    </Table.Td>
    <Table.Td>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <ActionIcon variant="subtle" aria-label={`${part.name}上移`} onClick={() => onMove(-1)}>
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={`${part.name}下移`} onClick={() => onMove(1)}>
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red.8" aria-label={`去掉${part.name}`} onClick={onRemove}>
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
    </Table.Td>
  </Table.Tr>
);

const PartsForm = ({ saved }: { readonly saved: readonly OfficePart[] }) => {
  const [parts, setParts] = useState<readonly OfficePartInput[]>(saved);
  const save = useMutation(useApi().files.saveParts.mutationOptions({ onSuccess: setParts }));
  const changed = JSON.stringify(parts) !== JSON.stringify(saved);
  const complete = parts.every(({ name }) => name.trim() !== '');
  return (
    <ImeSafeForm
      aria-label="自设部分"
      onSubmit={() => changed && complete && save.mutate({ parts: [...parts] })}
    >
      <Stack gap="sm">
        {parts.length === 0 ? null : (
          <Table>
            <Table.Tbody>
              {parts.map((part, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a new part has no id; its place is its own
                <PartRow
                  key={part.id ?? `new-${index}`}
                  part={part}
                  onChange={(next) => setParts(parts.with(index, next))}
                  onMove={(step) => setParts(moved(parts, index, step))}
                  onRemove={() => setParts(parts.filter((_, at) => at !== index))}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group>
          <Button
            variant="light"
            disabled={parts.length >= 20}
            onClick={() => setParts([...parts, { id: null, name: '', retired: false }])}
          >
            添加一部分
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
        <SaveBar
          changed={changed}
          valid={complete}
          saving={save.isPending}
          saved={save.isSuccess}
          onReset={() => setParts(saved)}
        />
      </Stack>
    </ImeSafeForm>
  );
};

/** Parts that the office keeps besides the five (policy Art. 2, 包含但不限于). */
export const OfficePartsTab = () => {
  const { data: saved, error } = useQuery(useApi().files.parts.queryOptions());
  return (
    <Stack gap="md">
      <Card title="自设部分" aside={<BasisHint basis="第二条 档案（包含但不限于）" />}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            五项档案之外，本单位还要留存的材料可以另设部分，如“活动记录”“荣誉”。已经存有材料的部分不能去掉，可标为不再使用。
          </Text>
          <ErrorNotice error={error} />
          {saved === undefined ? null : <PartsForm saved={saved} />}
        </Stack>
      </Card>
      <RequiredPapersCard />
    </Stack>
  );
};
