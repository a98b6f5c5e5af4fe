import { ActionIcon, Button, Group, Stack, Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState, type ComponentType } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { moved } from './moved.ts';
import { SaveBar } from './SaveBar.tsx';

interface RowButtonsProps {
  /** Of the row, for those who hear the buttons. */
  readonly name: string;
  /** Left out where the order means nothing. */
  readonly onMove?: ((step: 1 | -1) => void) | undefined;
  readonly onRemove: () => void;
}

const RowButtons = ({ name, onMove, onRemove }: RowButtonsProps) => (
  <Group gap={4} wrap="nowrap" justify="flex-end">
    {onMove === undefined ? null : (
      <>
        <ActionIcon variant="subtle" aria-label={`${name}上移`} onClick={() => onMove(-1)}>
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={`${name}下移`} onClick={() => onMove(1)}>
          <IconArrowDown size={18} />
        </ActionIcon>
      </>
    )}
    <ActionIcon variant="subtle" color="red.8" aria-label={`去掉${name}`} onClick={onRemove}>
      <IconTrash size={18} />
    </ActionIcon>
  </Group>
);

/** The call that saves a list, with where it stands. */
interface SaveOfList<Row> {
  /** @param saved is told the rows as they were saved */
  readonly mutate: (rows: readonly Row[], saved: (rows: readonly Row[]) => void) => void;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
}

/** What the cells of a row know; the last cell, with the row's buttons, is the form's. */
export interface RowCellsProps<Row> {
  readonly row: Row;
  /** Just added: what it is called is typed next. */
  readonly fresh: boolean;
  readonly onChange: (row: Row) => void;
}

interface EditableListFormProps<Row> {
  readonly label: string;
  readonly saved: readonly Row[];
  readonly save: SaveOfList<Row>;
  readonly most: number;
  readonly empty: Row;
  readonly addLabel: string;
  readonly ordered?: boolean;
  /** A row that is saved keeps its place under the hand that moves it. */
  readonly keyOf?: (row: Row) => string | null;
  readonly nameOf: (row: Row) => string;
  readonly isComplete: (row: Row) => boolean;
  readonly Cells: ComponentType<RowCellsProps<Row>>;
}

/** A list that the office writes row by row and saves as a whole. */
export const EditableListForm = <Row,>({
  saved,
  save,
  empty,
  ordered = false,
  Cells,
  ...props
}: EditableListFormProps<Row>) => {
  const [rows, setRows] = useState(saved);
  const changed = JSON.stringify(rows) !== JSON.stringify(saved);
  const complete = rows.every(props.isComplete);
  return (
    <ImeSafeForm aria-label={props.label} onSubmit={() => changed && complete && save.mutate(rows, setRows)}>
      <Stack gap="sm">
        {rows.length === 0 ? null : (
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {rows.map((row, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a new row has no id; its place is its own
                <Table.Tr key={props.keyOf?.(row) ?? `new-${index}`}>
                  <Cells
                    row={row}
                    fresh={index === rows.length - 1 && row === empty}
                    onChange={(next) => setRows(rows.with(index, next))}
                  />
                  <Table.Td w={ordered ? 120 : 60}>
                    <RowButtons
                      name={props.nameOf(row)}
                      onMove={ordered ? (step) => setRows(moved(rows, index, step)) : undefined}
                      onRemove={() => setRows(rows.filter((_, at) => at !== index))}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group>
          <Button
            variant="light"
            disabled={rows.length >= props.most}
            onClick={() => setRows([...rows, empty])}
          >
            {props.addLabel}
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
        <SaveBar
          changed={changed}
          valid={complete}
          saving={save.isPending}
          saved={save.isSuccess}
          onReset={() => setRows(saved)}
        />
      </Stack>
    </ImeSafeForm>
  );
};
