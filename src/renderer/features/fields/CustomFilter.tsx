import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CustomFilter as Filter } from '../../../shared/domain/custom-field.ts';
import { customFieldId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';

interface CustomFilterProps {
  readonly value: Filter | undefined;
  readonly onChange: (value: Filter | undefined) => void;
}

/** Narrows a list by one of the office's own fields; not there where it has none. */
export const CustomFilter = ({ value, onChange }: CustomFilterProps) => {
  const { data: fields = [] } = useQuery(useApi().fields.list.queryOptions());
  if (fields.length === 0) return null;
  const field = fields.find(({ id }) => id === value?.fieldId);
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        w={132}
        aria-label="自设项目"
        placeholder="自设项目"
        clearable
        data={fields.map(({ id, name }) => ({ value: id, label: name }))}
        value={field?.id ?? null}
        onChange={(id) => onChange(id === null ? undefined : { fieldId: customFieldId.parse(id), value: '' })}
      />
      {field === undefined ? null : field.kind === 'choice' ? (
        <Select
          w={132}
          aria-label={field.name}
          placeholder="填了的"
          clearable
          data={[...field.choices]}
          value={value?.value || null}
          onChange={(choice) => onChange({ fieldId: field.id, value: choice ?? '' })}
        />
      ) : (
        <TextInput
          w={132}
          aria-label={field.name}
          placeholder="填了的"
          maxLength={60}
          value={value?.value ?? ''}
          onChange={(event) => onChange({ fieldId: field.id, value: event.currentTarget.value })}
        />
      )}
    </Group>
  );
};
