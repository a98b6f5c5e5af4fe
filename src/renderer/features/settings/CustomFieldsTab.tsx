import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Select,
  Stack,
  Table,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { moved } from './moved.ts';
import { SaveBar } from './SaveBar.tsx';

const mostFields = 40;
const empty: CustomFieldInput = {
  id: null,
  name: '',
  kind: 'text',
  choices: [],
  printed: false,
  retired: false,
};

interface FieldRowProps {
  readonly field: CustomFieldInput;
  /** Just added: its name is typed next. */
  readonly fresh: boolean;
  readonly onChange: (field: CustomFieldInput) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

const nameOf = ({ name }: CustomFieldInput): string => (name.trim() === '' ? '新项目' : name);

const FieldRow = ({ field, fresh, onChange, onMove, onRemove }: FieldRowProps) => (
  <Table.Tr>
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
    <Table.Td w={110}>
      <Group gap={2} wrap="nowrap" justify="flex-end">
        <ActionIcon variant="subtle" aria-label={`${nameOf(field)}上移`} onClick={() => onMove(-1)}>
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={`${nameOf(field)}下移`} onClick={() => onMove(1)}>
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red.8" aria-label={`去掉${nameOf(field)}`} onClick={onRemove}>
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
    </Table.Td>
  </Table.Tr>
);

const FieldsForm = ({ saved }: { readonly saved: readonly CustomField[] }) => {
  const [fields, setFields] = useState<readonly CustomFieldInput[]>(saved);
  const save = useMutation(useApi().fields.save.mutationOptions({ onSuccess: setFields }));
  const changed = JSON.stringify(fields) !== JSON.stringify(saved);
  const complete = fields.every(
    ({ name, kind, choices }) => name.trim() !== '' && (kind !== 'choice' || choices.length > 0),
  );
  const send = (): void =>
    save.mutate({ fields: fields.map((field) => ({ ...field, choices: [...field.choices] })) });
  return (
    <ImeSafeForm aria-label="自设项目" onSubmit={() => changed && complete && send()}>
      <Stack gap="sm">
        {fields.length === 0 ? null : (
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {fields.map((field, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a new field has no id; its place is its own
                <FieldRow
                  key={field.id ?? `new-${index}`}
                  field={field}
                  fresh={field === fields.at(-1) && field.id === null && field.name === ''}
                  onChange={(next) => setFields(fields.with(index, next))}
                  onMove={(step) => setFields(moved(fields, index, step))}
                  onRemove={() => setFields(fields.filter((_, at) => at !== index))}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group>
          <Button
            variant="light"
            disabled={fields.length >= mostFields}
            onClick={() => setFields([...fields, empty])}
          >
            添加一个项目
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
        <SaveBar
          changed={changed}
          valid={complete}
          saving={save.isPending}
          saved={save.isSuccess}
          onReset={() => setFields(saved)}
        />
      </Stack>
    </ImeSafeForm>
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
