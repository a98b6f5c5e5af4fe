import { Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { OrganizationFilter } from '../../../shared/contract/organizations.ts';
import { organizationStatus } from '../../../shared/domain/organization.ts';
import { organizationStatusLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';

interface PickerFiltersProps {
  readonly filter: OrganizationFilter;
  readonly onChange: (filter: OrganizationFilter) => void;
}

const statusOptions = organizationStatus.options.map((value) => ({
  value,
  label: organizationStatusLabels[value],
}));

/** The few filters that choosing for print needs. */
export const PickerFilters = ({ filter, onChange }: PickerFiltersProps) => {
  const [text, setText] = useDraftText(filter.text, (value) => onChange({ ...filter, text: value }));
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  return (
    <Group gap="xs" role="search" wrap="nowrap">
      <TextInput
        flex={1}
        miw={0}
        placeholder="名称、备案号"
        aria-label="筛选组织"
        maxLength={60}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FilterMenu
        label="社区"
        options={(office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }))}
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
};
