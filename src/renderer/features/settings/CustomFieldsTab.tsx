import { Checkbox, Select, Stack, Table, TagsInput, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import {
  customFieldKind,
  type CustomField,
  type CustomFieldInput,
} from '../../../shared/domain/custom-field.ts';
import { customFieldKindLabels } from '../../../shared/labels/custom-field.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EditableListForm, type RowCellsProps } from './EditableListForm.tsx';

const emptyField: CustomFieldInput = {
  id: null,
  name: '',
  kind: 'text',
  choices: [],
  printed: false,
  retired: false,
};

const nameOf = ({ name }: CustomFieldInput): string => (name.trim() === '' ? '新项目' : name);

const FieldCells = ({ row: field, fresh, onChange }: RowCellsProps<CustomFieldInput>) => (
  <>
    <Table.Td w={170}>
      <TextInput
        aria-label="项目名称"
        autoFocus={fresh}
        maxLength={20}
        value={field.name}
        onChange={(event) => onChange({ ...field, name: event.currentTarget.value })}
      />
    </Table.Td>
    <Table.Td w={100}>
      <Select
        aria-label={`${nameOf(field)}的种类`}
        allowDeselect={false}
        data={customFieldKind.options.map((value) => ({ value, label: customFieldKindLabels[value] }))}
        value={field.kind}
        onChange={(value) => onChange({ ...field, kind: customFieldKind.parse(value) })}
      />
    </Table.Td>
    <Table.Td>
      {field.kind === 'choice' ? (
        <TagsInput
          aria-label={`${nameOf(field)}的选项`}
          placeholder="输入一项，回车"
          maxTags={40}
          value={[...field.choices]}
          onChange={(choices) => onChange({ ...field, choices })}
        />
      ) : null}
    </Table.Td>
    <Table.Td w={210}>
      <Stack gap={2}>
        <Checkbox
          size="sm"
          label="打印在备案表备注栏"
          checked={field.printed}
          onChange={(event) => onChange({ ...field, printed: event.currentTarget.checked })}
        />
        <Checkbox
          size="sm"
          label="不再使用"
          checked={field.retired}
          onChange={(event) => onChange({ ...field, retired: event.currentTarget.checked })}
        />
      </Stack>
    </Table.Td>
  </>
);

const FieldsForm = ({ saved }: { readonly saved: readonly CustomField[] }) => {
  const save = useMutation(useApi().fields.save.mutationOptions());
  return (
    <EditableListForm<CustomFieldInput>
      label="自设项目"
      saved={saved}
      save={{
        ...save,
        mutate: (fields, onSuccess) =>
          save.mutate(
            { fields: fields.map((field) => ({ ...field, choices: [...field.choices] })) },
            { onSuccess },
          ),
      }}
      most={40}
      empty={emptyField}
      addLabel="添加一个项目"
      ordered
      keyOf={({ id }) => id}
      nameOf={nameOf}
      isComplete={({ name, kind, choices }) =>
        name.trim() !== '' && (kind !== 'choice' || choices.length > 0)
      }
      Cells={FieldCells}
    />
  );
};

/** Facts that the office keeps of organizations besides the filing form (FEATURES B15). */
export const CustomFieldsTab = () => {
  const { data: saved, error } = useQuery(useApi().fields.list.queryOptions());
  return (
    <Card title="自设项目" aside={<BasisHint basis="第二条 档案（包含但不限于）" />}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          备案表以外，本单位还要登记的事项，如“星级”“结对单位”。填在组织档案里，列表可以显示、筛选，导出的
          Excel 里也有。已经填过的项目不能去掉、不能改种类，可标为不再使用，填过的内容会留着。
        </Text>
        <ErrorNotice error={error} />
        {saved === undefined ? null : <FieldsForm saved={saved} />}
      </Stack>
    </Card>
  );
};
