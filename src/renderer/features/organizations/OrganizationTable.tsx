import { useNavigate } from 'react-router';
import { organizationSort } from '../../../shared/contract/organizations.ts';
import { dossierGapCode } from '../../../shared/domain/dossier.ts';
import type { OrganizationRow } from '../../../shared/domain/organization.ts';
import { paths } from '../../app/paths.ts';
import { ListTable } from '../../components/ListTable.tsx';
import { pageSize } from './list-state.ts';
import { mendColumn, organizationColumns, type OrganizationColumn } from './organization-columns.tsx';
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
  const gap = dossierGapCode.safeParse(state.filter.lacking).data;
  const columns = organizationColumns.filter(({ accessor }) => !hidden.includes(accessor));
  return (
    <ListTable
      rows={rows}
      columns={gap === undefined ? columns : [columns, mendColumn(gap)].flat()}
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
