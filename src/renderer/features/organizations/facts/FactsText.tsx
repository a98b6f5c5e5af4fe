import { Textarea, TextInput } from '@mantine/core';
import type { OrganizationFacts } from '../../../../shared/domain/organization.ts';
import { textOrNull } from './facts-form.ts';

/** Facts that are one piece of text or not known. */
export type FactsTextField = {
  [K in keyof OrganizationFacts]: OrganizationFacts[K] extends string | null
    ? null extends OrganizationFacts[K]
      ? K
      : never
    : never;
}[keyof OrganizationFacts];

export interface FactsFieldsProps {
  readonly facts: OrganizationFacts;
  readonly onChange: (facts: OrganizationFacts) => void;
}

interface FactsTextProps extends FactsFieldsProps {
  readonly field: Exclude<FactsTextField, 'responsiblePersonId'>;
  readonly label: string;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly lines?: number;
  readonly 'data-autofocus'?: true;
}

/** One text fact; the length that the paper has room for is kept while typing. */
export const FactsText = ({ facts, onChange, field, lines, ...rest }: FactsTextProps) => {
  const shared = {
    ...rest,
    value: facts[field] ?? '',
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...facts, [field]: textOrNull(value) }),
  };
  return lines === undefined ? (
    <TextInput {...shared} />
  ) : (
    <Textarea {...shared} autosize minRows={lines} maxRows={6} />
  );
};
