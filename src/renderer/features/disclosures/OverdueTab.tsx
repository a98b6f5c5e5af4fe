import { Anchor } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { OverdueDisclosure } from '../../../shared/domain/disclosure.ts';
import { disclosureSubject } from '../../../shared/domain/dossier-record.ts';
import { disclosureSubjectLabels } from '../../../shared/labels/dossier-record.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PagedList, pageOf } from '../../components/PagedList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useListQuery } from '../../components/use-list-query.ts';
import { communitiesIn, ListFilters } from '../exits/ListFilters.tsx';

const columns: DataTableColumn<OverdueDisclosure>[] = [
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor component={Link} to={paths.dossier(row.organizationId, 'disclosures')} size="sm" lineClamp={1}>
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 124, ellipsis: true },
  { accessor: 'label', title: '应公开事项', width: 184 },
  { accessor: 'dueOn', title: '期限', width: 112 },
  {
    accessor: 'overdueDays',
    title: '情况',
    width: 140,
    render: ({ overdueDays }) => <StatusBadge tone="late">逾期 {overdueDays} 天</StatusBadge>,
  },
  {
    accessor: 'mark',
    title: '',
    width: 104,
    render: (row) => (
      <LinkButton
        to={paths.disclose(row.organizationId, row.mark)}
        size="compact-sm"
        variant="light"
        aria-label={`登记${row.organizationName}${row.label}的公开`}
      >
        登记公开
      </LinkButton>
    ),
  },
];

const subjects = disclosureSubject.options.map((value) => ({ value, label: disclosureSubjectLabels[value] }));

/** Planned disclosures that nobody has made in time, the longest overdue first. */
export const OverdueTab = () => {
  const query = useListQuery();
  const { disclosures } = useApi();
  const filter = {
    communityIds: communitiesIn(query),
    subjects: query.values('subject').flatMap((code) => disclosureSubject.safeParse(code).data ?? []),
  };
  const found = useQuery(
    disclosures.overdue.queryOptions({
      input: { filter, ...pageOf(query) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <ListFilters
        query={query}
        aside={
          <ExportListButton
            make={() => disclosures.exportOverdue.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
        }
      >
        <FilterMenu
          label="事项"
          options={subjects}
          selected={filter.subjects}
          onChange={(subject) => query.change({ subject })}
        />
      </ListFilters>
      <PagedList
        query={query}
        found={found}
        columns={columns}
        rowId={({ organizationId, label }) => `${organizationId} ${label}`}
        unit="项"
        empty={
          <EmptyState
            icon={IconSpeakerphone}
            title="都按计划公开了"
            hint="公开计划（财务、活动、年度工作……各多久一次）在“设置—规则”里定。"
          />
        }
      />
    </>
  );
};
