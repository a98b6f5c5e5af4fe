import { Anchor, Text } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { Link, useNavigate } from 'react-router';
import type { FilingRow } from '../../../shared/domain/filing.ts';
import { entryModeLabels, filingKindLabels } from '../../../shared/labels/filing.ts';
import { paths } from '../../app/paths.ts';
import { ListTable } from '../../components/ListTable.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dueWordsOf } from './due-words.ts';
import { pageSize } from './filing-list-state.ts';
import { FilingStateBadge } from './FilingStateBadge.tsx';
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
    <ListTable
      rows={rows}
      columns={columns}
      rowId={({ id }) => id}
      fetching={fetching}
      paging={{ page, size: pageSize, total, unit: '件', onChange: onPageChange }}
      onOpen={({ id }) => void navigate(paths.filing(id))}
    />
  );
};
