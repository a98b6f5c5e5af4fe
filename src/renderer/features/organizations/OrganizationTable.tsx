import { useNavigate } from 'react-router';
import { organizationSort } from '../../../shared/contract/organizations.ts';
import { dossierGapCode } from '../../../shared/domain/dossier.ts';
import type { OrganizationRow } from '../../../shared/domain/organization.ts';
import { paths } from '../../app/paths.ts';
import { ListTable } from '../../components/ListTable.tsx';
import { pageSize } from './list-state.ts';
import type { Selection } from '../bulk/BulkBar.tsx';
import { mendColumn, type ColumnOfList, type OrganizationColumn } from './organization-columns.tsx';
import type { ListStateControl } from './use-list-state.ts';

interface OrganizationTableProps {
  readonly rows: readonly OrganizationRow[];
  readonly total: number;
  readonly fetching: boolean;
  readonly columns: readonly ColumnOfList[];
  readonly hidden: readonly OrganizationColumn[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly state: ListStateControl;
}

/** The selection after the ticks of one page changed; other pages keep theirs. */
const selectionWith = (
  selection: Selection,
  page: readonly OrganizationRow[],
  ticked: readonly OrganizationRow[],
): Selection => {
  const before = selection === 'all' ? page.map(({ id }) => id) : selection;
  const elsewhere = before.filter((id) => !page.some((row) => row.id === id));
  return [...elsewhere, ...ticked.map(({ id }) => id)];
};

export const OrganizationTable = (props: OrganizationTableProps) => {
  const { rows, total, fetching, hidden, state, selection, onSelect } = props;
  const navigate = useNavigate();
  const { sort } = state;
  const gap = dossierGapCode.safeParse(state.filter.lacking).data;
  const columns = props.columns.filter(({ accessor }) => !hidden.includes(accessor));
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
      ticking={{
        ticked: selection === 'all' ? rows : rows.filter(({ id }) => selection.includes(id)),
        onChange: (ticked) => onSelect(selectionWith(selection, rows, ticked)),
      }}
      onOpen={({ id }) => void navigate(paths.dossier(id))}
    />
  );
};
