import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonChoice } from '../../../shared/contract/service-registers.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';

interface PersonBoxProps {
  readonly label: string;
  readonly organizationId: OrganizationId | null;
  /** Who is chosen; null for nobody, and for a box that hands on and is empty again. */
  readonly value: { readonly id: string; readonly name: string } | null;
  readonly required?: boolean;
  readonly onChange: (person: PersonChoice | null) => void;
}

const labelOf = ({ name, maskedPhone, from }: PersonChoice): string =>
  [name, maskedPhone ?? '', from].filter((part) => part !== '').join('　');

/** Finds a person by a part of the name or its spelling: members of the organization first, then volunteers. */
export const PersonBox = ({ label, organizationId, value, required = false, onChange }: PersonBoxProps) => {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim().split('　')[0] ?? '', 80);
  const { data: found = [] } = useQuery(
    useApi().serviceRegisters.findPeople.queryOptions({
      input: { text: settled === value?.name ? '' : settled.slice(0, 30), organizationId },
      placeholderData: keepPreviousData,
    }),
  );
  const kept =
    value === null || found.some(({ personId }) => personId === value.id)
      ? []
      : [{ value: value.id, label: value.name }];
  return (
    <Select
      label={label}
      withAsterisk={required}
      placeholder="姓名或拼音"
      searchable
      clearable
      data={[
        ...kept,
        ...found.map((person) => ({ value: person.personId as string, label: labelOf(person) })),
      ]}
      value={value?.id ?? null}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage="没有找到这个人"
      onChange={(id) => onChange(found.find(({ personId }) => personId === id) ?? null)}
    />
  );
};
