import { Checkbox, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { OfficePart, OfficePartInput } from '../../../shared/domain/dossier-file.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EditableListForm, type RowCellsProps } from './EditableListForm.tsx';
import { RequiredPapersCard } from './RequiredPapersCard.tsx';

const emptyPart: OfficePartInput = { id: null, name: '', retired: false };

const PartCells = ({ row, fresh, onChange }: RowCellsProps<OfficePartInput>) => (
  <>
    <Table.Td>
      <TextInput
        aria-label="部分名称"
        autoFocus={fresh}
        maxLength={20}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value })}
      />
    </Table.Td>
    <Table.Td>
      <Checkbox
        label="不再使用"
        checked={row.retired}
        onChange={(event) => onChange({ ...row, retired: event.currentTarget.checked })}
      />
    </Table.Td>
  </>
);

const PartsForm = ({ saved }: { readonly saved: readonly OfficePart[] }) => {
  const save = useMutation(useApi().files.saveParts.mutationOptions());
  return (
    <EditableListForm<OfficePartInput>
      label="自设部分"
      saved={saved}
      save={{
        ...save,
        mutate: (parts, onSuccess) => save.mutate({ parts: [...parts] }, { onSuccess }),
      }}
      most={20}
      empty={emptyPart}
      addLabel="添加一部分"
      ordered
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      isComplete={({ name }) => name.trim() !== ''}
      Cells={PartCells}
    />
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
