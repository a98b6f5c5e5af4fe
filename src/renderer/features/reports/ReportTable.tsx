import { DataTable, type DataTableColumn } from 'mantine-datatable';
import classes from './ReportTable.module.css';
import { pageSize } from './report-query.ts';
import type { ReportQueryControl } from './use-report-query.ts';

interface ReportTableProps<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly fetching: boolean;
  readonly columns: DataTableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly unit: string;
  readonly query: ReportQueryControl;
  /** Column that the list is sorted by, where it can be. */
  readonly sort?: {
    readonly by: string;
    readonly descending: boolean;
    readonly onChange: (by: string, descending: boolean) => void;
  };
}

/** A page of a list of this area. */
export const ReportTable = <Row,>({
  rows,
  total,
  fetching,
  columns,
  rowId,
  unit,
  query: { state, change },
  sort,
}: ReportTableProps<Row>) => (
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
    sortStatus={{
      columnAccessor: sort?.by ?? '',
      direction: sort?.descending === false ? 'asc' : 'desc',
    }}
    onSortStatusChange={({ columnAccessor, direction }) =>
      sort?.onChange(String(columnAccessor), direction === 'desc')
    }
    page={state.page}
    onPageChange={(page) => change({ page })}
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
