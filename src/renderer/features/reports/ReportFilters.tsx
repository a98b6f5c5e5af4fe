import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextFilter } from '../../components/TextFilter.tsx';
import { todayHere } from '../filings/today-here.ts';
import { CommunityFilter } from '../organizations/CommunityFilter.tsx';
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
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
      <Group gap="xs" role="search">
        <TextFilter
          width={190}
          placeholder="筛选组织名称"
          value={state.text}
          onChange={(text) => change({ text })}
        />
        <CommunityFilter
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
