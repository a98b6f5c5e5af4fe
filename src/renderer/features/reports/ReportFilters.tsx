import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';
import { todayHere } from '../filings/today-here.ts';
import type { ReportQueryControl } from './use-report-query.ts';

interface ReportFiltersProps {
  readonly query: ReportQueryControl;
  /** Filters of this list alone. */
  readonly children?: ReactNode;
  /** At the right end: the export. */
  readonly aside: ReactNode;
}

/** Filters that every list of this area has, those of its own, and the export. */
export const ReportFilters = ({ query: { state, change }, children, aside }: ReportFiltersProps) => {
  const [text, setText] = useDraftText(state.text, (value) => change({ text: value }));
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const communities = (office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
      <Group gap="xs" role="search">
        <TextInput
          w={190}
          placeholder="筛选组织名称"
          aria-label="筛选"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FilterMenu
          label="社区"
          options={communities}
          selected={state.communityIds}
          onChange={(communityIds) => change({ communityIds })}
        />
        {children}
      </Group>
      {aside}
    </Group>
  );
};

/** Years back from this one that a list can be narrowed to. */
const yearsBack = 8;

export const YearFilter = ({ query: { state, change } }: Pick<ReportFiltersProps, 'query'>) => {
  const thisYear = Number(todayHere().slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, back) => String(thisYear - back));
  return (
    <Select
      w={112}
      aria-label="年份"
      placeholder="年份"
      clearable
      data={years.map((value) => ({ value, label: `${value} 年` }))}
      value={state.year === null ? null : String(state.year)}
      onChange={(year) => change({ year: year === null ? null : Number(year) })}
    />
  );
};
