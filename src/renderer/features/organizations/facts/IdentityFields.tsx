import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  domainCategory,
  fourClass,
  natureCategory,
  sixClass,
  type Categories,
} from '../../../../shared/domain/organization.ts';
import {
  categorySchemeLabels,
  domainCategoryLabels,
  fourClassLabels,
  natureLabels,
  sixClassLabels,
} from '../../../../shared/labels/organization.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { CategoryProposalButton } from './CategoryProposalButton.tsx';
import { useFactFocus } from './fact-focus.ts';
import { FactsText, type FactsFieldsProps } from './FactsText.tsx';

const optionsOf = <T extends string>(codes: readonly T[], labels: Readonly<Record<T, string>>) =>
  codes.map((value) => ({ value, label: labels[value] }));

const options = {
  'four-class': optionsOf(fourClass.options, fourClassLabels),
  domain: optionsOf(domainCategory.options, domainCategoryLabels),
  'six-class': optionsOf(sixClass.options, sixClassLabels),
  nature: optionsOf(natureCategory.options, natureLabels),
} as const;

/** Name, community and categories: at most one category in each scheme. */
export const IdentityFields = ({ facts, onChange }: FactsFieldsProps) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const communities = (office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const focus = useFactFocus();
  const setCategory = (change: Partial<Categories>): void =>
    onChange({ ...facts, categories: { ...facts.categories, ...change } });
  const category = <S extends keyof Categories>(scheme: S) => ({
    label: categorySchemeLabels[scheme],
    placeholder: '未定',
    clearable: true,
    value: facts.categories[scheme],
  });
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput
        label="名称"
        withAsterisk
        maxLength={60}
        value={facts.name}
        onChange={(event) => onChange({ ...facts, name: event.currentTarget.value })}
      />
      <Select
        label="所在社区"
        withAsterisk
        searchable
        nothingFoundMessage="没有这个社区，请到设置里添加"
        data={communities}
        value={facts.communityId}
        onChange={(communityId) => communityId !== null && onChange({ ...facts, communityId })}
      />
      <Select
        {...category('four-class')}
        {...focus('category')}
        data={options['four-class']}
        onChange={(value) => setCategory({ 'four-class': value })}
      />
      <Select
        {...category('domain')}
        data={options.domain}
        onChange={(value) => setCategory({ domain: value })}
      />
      <Select
        {...category('six-class')}
        data={options['six-class']}
        onChange={(value) => setCategory({ 'six-class': value })}
      />
      <Select
        {...category('nature')}
        data={options.nature}
        onChange={(value) => setCategory({ nature: value })}
      />
      <FactsText facts={facts} onChange={onChange} field="shortName" label="简称" maxLength={30} />
      <CategoryProposalButton facts={facts} onChange={onChange} />
    </SimpleGrid>
  );
};
