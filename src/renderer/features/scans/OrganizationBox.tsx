import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type Ref } from 'react';
import { organizationId, type OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';

export interface ChosenOrganization {
  readonly id: OrganizationId;
  readonly name: string;
}

interface OrganizationBoxProps {
  readonly value: ChosenOrganization | null;
  readonly onChange: (value: ChosenOrganization | null) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly label?: string;
  readonly required?: boolean;
}

/** Organizations whose filings are under way, the most urgent first: whose paper is most likely on the scanner. */
const useAtWork = (): readonly { readonly value: string; readonly label: string }[] => {
  const { data } = useQuery(
    useApi().filings.list.queryOptions({
      input: { states: [], kinds: [], openOnly: true, offset: 0, limit: 12 },
    }),
  );
  const rows = data?.rows ?? [];
  return rows.map(({ organizationId: value, organizationName: label }) => ({ value, label }));
};

/** Finds an organization by a part of its name, pinyin initials, or filing number. */
export const OrganizationBox = ({
  value,
  onChange,
  inputRef,
  label = '组织',
  required = false,
}: OrganizationBoxProps) => {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 80);
  const typing = settled !== '' && settled !== value?.name;
  const { data: groups = [] } = useQuery(
    useApi().search.query.queryOptions({
      input: { text: settled, kind: 'organization', limit: 12 },
      enabled: typing,
      placeholderData: keepPreviousData,
    }),
  );
  const found = groups
    .flatMap(({ hits }) => hits)
    .flatMap((hit) =>
      hit.kind === 'organization' ? [{ value: hit.organizationId, label: hit.title.text }] : [],
    );
  const kept = value === null ? [] : [{ value: value.id, label: value.name }];
  const atWork = useAtWork();
  const data = [
    ...kept,
    {
      group: typing ? '找到的' : '正在办理备案的',
      items: (typing ? found : atWork).filter((option) => option.value !== value?.id),
    },
  ];
  return (
    <Select
      ref={inputRef ?? null}
      label={label}
      withAsterisk={required}
      placeholder="名称、拼音首字母或备案号"
      searchable
      clearable
      data={data}
      value={value?.id ?? null}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={settled === '' ? '输入几个字来找' : '没有找到，换个说法试试'}
      onChange={(id, option) =>
        onChange(id === null ? null : { id: organizationId.parse(id), name: option?.label ?? '' })
      }
    />
  );
};
