import { DataTable, type DataTableColumn } from 'mantine-datatable';
import classes from './PagedTable.module.css';

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
export const PagedTable = <Row,>({
  rows,
  total,
  fetching,
  columns,
  rowId,
  unit,
  page,
  onPageChange,
}: PagedTableProps<Row>) => (
  <DataTable<Row>
    className={classes['table'] ?? ''}
    records={[...rows]}
    columns={columns}
    idAccessor={rowId}
    height="100%"
    fetching={fetching}
    highlightOnHover
    borderRadius="md"
    withTableBorder
    verticalSpacing={8}
    page={page}
    onPageChange={onPageChange}
    totalRecords={total}
    recordsPerPage={pageSize}
    paginationText={({ from, to, totalRecords }) => `第 ${from}–${to} ${unit}，共 ${totalRecords} ${unit}`}
    noRecordsText=""
    loadingText="正在读取"
    getPaginationControlProps={(control) => ({
      'aria-label': { first: '第一页', last: '最后一页', previous: '上一页', next: '下一页' }[control],
    })}
  />
);
