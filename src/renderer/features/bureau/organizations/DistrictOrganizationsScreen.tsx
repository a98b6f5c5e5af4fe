import { Group, SegmentedControl } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { districtCell } from '../../../../shared/domain/district-ledger.ts';
import { districtCellLabels } from '../../../../shared/labels/bureau.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ListScreen } from '../../../components/ListScreen.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PagedList, pageOf } from '../../../components/PagedList.tsx';
import { useListQuery } from '../../../components/use-list-query.ts';
import { usePeriod } from '../use-period.ts';
import { newestReported } from '../usual-period.ts';
import { PeriodSelect } from '../PeriodSelect.tsx';
import { districtOrganizationColumns } from './organization-columns.tsx';
import { organizationQueryFrom } from './organization-query.ts';
import { OrganizationFilters } from './OrganizationFilters.tsx';

const cells = districtCell.options
  .filter((cell) => cell !== 'lines')
  .map((value) => ({ value, label: districtCellLabels[value] }));

/** The organizations behind a number of the roll-up, as the streets reported them. */
export const DistrictOrganizationsScreen = () => {
  const [search] = useSearchParams();
  const list = useListQuery();
  const choice = usePeriod(newestReported);
  const query = organizationQueryFrom(search, choice.period);
  const { period, cell, streetCodes, classes, text } = query;
  const found = useQuery({
    ...useApi().bureau.organizations.queryOptions({
      input: {
        filter: { period, cell, streetCodes: [...streetCodes], classes: [...classes], statuses: [], text },
        ...pageOf(list),
      },
      placeholderData: keepPreviousData,
    }),
    enabled: period !== '',
  });
  const { data } = found;
  return (
    <ListScreen>
      <PageHeader
        title={cell === 'standing' ? '全区组织' : `全区组织：${districtCellLabels[cell]}`}
        crumbs={[{ title: '汇总', to: bureauPaths.rollup(period === '' ? undefined : period) }]}
        detail={
          data === undefined
            ? '正在读取'
            : `${periodWords(period)}，${data.total} 个组织${data.sum === data.total ? '' : `，合计 ${data.sum}`}`
        }
        actions={<PeriodSelect choice={choice} />}
      />
      <Group mb="sm" gap="xs">
        <SegmentedControl
          aria-label="数的是什么"
          size="xs"
          data={cells}
          value={cell}
          onChange={(next) => list.change({ cell: next === 'standing' ? null : next })}
        />
        <OrganizationFilters query={query} list={list} />
      </Group>
      <ErrorNotice error={choice.error} onRetry={choice.retry} />
      <PagedList
        query={list}
        found={found}
        columns={districtOrganizationColumns(cell)}
        rowId={({ streetCode, id }) => `${streetCode} ${id}`}
        unit="个"
        empty={
          <EmptyState
            icon={IconBuildingCommunity}
            title="没有这样的组织"
            hint="换一个报告期，或去掉几个筛选条件。收下街镇的报送包以后，组织自动出现在这里。"
          />
        }
      />
    </ListScreen>
  );
};
