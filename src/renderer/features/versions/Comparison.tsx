import { Table, Text, Title } from '@mantine/core';
import type { FactVersion } from '../../../shared/contract/organizations.ts';
import { Card } from '../../components/Card.tsx';
import classes from './Comparison.module.css';
import { comparedLines, markedArticles, versionTitle } from './version-lines.ts';

interface ComparisonProps {
  readonly left: FactVersion;
  readonly right: FactVersion;
  readonly onlyChanges: boolean;
}

const Facts = ({ left, right, onlyChanges }: ComparisonProps) => {
  const lines = comparedLines(left, right).filter(({ differs }) => differs || !onlyChanges);
  if (lines.length === 0) return <Text size="sm">两版的备案事项相同。</Text>;
  return (
    <Table aria-label="备案事项对照" verticalSpacing={6} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={110}>事项</Table.Th>
          <Table.Th>{versionTitle(left)}</Table.Th>
          <Table.Th>{versionTitle(right)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ label, left: before, right: after, differs }) => (
          <Table.Tr key={label}>
            <Table.Td>{label}</Table.Td>
            <Table.Td>{before ?? '未填'}</Table.Td>
            <Table.Td className={differs ? (classes['changed'] ?? '') : ''}>{after ?? '未填'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

interface SideProps {
  readonly version: FactVersion;
  readonly other: FactVersion;
  readonly onlyChanges: boolean;
}

const CharterSide = ({ version, other, onlyChanges }: SideProps) => {
  const articles = markedArticles(version.charter, other.charter).filter(
    ({ differs }) => differs || !onlyChanges,
  );
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {versionTitle(version)}
      </Text>
      {version.charter === null ? <Text size="sm">这一版没有录入章程文字。</Text> : null}
      {articles.map(({ number, words, differs }) => (
        <Text
          key={number}
          size="sm"
          className={differs ? (classes['changed'] ?? '') : ''}
          style={{ whiteSpace: 'pre-line' }}
        >
          <b>{`${number}　`}</b>
          {words}
        </Text>
      ))}
      {version.charter !== null && articles.length === 0 ? <Text size="sm">没有不同的条文。</Text> : null}
    </div>
  );
};

/** Two versions of what was filed: facts line by line, charters article by article. */
export const Comparison = (props: ComparisonProps) => {
  const { left, right, onlyChanges } = props;
  return (
    <div data-print-sheet>
      <Title order={2} size="h5" className={classes['onPaper'] ?? ''}>
        {right.facts.name}　备案内容对照表
      </Title>
      <Card title="备案事项">
        <Facts {...props} />
      </Card>
      {left.charter === null && right.charter === null ? null : (
        <div style={{ marginTop: 16 }}>
          <Card title="章程">
            <div className={classes['sides']}>
              <CharterSide version={left} other={right} onlyChanges={onlyChanges} />
              <CharterSide version={right} other={left} onlyChanges={onlyChanges} />
            </div>
          </Card>
        </div>
      )}
    </div>
  );
};
