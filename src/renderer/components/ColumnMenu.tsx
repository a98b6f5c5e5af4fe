import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { StoredColumns } from './use-stored-columns.ts';

interface ColumnMenuProps<Column extends string> {
  readonly columns: readonly { readonly column: Column; readonly label: string }[];
  readonly stored: StoredColumns<Column>;
}

/** Chooses the columns of a table. */
export const ColumnMenu = <Column extends string>({ columns, stored }: ColumnMenuProps<Column>) => (
  <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
    <Popover.Target>
      <Tooltip label="选择要显示的列">
        <ActionIcon variant="default" size={36} aria-label="选择要显示的列">
          <IconColumns3 size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </Popover.Target>
    <Popover.Dropdown p="sm">
      <Stack gap={8} role="group" aria-label="要显示的列">
        {columns.map(({ column, label }) => (
          <Checkbox
            key={column}
            size="sm"
            label={label}
            checked={!stored.hidden.includes(column)}
            onChange={() => stored.toggle(column)}
          />
        ))}
      </Stack>
    </Popover.Dropdown>
  </Popover>
);
