import { Anchor, Select, Text } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import { dispositionFilter, type DispositionRow } from '../../../shared/domain/disposition.ts';
import { dispositionType } from '../../../shared/domain/dossier-record.ts';
import { dispositionTypeLabels } from '../../../shared/labels/dossier-record.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { PagedList, pageOf } from '../../components/PagedList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useListQuery } from '../../components/use-list-query.ts';
import { communitiesIn, ListFilters } from './ListFilters.tsx';

const Rectification = ({ row }: { readonly row: DispositionRow }) => {
  if (row.rectifyBy === null) return <>—</>;
  if (row.rectifiedOn !== null) return <StatusBadge tone="good">{row.rectifiedOn} 办结</StatusBadge>;
  return row.overdueDays > 0 ? (
    <StatusBadge tone="late">逾期 {row.overdueDays} 天</StatusBadge>
  ) : (
    <StatusBadge tone="waiting">{row.rectifyBy} 前</StatusBadge>
  );
};

const columns: DataTableColumn<DispositionRow>[] = [
  { accessor: 'occurredOn', title: '日期', width: 108 },
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor
        component={Link}
        to={paths.record(row.organizationId, 'dispositions', row.recordId)}
        size="sm"
        lineClamp={1}
      >
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 116, ellipsis: true },
  { accessor: 'type', title: '类型', width: 96, render: ({ type }) => dispositionTypeLabels[type] },
  { accessor: 'title', title: '事项', width: 190, ellipsis: true },
  {
    accessor: 'authority',
    title: '机关、文号',
    width: 180,
    render: ({ authority, documentNumber }) => (
      <>
        <Text size="sm" lineClamp={1}>
          {authority}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {documentNumber ?? ''}
        </Text>
      </>
    ),
  },
  { accessor: 'rectifyBy', title: '整改', width: 150, render: (row) => <Rectification row={row} /> },
];

const types = dispositionType.options.map((value) => ({ value, label: dispositionTypeLabels[value] }));
const rectifications = [
  { value: 'open', label: '整改中的' },
  { value: 'overdue', label: '整改逾期的' },
];

/** What authorities decided, over the whole street: overdue rectifications first. */
export const DispositionListTab = () => {
  const query = useListQuery();
  const { dispositions } = useApi();
  const { data: authorities = [] } = useQuery(dispositions.authorities.queryOptions());
  const filter = {
    text: query.text,
    types: query.values('type').flatMap((code) => dispositionType.safeParse(code).data ?? []),
    authorities: [...query.values('authority')],
    communityIds: communitiesIn(query),
    rectification: dispositionFilter.shape.rectification.safeParse(query.value('rectify')).data ?? null,
  };
  const found = useQuery(
    dispositions.list.queryOptions({
      input: { filter, ...pageOf(query) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <ListFilters
        query={query}
        textHint="组织、事项或文号"
        aside={
          <ExportListButton
            make={() => dispositions.exportList.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
        }
      >
        <FilterMenu
          label="类型"
          options={types}
          selected={filter.types}
          onChange={(type) => query.change({ type })}
        />
        <FilterMenu
          label="机关"
          options={authorities.map((value) => ({ value, label: value }))}
          selected={filter.authorities}
          onChange={(authority) => query.change({ authority })}
        />
        <Select
          w={130}
          aria-label="整改"
          placeholder="整改"
          clearable
          data={rectifications}
          value={filter.rectification}
          onChange={(rectify) => query.change({ rectify })}
        />
      </ListFilters>
      <PagedList
        query={query}
        found={found}
        columns={columns}
        rowId={({ recordId }) => recordId}
        unit="项"
        empty={
          <EmptyState
            icon={IconGavel}
            title="没有处理结果"
            hint="在组织档案的“处理结果”页登记；表扬、约谈、责令整改、警告、撤销备案都在这里汇总。"
          />
        }
      />
    </>
  );
};
