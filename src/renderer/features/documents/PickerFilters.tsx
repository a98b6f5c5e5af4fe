import { Group } from '@mantine/core';
import type { OrganizationFilter } from '../../../shared/contract/organizations.ts';
import { organizationStatus } from '../../../shared/domain/organization.ts';
import { organizationStatusLabels } from '../../../shared/labels/organization.ts';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { CommunityFilter } from '../organizations/CommunityFilter.tsx';

interface PickerFiltersProps {
  readonly filter: OrganizationFilter;
  readonly onChange: (filter: OrganizationFilter) => void;
}

const statusOptions = organizationStatus.options.map((value) => ({
  value,
  label: organizationStatusLabels[value],
}));

/** The few filters that choosing for print needs. */
export const PickerFilters = ({ filter, onChange }: PickerFiltersProps) => (
  <Group gap="xs" role="search" wrap="nowrap">
    <TextFilter
      placeholder="筛选名称、备案号"
      label="筛选组织"
      value={filter.text}
      onChange={(text) => onChange({ ...filter, text })}
    />
    <CommunityFilter
      selected={filter.communityIds}
      onChange={(communityIds) => onChange({ ...filter, communityIds })}
    />
    <FilterMenu
      label="状态"
      options={statusOptions}
      selected={filter.statuses}
      onChange={(statuses) => onChange({ ...filter, statuses })}
    />
  </Group>
);
