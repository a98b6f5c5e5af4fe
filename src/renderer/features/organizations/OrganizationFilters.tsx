import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { dueFilter } from '../../../shared/contract/organizations.ts';
import { dossierGapCode } from '../../../shared/domain/dossier.ts';
import { settlementKind } from '../../../shared/domain/office.ts';
import { fourClass, organizationStatus } from '../../../shared/domain/organization.ts';
import { dossierGapLabels } from '../../../shared/labels/dossier.ts';
import {
  dueFilterLabels,
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
  { value: 'any' as const, label: '档案缺件' },
  ...dossierGapCode.options.map((value) => ({ value, label: dossierGapLabels[value] })),
];
const dueOptions = dueFilter.options.map((value) => ({ value, label: dueFilterLabels[value] }));

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
      <Select
        w={132}
        classNames={{ input: classes['choice'] ?? '' }}
        aria-label="到期"
        placeholder="到期"
        clearable
        data={dueOptions}
        value={filter.due}
        onChange={(due) => changeFilter({ due })}
      />
      {isFiltered(filter) ? (
        <Button variant="subtle" px="xs" onClick={clearFilter}>
          清除
        </Button>
      ) : null}
    </Group>
  );
};
