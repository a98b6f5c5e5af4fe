import { Group, Text } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { useNavigate } from 'react-router';
import type { PersonRow } from '../../../shared/domain/people.ts';
import { personTagWord } from '../../../shared/labels/people.ts';
import { minorityLabels, politicalStatusLabels, sexLabels } from '../../../shared/labels/person.ts';
import { paths } from '../../app/paths.ts';
import { ListTable } from '../../components/ListTable.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';

const Organizations = ({ row }: { readonly row: PersonRow }) => {
  const [first, ...others] = row.organizations;
  const all = row.organizations.map(({ name }) => name).join('、');
  return (
    <Text size="sm" truncate title={all}>
      {first?.name ?? '—'}
      {others.length === 0 ? '' : ` 等 ${row.organizations.length} 个`}
    </Text>
  );
};

const columns: DataTableColumn<PersonRow>[] = [
  {
    accessor: 'name',
    title: '姓名',
    width: 150,
    render: (row) => (
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600}>
          {row.name}
        </Text>
        {row.minority === null ? null : (
          <StatusBadge tone={row.minority === 'under-14' ? 'late' : 'waiting'}>
            {minorityLabels[row.minority]}
          </StatusBadge>
        )}
      </Group>
    ),
  },
  {
    accessor: 'sex',
    title: '性别',
    width: 56,
    render: (row) => (row.sex === null ? '—' : sexLabels[row.sex]),
  },
  { accessor: 'birthMonth', title: '出生', width: 84, render: (row) => row.birthMonth ?? '—' },
  {
    accessor: 'politicalStatus',
    title: '政治面貌',
    width: 110,
    render: (row) => (row.politicalStatus === null ? '—' : politicalStatusLabels[row.politicalStatus]),
  },
  {
    accessor: 'tags',
    title: '身份标签',
    width: 150,
    ellipsis: true,
    render: (row) => row.tags.map(personTagWord).join('、'),
  },
  { accessor: 'organizations', title: '所在组织', render: (row) => <Organizations row={row} /> },
  {
    accessor: 'communities',
    title: '社区',
    width: 120,
    ellipsis: true,
    render: (row) => row.communities.join('、'),
  },
  {
    accessor: 'maskedIdentityNumber',
    title: '证件号码',
    width: 170,
    render: (row) => row.maskedIdentityNumber ?? '—',
  },
  { accessor: 'maskedPhone', title: '电话', width: 116, render: (row) => row.maskedPhone ?? '—' },
];

interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly fetching: boolean;
}

export const PeopleTable = ({ rows, fetching }: PeopleTableProps) => {
  const navigate = useNavigate();
  return (
    <ListTable
      rows={rows}
      columns={columns}
      rowId={({ id }) => id}
      fetching={fetching}
      onOpen={({ id }) => void navigate(paths.person(id))}
    />
  );
};
