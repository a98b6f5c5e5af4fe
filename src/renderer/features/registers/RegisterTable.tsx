import { DataTable, type DataTableColumn } from 'mantine-datatable';
import classes from './RegisterTable.module.css';
import { registerPageSize } from './use-register-query.ts';

interface RegisterTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: DataTableColumn<Row>[];
  readonly idAccessor: keyof Row & string;
  readonly total: number;
  readonly fetching: boolean;
  readonly page: number;
  readonly onPageChange: (page: number) => void;
  /** Counting word, e.g. 本 */
  readonly unit: string;
}

/** One page of a register; the table scrolls, the page does not. */
export const RegisterTable = <Row,>(props: RegisterTableProps<Row>) => {
  const { rows, columns, idAccessor, total, fetching, page, onPageChange, unit } = props;
  return (
    <div className={classes['frame']}>
      <DataTable<Row>
        className={classes['table'] ?? ''}
        records={[...rows]}
        columns={columns}
        idAccessor={idAccessor}
        height="100%"
        fetching={fetching}
        borderRadius="md"
        withTableBorder
        verticalSpacing={6}
        page={page}
        onPageChange={onPageChange}
        totalRecords={total}
        recordsPerPage={registerPageSize}
        paginationText={({ from, to, totalRecords }) =>
          `第 ${from}–${to} ${unit}，共 ${totalRecords} ${unit}`
        }
        noRecordsText="没有符合条件的记录"
        loadingText="正在读取"
        getPaginationControlProps={(control) => ({
          'aria-label': { first: '第一页', last: '最后一页', previous: '上一页', next: '下一页' }[control],
        })}
      />
    </div>
  );
};
