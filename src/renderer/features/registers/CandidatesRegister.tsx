import { Anchor, Group, Select, Text } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import { candidateFilter } from '../../../shared/contract/candidates.ts';
import { candidateCriterion, type CandidateRow } from '../../../shared/domain/registration.ts';
import { candidateCriterionLabels } from '../../../shared/labels/registration.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { communitiesIn, RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerPageSize, useRegisterQuery } from './use-register-query.ts';

const kinds = [
  { value: 'demonstration', label: '培育示范点' },
  { value: 'unreasoned', label: '还没写理由' },
  { value: 'registered', label: '已转为依法登记' },
] as const;

const Standing = ({ candidate, registration }: CandidateRow) => {
  if (registration !== null) return <StatusBadge tone="good">已登记 {registration.registeredOn}</StatusBadge>;
  if (candidate === null) return <StatusBadge tone="late">待写理由</StatusBadge>;
  return candidate.demonstration === null ? null : <StatusBadge tone="going">示范点</StatusBadge>;
};

const Reasons = ({ candidate }: CandidateRow) => (
  <Text size="sm" lineClamp={2}>
    {candidateCriterion.options
      .flatMap((criterion) => {
        const reason = candidate?.reasons[criterion] ?? null;
        return reason === null ? [] : [`${candidateCriterionLabels[criterion]}：${reason}`];
      })
      .join('；')}
  </Text>
);

const columns: DataTableColumn<CandidateRow>[] = [
  {
    accessor: 'name',
    title: '组织',
    width: 240,
    render: ({ organizationId, name }) => (
      <Anchor component={Link} to={paths.dossier(organizationId, 'facts')} size="sm" lineClamp={1}>
        {name}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 120, ellipsis: true },
  { accessor: 'memberCount', title: '成员', width: 70 },
  { accessor: 'candidate', title: '理由', render: (row) => <Reasons {...row} /> },
  {
    accessor: 'candidate.since',
    title: '列入日期',
    width: 110,
    render: ({ candidate }) => candidate?.since ?? '—',
  },
  { accessor: 'registration', title: '', width: 170, render: (row) => <Standing {...row} /> },
];

/** 拟登记台账: who is fit for legal registration and why, for the district; and who made it. */
export const CandidatesRegister = () => {
  const api = useApi();
  const query = useRegisterQuery();
  const filter = {
    text: query.get('text').slice(0, 60),
    communityIds: communitiesIn(query),
    only: candidateFilter.shape.only.safeParse(query.get('only')).data ?? null,
  };
  const found = useQuery(
    api.candidates.list.queryOptions({
      input: { filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <RegisterFilters query={query} placeholder="筛选组织名称、备案号">
          <Select
            w={170}
            aria-label="哪一类"
            placeholder="哪一类"
            clearable
            data={kinds}
            value={filter.only}
            onChange={(only) => query.set({ only: only ?? '' })}
          />
        </RegisterFilters>
        <ExportListButton
          make={() => api.candidates.exportList.call({ filter })}
          disabled={(found.data?.total ?? 0) === 0}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        在组织档案的“备案事项”里列入，写明规模、影响、作用的理由。依据：第二条
      </Text>
      <RegisterTable
        found={found}
        query={query}
        columns={columns}
        rowId={({ organizationId }) => organizationId}
        unit="个"
        empty={
          <EmptyState
            icon={IconBuildingBank}
            title="没有这样的组织"
            hint="在组织档案的“备案事项”里列入拟登记，并写明规模、影响、作用的理由。"
          />
        }
      />
    </>
  );
};
