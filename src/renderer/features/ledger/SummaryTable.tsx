import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';

export interface SummaryColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string | number;
  /** Stands at the right also where there are words in place of a number. */
  readonly number?: true;
  /** Where the cell's source is; null where it has none. */
  readonly to?: (row: Row) => string | null;
}

interface SummaryTableProps<Row> {
  readonly label: string;
  readonly columns: readonly SummaryColumn<Row>[];
  readonly rows: readonly Row[];
  readonly total?: Row;
  /** Narrower than this it scrolls sideways, in pixels. */
  readonly minWidth?: number;
  /** The columns know where a total leads too. */
  readonly totalLeads?: boolean;
}

const Cells = <Row,>({
  columns,
  row,
}: {
  readonly columns: readonly SummaryColumn<Row>[];
  readonly row: Row;
}) =>
  columns.map(({ cell, number, to }, index) => {
    const text = cell(row);
    const target = to?.(row) ?? null;
    return (
      // Two columns may be called alike; they keep their places.
      // oxlint-disable-next-line react/no-array-index-key
      <Table.Td key={index} ta={number === true || typeof text === 'number' ? 'right' : 'left'}>
        {target === null ? (
          text
        ) : (
          <Anchor component={Link} to={target} size="sm" underline="hover">
            {text}
          </Anchor>
        )}
      </Table.Td>
    );
  });

const withoutLinks = <Row,>(columns: readonly SummaryColumn<Row>[]): readonly SummaryColumn<Row>[] =>
  columns.map((column) => ({ ...column, to: () => null }));

/** A small table whose cells lead to what they count. */
export const SummaryTable = <Row,>(props: SummaryTableProps<Row>) => {
  const { label, columns, rows, total, minWidth = 700, totalLeads = false } = props;
  const [first] = rows;
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table striped highlightOnHover withTableBorder aria-label={label} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, cell, number }, index) => (
              <Table.Th
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                ta={
                  number === true || (first !== undefined && typeof cell(first) === 'number')
                    ? 'right'
                    : 'left'
                }
              >
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            // Rows stand in the order of the ledger and have no identity beside it.
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={index}>
              <Cells columns={columns} row={row} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        {total === undefined ? null : (
          <Table.Tfoot>
            <Table.Tr fw={700}>
              <Cells columns={totalLeads ? columns : withoutLinks(columns)} row={total} />
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  );
};
