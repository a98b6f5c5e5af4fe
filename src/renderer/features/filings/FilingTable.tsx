import { Anchor, Text } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { Link, useNavigate } from 'react-router';
import type { FilingRow } from '../../../shared/domain/filing.ts';
import { entryModeLabels, filingKindLabels } from '../../../shared/labels/filing.ts';
import { paths } from '../../app/paths.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dueWordsOf } from './due-words.ts';
import { pageSize } from './filing-list-state.ts';
import { FilingStateBadge } from './FilingStateBadge.tsx';
import classes from './FilingTable.module.css';
import { todayHere } from './today-here.ts';

const Due = ({ row }: { readonly row: FilingRow }) => {
  const due = dueWordsOf(row, todayHere());
  return due === null ? null : <StatusBadge tone={due.tone}>{due.text}</StatusBadge>;
};

const columns: DataTableColumn<FilingRow>[] = [
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <Anchor component={Link} to={paths.filing(row.id)} size="sm" fw={500} lineClamp={1}>
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 160, ellipsis: true },
  {
    accessor: 'kind',
    title: '办理',
    width: 150,
    render: ({ kind, entryMode }) => (
      <>
        {filingKindLabels[kind]}
        {entryMode === 'back-entry' ? (
          <Text span inherit c="dimmed">
            （{entryModeLabels[entryMode]}）
          </Text>
        ) : null}
      </>
    ),
  },
  {
    accessor: 'state',
    title: '进度',
    width: 140,
    render: ({ state }) => <FilingStateBadge state={state} />,
  },
  { accessor: 'startedOn', title: '开始', width: 120 },
  { accessor: 'dueOn', title: '办理期限', width: 120, render: ({ dueOn }) => dueOn ?? '—' },
  { accessor: 'overdueDays', title: '', width: 120, render: (row) => <Due row={row} /> },
];

interface FilingTableProps {
  readonly rows: readonly FilingRow[];
  readonly total: number;
  readonly fetching: boolean;
  readonly page: number;
  readonly onPageChange: (page: number) => void;
}

export const FilingTable = ({ rows, total, fetching, page, onPageChange }: FilingTableProps) => {
  const navigate = useNavigate();
  return (
    <DataTable<FilingRow>
      className={classes['table'] ?? ''}
      records={[...rows]}
      columns={columns}
      idAccessor="id"
      height="100%"
      fetching={fetching}
      highlightOnHover
      borderRadius="md"
      withTableBorder
      verticalSpacing={8}
      onRowClick={({ record }) => void navigate(paths.filing(record.id))}
      page={page}
      onPageChange={onPageChange}
      totalRecords={total}
      recordsPerPage={pageSize}
      paginationText={({ from, to, totalRecords }) => `第 ${from}–${to} 件，共 ${totalRecords} 件`}
      noRecordsText=""
      loadingText="正在读取"
      getPaginationControlProps={(control) => ({
        'aria-label': { first: '第一页', last: '最后一页', previous: '上一页', next: '下一页' }[control],
      })}
    />
  );
};
