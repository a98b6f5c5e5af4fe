import { Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { requiredPaper, type RequiredPaper } from '../../../shared/domain/dossier-file.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { usePartChoices } from '../files/use-part-choices.ts';
import { EditableListForm, type RowCellsProps } from './EditableListForm.tsx';

const emptyPaper: RequiredPaper = { part: 'charter-and-form', title: '' };

const PaperCells = ({ row, fresh, onChange }: RowCellsProps<RequiredPaper>) => {
  const parts = usePartChoices().map(({ value, label }) => ({ value: value as string, label }));
  return (
    <>
      <Table.Td w={240}>
        <Select
          aria-label="放在哪一部分"
          allowDeselect={false}
          data={parts}
          value={row.part}
          onChange={(part) => onChange({ ...row, part: requiredPaper.shape.part.parse(part) })}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label="材料名称"
          placeholder="如 年度计划"
          autoFocus={fresh}
          maxLength={40}
          value={row.title}
          onChange={(event) => onChange({ ...row, title: event.currentTarget.value })}
        />
      </Table.Td>
    </>
  );
};

const PapersForm = ({ saved }: { readonly saved: readonly RequiredPaper[] }) => {
  const save = useMutation(useApi().files.saveRequiredPapers.mutationOptions());
  return (
    <EditableListForm
      label="应有材料"
      saved={saved}
      save={{
        ...save,
        mutate: (papers, onSuccess) => save.mutate({ papers: [...papers] }, { onSuccess }),
      }}
      most={60}
      empty={emptyPaper}
      addLabel="添加一份材料"
      nameOf={({ title }) => title}
      isComplete={({ title }) => title.trim() !== ''}
      Cells={PaperCells}
    />
  );
};

/** Papers that the office wants in every dossier (FEATURES B1). */
export const RequiredPapersCard = () => {
  const { data: saved, error } = useQuery(useApi().files.requiredPapers.queryOptions());
  return (
    <Card title="应有材料">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          政策要求以外，本单位要求每个组织都要有的材料。计入档案完整度；材料标题里有这几个字就算有了。已注销、撤销和转登记的组织不计。
        </Text>
        <ErrorNotice error={error} />
        {saved === undefined ? null : <PapersForm saved={saved} />}
      </Stack>
    </Card>
  );
};
