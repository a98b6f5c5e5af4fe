import { Stack, Table, Tabs, Text } from '@mantine/core';
import type { AttachmentView } from '../../../../shared/domain/attachment-view.ts';
import classes from './Preview.module.css';

type Sheets = Extract<AttachmentView, { means: 'sheets' }>['sheets'];

const numbered = (rows: Sheets[number]['rows']) => rows.map((cells, index) => ({ cells, number: index + 1 }));

/** The tables of a workbook, as saved. */
export const SheetsTable = ({ sheets }: { readonly sheets: Sheets }) => {
  if (sheets.length === 0) return <Text c="dimmed">表格里没有内容。</Text>;
  return (
    <Tabs defaultValue="0" style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Tabs.List mb="xs">
        {sheets.map(({ name }, index) => (
          <Tabs.Tab key={`${index}-${name}`} value={String(index)}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {sheets.map(({ name, rows, cut }, index) => (
        <Tabs.Panel key={`${index}-${name}`} value={String(index)} style={{ flex: 1, minHeight: 0 }}>
          <Stack h="100%" gap="xs">
            <div className={classes['cells']}>
              <Table withColumnBorders fz="sm">
                <Table.Tbody>
                  {numbered(rows).map(({ cells, number }) => (
                    <Table.Tr key={number}>
                      <Table.Td c="dimmed">{number}</Table.Td>
                      {cells.map((cell, column) => (
                        // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                        <Table.Td key={column} title={cell}>
                          {cell}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
            {cut ? (
              <Text size="xs" c="dimmed">
                只显示前面的行和列，全表请另存后打开。
              </Text>
            ) : null}
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};
