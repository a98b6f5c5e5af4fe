import { ActionIcon, Checkbox, Group, NumberInput, Table, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { PrintJobId } from '../../../shared/domain/ids.ts';
import { usualSetup, type PaperSetup, type PrintJob } from '../../../shared/domain/printing.ts';
import { documentKindLabels, paperMarkLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { setupWords } from './setup-words.ts';

interface QueueTableProps {
  readonly jobs: readonly PrintJob[];
  readonly ticked: ReadonlySet<PrintJobId>;
  readonly onToggle: (id: PrintJobId) => void;
  readonly onMove: (at: number, by: -1 | 1) => void;
  readonly onCopies: (id: PrintJobId, copies: number) => void;
  readonly onRemove: (id: PrintJobId) => void;
}

/** How a job is printed, in words: its kind's setup, its mark, where its labels begin. */
const jobWords = (job: PrintJob, setup: PaperSetup): string =>
  [
    setupWords({ ...setup, copies: usualSetup.copies }),
    job.mark === null ? '' : `标记“${paperMarkLabels[job.mark]}”`,
    job.labels === null || job.labels.startAt === 1 ? '' : `从第 ${job.labels.startAt} 个标签起`,
  ]
    .filter((words) => words !== '')
    .join('，');

interface RowProps extends Omit<QueueTableProps, 'jobs' | 'ticked'> {
  readonly job: PrintJob;
  readonly at: number;
  readonly last: boolean;
  readonly checked: boolean;
  readonly setup: PaperSetup;
}

const QueueRow = ({ job, at, last, checked, setup, onToggle, onMove, onCopies, onRemove }: RowProps) => {
  const { id, kind, summary, copies } = job;
  const name = `${documentKindLabels[kind]} ${summary}`;
  return (
    <Table.Tr>
      <Table.Td w={40}>
        <Checkbox aria-label={`选 ${name}`} checked={checked} onChange={() => onToggle(id)} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {documentKindLabels[kind]}
        </Text>
        <Text size="sm" lineClamp={1} title={summary}>
          {summary}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {jobWords(job, setup)}
        </Text>
      </Table.Td>
      <Table.Td w={110}>
        <NumberInput
          size="xs"
          aria-label={`${name} 份数`}
          min={1}
          max={20}
          allowDecimal={false}
          clampBehavior="strict"
          suffix=" 份"
          value={copies}
          onChange={(value) => typeof value === 'number' && value >= 1 && onCopies(id, value)}
        />
      </Table.Td>
      <Table.Td w={120}>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon
            variant="subtle"
            aria-label={`上移 ${name}`}
            disabled={at === 0}
            onClick={() => onMove(at, -1)}
          >
            <IconArrowUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`下移 ${name}`}
            disabled={last}
            onClick={() => onMove(at, 1)}
          >
            <IconArrowDown size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray.8"
            aria-label={`去掉 ${name}`}
            onClick={() => onRemove(id)}
          >
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

/** Jobs in the order in which they are printed. */
export const QueueTable = ({ jobs, ticked, ...actions }: QueueTableProps) => {
  const { data } = useQuery(useApi().printing.setups.queryOptions());
  const setups = new Map<DocumentKind, PaperSetup>(data?.map(({ kind, setup }) => [kind, setup]));
  return (
    <Table aria-label="等着打印的" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          <Table.Th>文书</Table.Th>
          <Table.Th>怎么打</Table.Th>
          <Table.Th>每种份数</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {jobs.map((job, at) => (
          <QueueRow
            key={job.id}
            job={job}
            at={at}
            last={at === jobs.length - 1}
            checked={ticked.has(job.id)}
            setup={setups.get(job.kind) ?? usualSetup}
            {...actions}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
};
