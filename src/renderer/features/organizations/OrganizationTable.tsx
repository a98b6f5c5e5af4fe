import { useNavigate } from 'react-router';
import { organizationSort } from '../../../shared/contract/organizations.ts';
import type { OrganizationRow } from '../../../shared/domain/organization.ts';
import { paths } from '../../app/paths.ts';
import { ListTable } from '../../components/ListTable.tsx';
import { pageSize } from './list-state.ts';
import { organizationColumns, type OrganizationColumn } from './organization-columns.tsx';
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
    <ListTable
      rows={rows}
      columns={organizationColumns.filter(({ accessor }) => !hidden.includes(accessor))}
      rowId={({ id }) => id}
      fetching={fetching}
      paging={{ page: state.page, size: pageSize, total, unit: '个', onChange: state.changePage }}
      sorting={{
        ...sort,
        onChange: (column, descending) => {
          const by = organizationSort.shape.by.safeParse(column).data;
          if (by !== undefined) state.changeSort({ by, descending });
        },
      }}
      onOpen={({ id }) => void navigate(paths.dossier(id))}
    />
  );
};
