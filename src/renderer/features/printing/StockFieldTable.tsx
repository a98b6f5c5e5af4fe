import { Checkbox, NumberInput, Table } from '@mantine/core';
import type { StockFields } from '../../../shared/domain/printing.ts';
import classes from './StockTab.module.css';

interface StockFieldTableProps {
  readonly names: readonly string[];
  readonly fields: StockFields;
  readonly onChange: (fields: StockFields) => void;
}

const stays = { xMm: 0, yMm: 0, printed: true } as const;

/** Millimetres to the right and downwards of each field, and whether it is printed. */
export const StockFieldTable = ({ names, fields, onChange }: StockFieldTableProps) => {
  const move = (name: string, axis: 'xMm' | 'yMm', words: string) => (
    <NumberInput
      size="xs"
      w={88}
      aria-label={`${name} ${words}`}
      min={-50}
      max={50}
      step={0.5}
      decimalScale={2}
      value={(fields[name] ?? stays)[axis]}
      onChange={(value) =>
        typeof value === 'number' &&
        onChange({ ...fields, [name]: { ...(fields[name] ?? stays), [axis]: value } })
      }
    />
  );
  return (
    <div className={classes['list']}>
      <Table aria-label="各项的位置" verticalSpacing={3} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>打印</Table.Th>
            <Table.Th>项目</Table.Th>
            <Table.Th>右移（毫米）</Table.Th>
            <Table.Th>下移（毫米）</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map((name) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Checkbox
                  aria-label={`打印 ${name}`}
                  checked={(fields[name] ?? stays).printed}
                  onChange={(event) =>
                    onChange({
                      ...fields,
                      [name]: { ...(fields[name] ?? stays), printed: event.currentTarget.checked },
                    })
                  }
                />
              </Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{move(name, 'xMm', '右移')}</Table.Td>
              <Table.Td>{move(name, 'yMm', '下移')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};
