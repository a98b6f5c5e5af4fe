import { Select, TextInput } from '@mantine/core';
import { longestCustomValue, type CustomField } from '../../../shared/domain/custom-field.ts';
import { DateField } from '../../components/DateField.tsx';

interface CustomValueInputProps {
  readonly field: CustomField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
}

/** The right box for a field of the office; an empty value means nothing. */
export const CustomValueInput = ({ field, value, onChange, error = null }: CustomValueInputProps) => {
  const shared = { label: field.name, error };
  switch (field.kind) {
    case 'date':
      return <DateField {...shared} value={value || null} onChange={(next) => onChange(next ?? '')} />;
    case 'choice':
      return (
        <Select
          {...shared}
          clearable
          searchable
          // A value that is no longer offered stays until another is chosen.
          data={[...new Set([...field.choices, ...(value === '' ? [] : [value])])]}
          value={value || null}
          onChange={(next) => onChange(next ?? '')}
          nothingFoundMessage="没有这样的选项"
        />
      );
    case 'number':
    case 'text':
      return (
        <TextInput
          {...shared}
          inputMode={field.kind === 'number' ? 'decimal' : 'text'}
          maxLength={longestCustomValue}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
};
