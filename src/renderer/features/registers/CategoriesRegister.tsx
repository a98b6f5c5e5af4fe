import { Button, SimpleGrid, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchemeCount } from '../../../shared/contract/categories.ts';
import type { CategoryScheme } from '../../../shared/domain/organization.ts';
import { categorySchemeLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CategoryProposals } from './CategoryProposals.tsx';
import { categoryText } from './category-words.ts';

interface SchemeCardProps {
  readonly count: SchemeCount;
  readonly total: number;
  readonly onFill: () => void;
}

const SchemeCard = ({ count: { scheme, counts, proposals }, total, onFill }: SchemeCardProps) => (
  <Card
    title={categorySchemeLabels[scheme]}
    aside={
      <Button size="compact-sm" variant="light" disabled={proposals === 0} onClick={onFill}>
        {proposals === 0 ? '没有可补的' : `按对照补 ${proposals} 个`}
      </Button>
    }
  >
    <Table verticalSpacing={4} aria-label={categorySchemeLabels[scheme]}>
      <Table.Tbody>
        {counts.map(({ code, organizations }) => (
          <Table.Tr key={code ?? 'none'}>
            <Table.Td c={code === null ? 'orange.8' : ''}>{categoryText(scheme, code)}</Table.Td>
            <Table.Td ta="right">{organizations}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Td fw={700}>合计</Table.Td>
          <Table.Td ta="right" fw={700}>
            {total}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  </Card>
);

/** Every living organization counted once in each of the four schemes; what follows from one fills in another. */
export const CategoriesRegister = () => {
  const [filling, setFilling] = useState<CategoryScheme | null>(null);
  const { data, error, refetch } = useQuery(useApi().categories.overview.queryOptions());
  if (data === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        每个组织在每种分类里只算一次，四种分类互不影响。一种分类已定的，可以按对照关系补出另一种，逐个确认。
      </Text>
      <SimpleGrid cols={4} spacing="md">
        {data.schemes.map((count) => (
          <SchemeCard
            key={count.scheme}
            count={count}
            total={data.total}
            onFill={() => setFilling(count.scheme)}
          />
        ))}
      </SimpleGrid>
      {filling === null ? null : <CategoryProposals scheme={filling} onClose={() => setFilling(null)} />}
    </>
  );
};
