import { Button, Group, Select } from '@mantine/core';
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
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { CustomFilter } from '../fields/CustomFilter.tsx';
import { CommunityFilter } from './CommunityFilter.tsx';
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
  return (
    <Group gap="xs" role="search">
      <TextFilter
        width={216}
        placeholder="筛选名称、备案号、负责人"
        value={filter.text}
        onChange={(text) => changeFilter({ text })}
      />
      <CommunityFilter
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
      <CustomFilter value={filter.custom} onChange={(custom) => changeFilter({ custom })} />
      {isFiltered(filter) ? (
        <Button variant="subtle" px="xs" onClick={clearFilter}>
          清除
        </Button>
      ) : null}
    </Group>
  );
};
