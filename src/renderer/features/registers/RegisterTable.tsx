import type { DataTableColumn } from 'mantine-datatable';
import type { ReactNode } from 'react';
import { ListRows } from '../../components/ListScreen.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { registerPageSize, type RegisterQuery } from './use-register-query.ts';

interface RegisterTableProps<Row> {
  /** What a query of one page has brought so far. */
  readonly found: {
    readonly data: { readonly rows: readonly Row[]; readonly total: number } | undefined;
    readonly error: unknown;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  readonly query: RegisterQuery;
  readonly columns: DataTableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Counting word, e.g. 本 */
  readonly unit: string;
  /** What to show, and teach, where there is none. */
  readonly empty: ReactNode;
}

/** One page of a register. */
export const RegisterTable = <Row,>(props: RegisterTableProps<Row>) => {
  const { found, query, columns, rowId, unit, empty } = props;
  const total = found.data?.total ?? 0;
  return (
    <ListRows
      rows={found.data?.rows}
      total={total}
      error={found.error}
      onRetry={() => void found.refetch()}
      empty={empty}
    >
      {(rows) => (
        <ListTable
          rows={rows}
          columns={columns}
          rowId={rowId}
          fetching={found.isFetching}
          paging={{ page: query.page, size: registerPageSize, total, unit, onChange: query.setPage }}
        />
      )}
    </ListRows>
  );
};
