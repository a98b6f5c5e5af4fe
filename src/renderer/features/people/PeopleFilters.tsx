import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PeopleFilter } from '../../../shared/contract/people.ts';
import { ageBand, consentKind, knownPersonTag } from '../../../shared/domain/people.ts';
import { politicalStatus } from '../../../shared/domain/person.ts';
import { ageBandLabels, consentKindLabels, personTagWord } from '../../../shared/labels/people.ts';
import { politicalStatusLabels } from '../../../shared/labels/person.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { CommunityFilter } from '../organizations/CommunityFilter.tsx';
import { emptyPeopleFilter, peopleQueryOf } from './people-state.ts';

interface PeopleFiltersProps {
  readonly filter: PeopleFilter;
  readonly onChange: (filter: PeopleFilter) => void;
}

const statuses = politicalStatus.options.map((value) => ({ value, label: politicalStatusLabels[value] }));
const bands = ageBand.options.map((value) => ({ value, label: ageBandLabels[value] }));
const lacks = consentKind.options.map((value) => ({ value, label: `缺${consentKindLabels[value]}` }));
const memberships = [
  { value: 'two', label: '两个以上组织' },
  { value: 'three', label: '三个以上组织' },
] as const;

export const PeopleFilters = ({ filter, onChange }: PeopleFiltersProps) => {
  const api = useApi();
  const set = (change: Partial<PeopleFilter>): void => onChange({ ...filter, ...change });
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const words = new Set([
    'party-member',
    ...knownPersonTag.options,
    ...(rules?.body.members.ownTags ?? []),
    ...filter.tags,
  ]);
  const tags = [...words].map((value) => ({
    value,
    label: value === 'party-member' ? '党员' : personTagWord(value),
  }));
  return (
    <Group gap="xs" role="search" mb="sm">
      <TextFilter
        width={150}
        placeholder="筛选姓名"
        label="筛选姓名"
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      <FilterMenu
        label="身份标签"
        options={tags}
        selected={filter.tags}
        onChange={(value) => set({ tags: value })}
      />
      <CommunityFilter selected={filter.communityIds} onChange={(communityIds) => set({ communityIds })} />
      <FilterMenu
        label="政治面貌"
        options={statuses}
        selected={filter.politicalStatuses}
        onChange={(politicalStatuses) => set({ politicalStatuses })}
      />
      <FilterMenu
        label="年龄"
        options={bands}
        selected={filter.ageBands}
        onChange={(ageBands) => set({ ageBands })}
      />
      <Select
        w={150}
        aria-label="参加几个组织"
        placeholder="参加几个组织"
        clearable
        data={memberships}
        value={filter.organizations}
        onChange={(organizations) => set({ organizations })}
      />
      <Select
        w={186}
        aria-label="缺什么同意书"
        placeholder="缺什么同意书"
        clearable
        data={lacks}
        value={filter.lacksConsent}
        onChange={(lacksConsent) => set({ lacksConsent })}
      />
      {Object.keys(peopleQueryOf(filter)).length === 0 ? null : (
        <Button variant="subtle" px="xs" onClick={() => onChange(emptyPeopleFilter)}>
          清除
        </Button>
      )}
    </Group>
  );
};
