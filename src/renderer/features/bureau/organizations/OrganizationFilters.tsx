import { useQuery } from '@tanstack/react-query';
import { fourClass } from '../../../../shared/domain/organization.ts';
import { fourClassLabels } from '../../../../shared/labels/organization.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { FilterMenu } from '../../../components/FilterMenu.tsx';
import { TextFilter } from '../../../components/TextFilter.tsx';
import type { ListQuery } from '../../../components/use-list-query.ts';
import type { OrganizationQuery } from './organization-query.ts';

interface OrganizationFiltersProps {
  readonly query: OrganizationQuery;
  readonly list: ListQuery;
}

const classOptions = [
  ...fourClass.options.map((value) => ({ value: value as string, label: fourClassLabels[value] })),
  { value: 'none', label: '未分类' },
];

/** Narrows the district's organizations by street, class and text. */
export const OrganizationFilters = ({ query, list }: OrganizationFiltersProps) => {
  const { data: streets = [] } = useQuery(useApi().bureau.streets.queryOptions());
  return (
    <>
      <TextFilter
        width={170}
        placeholder="名称、社区、备案号"
        value={query.text}
        onChange={(text) => list.change({ text })}
      />
      <FilterMenu
        label="街镇"
        options={streets.map(({ code, name }) => ({ value: code, label: name }))}
        selected={query.streetCodes}
        onChange={(street) => list.change({ street })}
      />
      <FilterMenu
        label="类别"
        options={classOptions}
        selected={query.classes.map((each) => each ?? 'none')}
        onChange={(chosen) => list.change({ class: chosen })}
      />
    </>
  );
};
