import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import { countOf, textOf, type FieldOf } from '../../../shared/domain/service-register.ts';
import { durationText, fieldLabel } from '../../../shared/labels/service-register.ts';
import { todayHere } from '../filings/today-here.ts';
import { RemoveLine } from './RemoveLine.tsx';

interface ProofFactsProps {
  readonly row: ServiceRow;
  readonly onClose: () => void;
}

const shown = [
  'number',
  'from',
  'to',
  'noticeFrom',
  'noticeTo',
  'responsible',
  'handler',
  'purpose',
] as const satisfies readonly FieldOf<'service-proof'>[];

/** An issued proof: what stands on the paper, which is fixed. */
export const ProofFacts = ({ row, onClose }: ProofFactsProps) => {
  const { content } = row;
  const noticeTo = textOf('service-proof', content, 'noticeTo') ?? '';
  const noticing = noticeTo >= todayHere();
  return (
    <Stack gap="sm">
      {noticing ? (
        <Alert color="orange" p="xs">
          公示到 {noticeTo}，{row.occurredOn} 起可以盖章、交给本人。
        </Alert>
      ) : null}
      <Table variant="vertical" aria-label="证明内容">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={140}>姓名</Table.Th>
            <Table.Td>{row.title}</Table.Td>
          </Table.Tr>
          {shown.map((field) => (
            <Table.Tr key={field}>
              <Table.Th>{fieldLabel('service-proof', field)}</Table.Th>
              <Table.Td>{textOf('service-proof', content, field) ?? '—'}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th>服务时长</Table.Th>
            <Table.Td>
              {durationText(row.minutes)}，{countOf('service-proof', content, 'activities') ?? 0} 次
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>服务内容</Table.Th>
            <Table.Td>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {textOf('service-proof', content, 'services')}
              </Text>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Group justify="space-between">
        <RemoveLine row={row} onRemoved={onClose} />
        <Button variant="default" onClick={onClose}>
          关上
        </Button>
      </Group>
    </Stack>
  );
};
