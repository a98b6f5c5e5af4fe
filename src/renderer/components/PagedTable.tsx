import type { DataTableColumn } from 'mantine-datatable';
import { ListTable } from './ListTable.tsx';

/** Rows that a page of a list shows. */
export const pageSize = 50;

interface PagedTableProps<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly fetching: boolean;
  readonly columns: DataTableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Counting word, e.g. 项. */
  readonly unit: string;
  /** 1-based. */
  readonly page: number;
  readonly onPageChange: (page: number) => void;
}

/** A page of a list; the table scrolls, head and pages stay in sight. */
export const PagedTable = <Row,>({ total, unit, page, onPageChange, ...table }: PagedTableProps<Row>) => (
  <ListTable<Row> {...table} paging={{ page, size: pageSize, total, unit, onChange: onPageChange }} />
);
