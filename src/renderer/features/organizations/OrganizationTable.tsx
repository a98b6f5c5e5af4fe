import { DataTable } from 'mantine-datatable';
import { useNavigate } from 'react-router';
import { organizationSort } from '../../../shared/contract/organizations.ts';
import type { OrganizationRow } from '../../../shared/domain/organization.ts';
import { paths } from '../../app/paths.ts';
import { pageSize } from './list-state.ts';
import { organizationColumns, type OrganizationColumn } from './organization-columns.tsx';
import classes from './OrganizationTable.module.css';
import type { ListStateControl } from './use-list-state.ts';

interface OrganizationTableProps {
  readonly rows: readonly OrganizationRow[];
  readonly total: number;
  readonly fetching: boolean;
  readonly hidden: readonly OrganizationColumn[];
  readonly state: ListStateControl;
}

export const OrganizationTable = ({ rows, total, fetching, hidden, state }: OrganizationTableProps) => {
  const navigate = useNavigate();
  const { sort } = state;
  return (
    <DataTable<OrganizationRow>
      className={classes['table'] ?? ''}
      records={[...rows]}
      columns={organizationColumns.filter(({ accessor }) => !hidden.includes(accessor))}
      idAccessor="id"
      height="100%"
      fetching={fetching}
      highlightOnHover
      borderRadius="md"
      withTableBorder
      verticalSpacing={7}
      onRowClick={({ record }) => void navigate(paths.dossier(record.id))}
      sortStatus={{ columnAccessor: sort.by, direction: sort.descending ? 'desc' : 'asc' }}
      onSortStatusChange={({ columnAccessor, direction }) => {
        const by = organizationSort.shape.by.safeParse(columnAccessor).data;
        if (by !== undefined) state.changeSort({ by, descending: direction === 'desc' });
      }}
      page={state.page}
      onPageChange={state.changePage}
      totalRecords={total}
      recordsPerPage={pageSize}
      paginationText={({ from, to, totalRecords }) => `第 ${from}–${to} 个，共 ${totalRecords} 个`}
      noRecordsText=""
      loadingText="正在读取"
      getPaginationControlProps={(control) => ({
        'aria-label': { first: '第一页', last: '最后一页', previous: '上一页', next: '下一页' }[control],
      })}
    />
  );
};
