import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { LedgerDifferences } from '../../../../shared/domain/bureau.ts';
import { periodFigureLabels, periodWords } from '../../../../shared/labels/ledger.ts';
import { Card } from '../../../components/Card.tsx';
import { changeWords } from './figure-change.ts';

const kindWords = { added: '新增', changed: '更改', removed: '减少' } as const;
const shownAtFirst = 12;

type LedgerChange = LedgerDifferences['changes'][number];

const changeText = ({ field, before, after }: LedgerChange): string =>
  field === '' ? '' : `${field}“${before}”改为“${after}”`;

// of a literal record, whose keys these are
const figures = Object.keys(periodFigureLabels) as (keyof typeof periodFigureLabels)[];

const againstWords = (against: LedgerDifferences['against']): string => {
  if (against === null) return '还没有这个街镇以前的台账，没有可比的。';
  return against.kind === 'earlier-period'
    ? `与${periodWords(against.period)}相比`
    : `与本期第 ${against.serial} 号报送包相比`;
};

const Figures = ({ differences: { before, after } }: { readonly differences: LedgerDifferences }) => (
  <Table withTableBorder verticalSpacing={4} aria-label="主要数字">
    <Table.Thead>
      <Table.Tr>
        <Table.Th />
        {before === null ? null : <Table.Th ta="right">原来</Table.Th>}
        <Table.Th ta="right">这次</Table.Th>
        {before === null ? null : <Table.Th ta="right">变化</Table.Th>}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {figures.map((figure) => (
        <Table.Tr key={figure}>
          <Table.Td>{periodFigureLabels[figure]}</Table.Td>
          {before === null ? null : <Table.Td ta="right">{before[figure]}</Table.Td>}
          <Table.Td ta="right">{after[figure]}</Table.Td>
          {before === null ? null : (
            <Table.Td ta="right" fw={before[figure] === after[figure] ? 400 : 700}>
              {changeWords(after[figure], before[figure])}
            </Table.Td>
          )}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

/** What became of the street since it reported last. */
export const DifferencesCard = ({ differences }: { readonly differences: LedgerDifferences }) => {
  const [whole, setWhole] = useState(false);
  const { against, added, removed, changed, changes } = differences;
  const shown = whole ? changes : changes.slice(0, shownAtFirst);
  return (
    <Card title="变化">
      <Stack gap="sm">
        <Text size="sm">
          {againstWords(against)}
          {against === null ? '' : `：新增 ${added} 个，减少 ${removed} 个，更改 ${changed} 个。`}
        </Text>
        <Figures differences={differences} />
        {shown.length === 0 ? null : (
          <Table verticalSpacing={4} fz="sm" aria-label="逐条变化">
            <Table.Tbody>
              {shown.map((change) => (
                <Table.Tr key={`${change.id} ${change.field}`}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{kindWords[change.kind]}</Table.Td>
                  <Table.Td>
                    {change.organization}
                    <Text span size="xs" c="dimmed" ms="xs">
                      {change.community}
                    </Text>
                  </Table.Td>
                  <Table.Td>{changeText(change)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {shown.length < changes.length ? (
          <Group>
            <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
              显示其余 {changes.length - shown.length} 条
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Card>
  );
};
