import { ScrollArea, Stack, Table, Text } from '@mantine/core';
import { bulkOutcome, type BulkPreview } from '../../../shared/domain/bulk-edit.ts';
import { bulkOutcomeLabels } from '../../../shared/labels/bulk-edit.ts';

/** How many of each, and a sample of before and after. */
export const BulkPreviewTable = ({ preview }: { readonly preview: BulkPreview | undefined }) => {
  if (preview === undefined) return null;
  const counts = bulkOutcome.options
    .filter((outcome) => preview.counts[outcome] > 0)
    .map((outcome) => `${bulkOutcomeLabels[outcome]} ${preview.counts[outcome]} 个`);
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {counts.join('；')}
      </Text>
      <ScrollArea.Autosize mah={260}>
        <Table verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {['组织', '现在', '改成', ''].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.sample.map(({ organizationId, name, outcome, before, after }) => (
              <Table.Tr key={organizationId}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{before ?? '（空）'}</Table.Td>
                <Table.Td>{outcome === 'changes' ? (after ?? '（空）') : ''}</Table.Td>
                <Table.Td>
                  <Text size="xs" c="dimmed">
                    {outcome === 'changes' ? '' : bulkOutcomeLabels[outcome]}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Stack>
  );
};
