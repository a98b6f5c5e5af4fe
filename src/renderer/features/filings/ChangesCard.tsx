import { Table, Text } from '@mantine/core';
import type { Filing } from '../../../shared/domain/filing.ts';
import type { OrganizationFacts } from '../../../shared/domain/organization.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { factLines } from '../organizations/facts/fact-lines.ts';
import { useFactNames } from './use-fact-names.ts';

interface ChangesCardProps {
  readonly filing: Filing;
  readonly before: OrganizationFacts;
  readonly after: OrganizationFacts;
}

/** What a change filing changes, fact by fact (policy Art. 2(4)). */
export const ChangesCard = ({ filing, before, after }: ChangesCardProps) => {
  const namesOf = useFactNames(filing);
  const former = factLines(before, namesOf(before));
  const changed = factLines(after, namesOf(after)).flatMap(({ label, value }, index) => {
    const was = former[index]?.value ?? null;
    return was === value ? [] : [{ label, was, value }];
  });
  return (
    <Card title="变更内容" aside={<BasisHint basis="第二条（四）" />}>
      {changed.length === 0 ? (
        <Text size="sm" c="dimmed">
          还没有改动。请在下面把变了的事项改成新的。
        </Text>
      ) : (
        <Table aria-label="变更内容" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={110}>事项</Table.Th>
              <Table.Th>变更前</Table.Th>
              <Table.Th>变更后</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changed.map(({ label, was, value }) => (
              <Table.Tr key={label}>
                <Table.Td>{label}</Table.Td>
                <Table.Td c="dimmed">{was ?? '未填'}</Table.Td>
                <Table.Td fw={600}>{value ?? '未填'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
};
