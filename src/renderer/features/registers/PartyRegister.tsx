import { Anchor, Button, Group, Select, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import { partyFilter, type PartyRow } from '../../../shared/contract/party.ts';
import { fallbackPartyKind } from '../../../shared/domain/organization.ts';
import { fallbackPartyLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { AssignParty } from './AssignParty.tsx';
import { communitiesIn, RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerPageSize, useRegisterQuery } from './use-register-query.ts';

const kinds = [
  { value: 'none', label: '还没有定' },
  ...fallbackPartyKind.options.map((value) => ({ value, label: fallbackPartyLabels[value] })),
] as const;

const Party = ({ fallbackParty, proposal }: PartyRow) => {
  if (fallbackParty !== null) return `${fallbackParty.name}（${fallbackPartyLabels[fallbackParty.kind]}）`;
  return (
    <Text span inherit c="orange.8">
      {proposal === null ? '还没有定' : `还没有定，建议：${proposal.name}`}
    </Text>
  );
};

const columns: DataTableColumn<PartyRow>[] = [
  {
    accessor: 'name',
    title: '组织',
    render: ({ organizationId, name }) => (
      <Anchor component={Link} to={paths.dossier(organizationId, 'facts')} size="sm" lineClamp={1}>
        {name}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 150, ellipsis: true },
  { accessor: 'fallbackParty', title: '兜底党组织', width: 480, render: (row) => <Party {...row} /> },
];

/** Which Party organization stands behind which organization; those without one are given theirs at once. */
export const PartyRegister = () => {
  const api = useApi();
  const query = useRegisterQuery();
  const [assigning, setAssigning] = useState(false);
  const filter = {
    text: query.get('text').slice(0, 60),
    communityIds: communitiesIn(query),
    kind: partyFilter.shape.kind.safeParse(query.get('kind')).data ?? null,
  };
  const found = useQuery(
    api.party.list.queryOptions({
      input: { filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  const without = found.data?.without ?? 0;
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <RegisterFilters query={query} placeholder="筛选组织、党组织名称">
          <Select
            w={200}
            aria-label="类型"
            placeholder="类型"
            clearable
            data={kinds}
            value={filter.kind}
            onChange={(kind) => query.set({ kind: kind ?? '' })}
          />
        </RegisterFilters>
        <Group gap="sm" wrap="nowrap">
          <ExportListButton
            make={() => api.party.exportList.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
          <Button disabled={without === 0} onClick={() => setAssigning(true)}>
            {without === 0 ? '都已确定' : `给 ${without} 个确定党组织`}
          </Button>
        </Group>
      </Group>
      <RegisterTable
        found={found}
        query={query}
        columns={columns}
        rowId={({ organizationId }) => organizationId}
        unit="个"
        empty={<EmptyState icon={IconFlag} title="没有这样的组织" hint="放宽或清除筛选条件再看。" />}
      />
      {assigning ? <AssignParty onClose={() => setAssigning(false)} /> : null}
    </>
  );
};
