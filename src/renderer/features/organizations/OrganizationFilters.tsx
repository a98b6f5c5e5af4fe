import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { settlementKind } from '../../../shared/domain/office.ts';
import { fourClass, organizationStatus } from '../../../shared/domain/organization.ts';
import {
  fourClassLabels,
  organizationStatusLabels,
  settlementLabels,
} from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';
import { isFiltered } from './list-state.ts';
import classes from './OrganizationFilters.module.css';
import type { ListStateControl } from './use-list-state.ts';

const statusOptions = organizationStatus.options.map((value) => ({
  value,
  label: organizationStatusLabels[value],
}));
const classOptions = fourClass.options.map((value) => ({ value, label: fourClassLabels[value] }));
const settlementOptions = settlementKind.options.map((value) => ({ value, label: settlementLabels[value] }));
const lackingOptions = [
  { value: 'filing-number', label: '缺备案号' },
  { value: 'fallback-party', label: '缺兜底党组织' },
  { value: 'responsible-person', label: '缺负责人' },
  { value: 'category', label: '缺类别' },
  { value: 'roster', label: '缺花名册' },
  { value: 'committee-report', label: '缺两委报告' },
  { value: 'survey', label: '缺满意度测评' },
  { value: 'disclosure', label: '缺信息公开' },
  { value: 'overdue-matter', label: '整改过期' },
] as const;

interface OrganizationFiltersProps {
  readonly state: ListStateControl;
}

export const OrganizationFilters = ({ state }: OrganizationFiltersProps) => {
  const { filter, changeFilter, clearFilter } = state;
  const [text, setText] = useDraftText(filter.text, (value) => changeFilter({ text: value }));
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const communityOptions = (office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group gap="xs" role="search">
      <TextInput
        w={216}
        placeholder="筛选名称、备案号、负责人"
        aria-label="筛选"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FilterMenu
        label="社区"
        options={communityOptions}
        selected={filter.communityIds}
        onChange={(communityIds) => changeFilter({ communityIds })}
      />
      <FilterMenu
        label="状态"
        options={statusOptions}
        selected={filter.statuses}
        onChange={(statuses) => changeFilter({ statuses })}
      />
      <FilterMenu
        label="类别"
        options={classOptions}
        selected={filter.fourClasses}
        onChange={(fourClasses) => changeFilter({ fourClasses })}
      />
      <Select
        w={104}
        classNames={{ input: classes['choice'] ?? '' }}
        aria-label="城乡"
        placeholder="城乡"
        clearable
        data={settlementOptions}
        value={filter.settlement}
        onChange={(settlement) => changeFilter({ settlement })}
      />
      <Select
        w={176}
        classNames={{ input: classes['choice'] ?? '' }}
        aria-label="缺什么"
        placeholder="缺什么"
        clearable
        data={lackingOptions}
        value={filter.lacking}
        onChange={(lacking) => changeFilter({ lacking })}
      />
      {isFiltered(filter) ? (
        <Button variant="subtle" px="xs" onClick={clearFilter}>
          清除
        </Button>
      ) : null}
    </Group>
  );
};
