import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';

export interface SummaryColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string | number;
  /** Where the cell's source is; null where it has none. */
  readonly to?: (row: Row) => string | null;
}

interface SummaryTableProps<Row> {
  readonly label: string;
  readonly columns: readonly SummaryColumn<Row>[];
  readonly rows: readonly Row[];
  readonly total?: Row;
}

const Cells = <Row,>({
  columns,
  row,
}: {
  readonly columns: readonly SummaryColumn<Row>[];
  readonly row: Row;
}) =>
  columns.map(({ title, cell, to }) => {
    const text = cell(row);
    const target = to?.(row) ?? null;
    return (
      <Table.Td key={title} ta={typeof text === 'number' ? 'right' : 'left'}>
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

/** A small table whose cells lead to what they count. */
export const SummaryTable = <Row,>({ label, columns, rows, total }: SummaryTableProps<Row>) => {
  const [first] = rows;
  return (
    <Table.ScrollContainer minWidth={700}>
      <Table striped highlightOnHover withTableBorder aria-label={label} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, cell }) => (
              <Table.Th
                key={title}
                ta={first !== undefined && typeof cell(first) === 'number' ? 'right' : 'left'}
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
              <Cells columns={columns.map(({ title, cell }) => ({ title, cell }))} row={total} />
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  );
};
