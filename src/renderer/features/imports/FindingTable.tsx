import { ScrollArea, Stack, Table, Text } from '@mantine/core';
import type { ImportFinding } from '../../../shared/domain/workbook-import.ts';
import { findingLabels, importFieldLabels } from '../../../shared/labels/workbook-import.ts';
import type { FindingKind } from './FindingKinds.tsx';

interface FindingTableProps {
  readonly kind: FindingKind;
  /** Of this kind; the first ones where there are many. */
  readonly findings: readonly ImportFinding[];
}

/** Where a thing was found: sheet, row and column as Excel names them, what stood there and what became of it. */
export const FindingTable = ({ kind, findings }: FindingTableProps) => (
  <Stack gap="xs" flex={1} miw={0}>
    <Text size="sm">{findingLabels[kind.code].advice}</Text>
    <ScrollArea.Autosize mah={380} type="auto">
      <Table stickyHeader verticalSpacing={5} aria-label="位置">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>工作表</Table.Th>
            <Table.Th>行</Table.Th>
            <Table.Th>列</Table.Th>
            <Table.Th>原来</Table.Th>
            {kind.level === 'refused' ? null : <Table.Th>现在</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.map(({ sheet, row, column, field, before, after }) => (
            <Table.Tr key={`${sheet} ${row} ${column} ${field}`}>
              <Table.Td>{sheet}</Table.Td>
              <Table.Td>{row}</Table.Td>
              <Table.Td>
                {column ?? ''}
                {field === null ? '' : `　${importFieldLabels[field]}`}
              </Table.Td>
              <Table.Td>{before ?? '—'}</Table.Td>
              {kind.level === 'refused' ? null : <Table.Td>{after ?? '—'}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
    {findings.length < kind.count ? (
      <Text size="sm" c="dimmed">
        这里列出前 {findings.length} 处，共 {kind.count} 处都在“完整报告”里。
      </Text>
    ) : null}
  </Stack>
);
