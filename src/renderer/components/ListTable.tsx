import { DataTable, type DataTableColumn } from 'mantine-datatable';
import type { MouseEvent } from 'react';
import classes from './ListTable.module.css';

interface ListPaging {
  /** 1-based. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** Counting word, e.g. 个 */
  readonly unit: string;
  readonly onChange: (page: number) => void;
}

interface ListSorting {
  /** Accessor of a column. */
  readonly by: string;
  readonly descending: boolean;
  readonly onChange: (by: string, descending: boolean) => void;
}

interface ListTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: DataTableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly fetching: boolean;
  /** Pages that the core tells apart by number; left out where the screen has its own way to turn them. */
  readonly paging?: ListPaging;
  readonly sorting?: ListSorting;
  /** Rows of this page that are ticked; left out where nothing is done with many rows. */
  readonly ticking?: { readonly ticked: readonly Row[]; readonly onChange: (ticked: readonly Row[]) => void };
  /** Where a press anywhere in a row leads. */
  readonly onOpen?: (row: Row) => void;
}

const pagesOf = ({ page, size, total, unit, onChange }: ListPaging) => ({
  page,
  onPageChange: onChange,
  totalRecords: total,
  recordsPerPage: size,
  paginationText: ({ from, to, totalRecords }: { from: number; to: number; totalRecords: number }) =>
    `第 ${from}–${to} ${unit}，共 ${totalRecords} ${unit}`,
  loadingText: '正在读取',
  getPaginationControlProps: (control: 'first' | 'last' | 'previous' | 'next') => ({
    'aria-label': { first: '第一页', last: '最后一页', previous: '上一页', next: '下一页' }[control],
  }),
});

const unsorted: ListSorting = { by: '', descending: true, onChange: () => undefined };

const sortOf = <Row,>({ by, descending, onChange }: ListSorting) => ({
  sortStatus: {
    columnAccessor: by as keyof Row,
    direction: descending ? ('desc' as const) : ('asc' as const),
  },
  onSortStatusChange: ({
    columnAccessor,
    direction,
  }: {
    columnAccessor: unknown;
    direction: 'asc' | 'desc';
  }) => onChange(String(columnAccessor), direction === 'desc'),
});

/** What a column without a width of its own never goes below: some twelve characters, so that a name is read, not spelt. */
const readableWidth = 192;

const isFree = ({ width }: { readonly width?: number | string | undefined }): boolean => width === undefined;

/** Columns that share the room left, wide enough to be read; what no longer fits is reached by scrolling sideways. */
const readable = <Row,>(columns: DataTableColumn<Row>[]): DataTableColumn<Row>[] =>
  columns.map((column) =>
    isFree(column)
      ? {
          ...column,
          titleStyle: { minWidth: readableWidth },
          cellsStyle: () => ({ minWidth: readableWidth }),
        }
      : column,
  );

const tickingOf = <Row,>({ ticked, onChange }: NonNullable<ListTableProps<Row>['ticking']>) => ({
  selectedRecords: [...ticked],
  onSelectedRecordsChange: (records: Row[]) => onChange(records),
  allRecordsSelectionCheckboxProps: { 'aria-label': '选中这一页' },
  getRecordSelectionCheckboxProps: (_: Row, index: number) => ({ 'aria-label': `选中第 ${index + 1} 行` }),
});

/** A link or a button in the row leads where it says: the row around it must not lead elsewhere after it. */
const opening =
  <Row,>(onOpen: (row: Row) => void) =>
  ({ record, event }: { record: Row; event: MouseEvent }): void => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label') !== null) return;
    onOpen(record);
  };

/** The one table of long lists: a page of rows, their columns, and the way to the others. */
export const ListTable = <Row,>(props: ListTableProps<Row>) => {
  const { rows, columns, rowId, fetching, paging, sorting, ticking, onOpen } = props;
  const shared = {
    className: `${classes['table']} ${onOpen === undefined ? '' : classes['opens']}`,
    records: [...rows],
    columns: readable(columns),
    pinLastColumn: columns.at(-1)?.title === '',
    // A name that comes first stays beside what is scrolled to.
    pinFirstColumn: columns[0] !== undefined && isFree(columns[0]),
    idAccessor: rowId,
    height: '100%',
    fetching,
    highlightOnHover: true,
    borderRadius: 'md' as const,
    withTableBorder: true,
    verticalSpacing: 7,
    noRecordsText: '',
    ...(onOpen === undefined ? {} : { onRowClick: opening(onOpen) }),
    ...sortOf<Row>(sorting ?? unsorted),
    ...(ticking === undefined ? {} : tickingOf(ticking)),
  };
  return paging === undefined ? (
    <DataTable<Row> {...shared} />
  ) : (
    <DataTable<Row> {...shared} {...pagesOf(paging)} />
  );
};
