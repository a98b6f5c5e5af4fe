import type { UseQueryResult } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import type { ReactNode } from 'react';
import { ListRows } from './ListScreen.tsx';
import { ListTable } from './ListTable.tsx';
import type { ListQuery } from './use-list-query.ts';

/** Rows that a page of a list shows. */
export const pageSize = 50;

/** The page that the address asks for, as procedures want it. */
export const pageOf = ({ page }: ListQuery): { readonly offset: number; readonly limit: number } => ({
  offset: (page - 1) * pageSize,
  limit: pageSize,
});

interface PagedListProps<Row> {
  readonly query: ListQuery;
  /** Where reading the page stands. */
  readonly found: Pick<
    UseQueryResult<{ readonly rows: readonly Row[]; readonly total: number }>,
    'data' | 'error' | 'isFetching' | 'refetch'
  >;
  readonly columns: DataTableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Counting word, e.g. 项. */
  readonly unit: string;
  /** What to show, and teach, where there is none. */
  readonly empty: ReactNode;
}

/** A page of a list that the core filters and counts; the table scrolls, head and pages stay in sight. */
export const PagedList = <Row,>({ query, found, columns, rowId, unit, empty }: PagedListProps<Row>) => {
  const { data, error, isFetching, refetch } = found;
  const total = data?.total ?? 0;
  return (
    <ListRows rows={data?.rows} total={total} error={error} onRetry={() => void refetch()} empty={empty}>
      {(rows) => (
        <ListTable<Row>
          rows={rows}
          fetching={isFetching}
          columns={columns}
          rowId={rowId}
          paging={{
            page: query.page,
            size: pageSize,
            total,
            unit,
            onChange: (page) => query.change({ page: String(page) }),
          }}
        />
      )}
    </ListRows>
  );
};
