import { Anchor, Select } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import { exitKind, volumeWords, type EndedOrganization } from '../../../shared/domain/exit.ts';
import { exitKindLabels } from '../../../shared/labels/exit.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { PagedList, pageOf } from '../../components/PagedList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useListQuery } from '../../components/use-list-query.ts';
import { communitiesIn, ListFilters } from './ListFilters.tsx';

const columns: DataTableColumn<EndedOrganization>[] = [
  {
    accessor: 'volume',
    title: '卷号',
    width: 140,
    render: ({ volume }) => (volume === null ? '—' : volumeWords(volume)),
  },
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor component={Link} to={paths.dossier(row.organizationId, 'dispositions')} size="sm" lineClamp={1}>
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 124, ellipsis: true },
  {
    accessor: 'filingNumber',
    title: '备案号',
    width: 210,
    ellipsis: true,
    render: (row) => row.filingNumber ?? '—',
  },
  { accessor: 'kind', title: '退出方式', width: 118, render: ({ kind }) => exitKindLabels[kind] },
  { accessor: 'exitedOn', title: '退出日期', width: 112, render: ({ exitedOn }) => exitedOn ?? '—' },
  {
    accessor: 'sealedOn',
    title: '封存',
    width: 170,
    render: ({ sealedOn, sealedBy }) =>
      sealedOn === null ? (
        <StatusBadge tone="waiting">待封存</StatusBadge>
      ) : (
        <StatusBadge tone="ended">
          {sealedOn} {sealedBy}
        </StatusBadge>
      ),
  },
];

const kinds = exitKind.options.map((value) => ({ value, label: exitKindLabels[value] }));
const sealings = [
  { value: 'no', label: '待封存的' },
  { value: 'yes', label: '已封存的' },
];
const sealedOf = (value: string | null): boolean | null =>
  value === 'yes' ? true : value === 'no' ? false : null;

/** Organizations that have ended: those to be sealed first, then by volume. */
export const EndedTab = () => {
  const query = useListQuery();
  const { exits } = useApi();
  const filter = {
    text: query.text,
    kinds: query.values('kind').flatMap((code) => exitKind.safeParse(code).data ?? []),
    communityIds: communitiesIn(query),
    sealed: sealedOf(query.value('sealed')),
  };
  const found = useQuery(
    exits.list.queryOptions({
      input: { filter, ...pageOf(query) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <ListFilters
        query={query}
        textHint="组织名称或备案号"
        aside={
          <ExportListButton
            make={() => exits.exportList.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
        }
      >
        <FilterMenu
          label="退出方式"
          options={kinds}
          selected={filter.kinds}
          onChange={(kind) => query.change({ kind })}
        />
        <Select
          w={130}
          aria-label="封存"
          placeholder="封存"
          clearable
          data={sealings}
          value={query.value('sealed')}
          onChange={(sealed) => query.change({ sealed })}
        />
      </ListFilters>
      <PagedList
        query={query}
        found={found}
        columns={columns}
        rowId={({ organizationId }) => organizationId}
        unit="个"
        empty={
          <EmptyState
            icon={IconArchive}
            title="没有退出的组织"
            hint="注销从组织档案页的“注销”开始；办结后在这里封存，按退出顺序编卷。"
          />
        }
      />
    </>
  );
};
