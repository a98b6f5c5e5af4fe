import { Anchor, Table, Text } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { FilingRow, FilingState } from '../../../shared/domain/filing.ts';
import { filingKindLabels } from '../../../shared/labels/filing.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dueWordsOf } from '../filings/due-words.ts';
import { FilingStateBadge } from '../filings/FilingStateBadge.tsx';

/** What is done next in a state, in one word; null where nothing is left to do. */
const nextWords: Readonly<Record<FilingState, string | null>> = {
  preparing: '继续',
  applied: '初审',
  returned: '补正',
  'not-forwarded': null,
  'committee-passed': '审核',
  refused: null,
  'street-agreed': '公示',
  'on-notice': '查看',
  objected: '处理',
  'notice-cleared': '发证',
  filed: null,
  dissolved: null,
  withdrawn: null,
};

/** As many as fit beside the ledger. */
const shown = 5;

interface TodoCardProps {
  readonly todo: readonly FilingRow[];
  /** Of all open filings. */
  readonly total: number;
  readonly today: string;
}

const TodoRow = ({ row, today }: { readonly row: FilingRow; readonly today: string }) => {
  const due = dueWordsOf(row, today);
  return (
    <Table.Tr>
      <Table.Td maw={0} w="40%">
        <Anchor
          component={Link}
          to={paths.dossier(row.organizationId)}
          size="sm"
          c="inherit"
          display="block"
          truncate
          title={row.organizationName}
        >
          {row.organizationName}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" truncate>
          {row.communityName}　{filingKindLabels[row.kind]}
        </Text>
      </Table.Td>
      <Table.Td>
        <FilingStateBadge state={row.state} />
      </Table.Td>
      <Table.Td>{due === null ? null : <StatusBadge tone={due.tone}>{due.text}</StatusBadge>}</Table.Td>
      <Table.Td ta="right">
        <LinkButton to={paths.filing(row.id)} size="compact-md" variant="light">
          {nextWords[row.state] ?? '查看'}
        </LinkButton>
      </Table.Td>
    </Table.Tr>
  );
};

export const TodoCard = ({ todo, total, today }: TodoCardProps) => (
  <Card
    title="待办"
    aside={
      <Anchor component={Link} to={paths.filings} size="sm">
        全部 {total} 件
      </Anchor>
    }
  >
    {todo.length === 0 ? (
      <EmptyState icon={IconMoodSmile} title="没有等着办的备案" hint="新的申请从右上角“新建备案”开始。" />
    ) : (
      <Table verticalSpacing={8} horizontalSpacing={6}>
        <Table.Tbody>
          {todo.slice(0, shown).map((row) => (
            <TodoRow key={row.id} row={row} today={today} />
          ))}
        </Table.Tbody>
      </Table>
    )}
  </Card>
);
