import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serviceRegister } from '../../../shared/domain/service-register.ts';
import { fieldLabel, registerWords } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import type { FieldProps } from './field-props.ts';

/** A line of another register, found by a part of its title. */
export const LineField = ({ form, field, register }: FieldProps & { readonly register: string }) => {
  const target = serviceRegister.parse(register);
  const { draft } = form;
  const [text, setText] = useState('');
  const value = draft.content[field];
  const id = typeof value === 'string' ? value : null;
  const name = id === null ? '' : (draft.names[id] ?? '');
  const [settled] = useDebouncedValue(text === name ? '' : text.trim(), 80);
  const { data = [] } = useQuery(
    useApi().serviceRegisters.findLines.queryOptions({
      input: {
        register: target,
        text: settled.slice(0, 60),
        organizationId: target === 'activity' ? (draft.organization?.id ?? null) : null,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const found = data.map((line) => ({
    value: line.id as string,
    label: `${line.title}（${line.occurredOn}）`,
  }));
  const kept = id === null || found.some((each) => each.value === id) ? [] : [{ value: id, label: name }];
  return (
    <Select
      label={fieldLabel(form.register, field)}
      searchable
      clearable
      data={[...kept, ...found]}
      value={id}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={`没有找到，先在“${registerWords(target).name}”里登记`}
      onChange={(chosen, option) =>
        form.setField(field, chosen, chosen === null ? {} : { [chosen]: option?.label ?? '' })
      }
    />
  );
};
