import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LikelyPair, PersonRow } from '../../../shared/domain/people.ts';
import { likenessLabels } from '../../../shared/labels/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { MergeModal } from './MergeModal.tsx';
import { PastMerges } from './PastMerges.tsx';

const personWords = ({ birthMonth, maskedIdentityNumber, maskedPhone, organizations }: PersonRow): string =>
  [
    birthMonth,
    maskedIdentityNumber,
    maskedPhone,
    organizations.length === 0 ? '现在不在任何组织' : organizations.map(({ name }) => name).join('、'),
  ]
    .filter((part) => part !== null)
    .join('　');

const PairRow = ({ pair, onMerge }: { readonly pair: LikelyPair; readonly onMerge: () => void }) => {
  const apart = useMutation(useApi().people.tellApart.mutationOptions());
  const { one, other, likeness } = pair;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{one.name}</Table.Td>
      <Table.Td>
        <Text size="sm">{personWords(one)}</Text>
        <Text size="sm">{personWords(other)}</Text>
      </Table.Td>
      <Table.Td>{likenessLabels[likeness]}</Table.Td>
      <Table.Td ta="right">
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="compact-sm" variant="light" onClick={onMerge}>
            是同一人，合并
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={apart.isPending}
            onClick={() => apart.mutate({ oneId: one.id, otherId: other.id })}
          >
            是两个人
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

/** Entries that may be one person; the clerk decides, and every merge can be taken back. */
export const DuplicatesScreen = () => {
  const { data, error, refetch } = useQuery(useApi().people.duplicates.queryOptions());
  const [merging, setMerging] = useState<LikelyPair | null>(null);
  return (
    <>
      <PageHeader
        title="重复人员"
        crumbs={[{ title: '人员', to: paths.people }]}
        detail={
          data === undefined
            ? '正在找'
            : data.more
              ? `先列出最像的 ${data.pairs.length} 对，处理后还有`
              : `${data.pairs.length} 对可能是同一人`
        }
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <Stack gap="md">
        {data === undefined ? (
          error === null && <ScreenLoading />
        ) : (
          <Card>
            {data.pairs.length === 0 ? (
              <EmptyState
                icon={IconUsersGroup}
                title="没有发现重复的人"
                hint="同名而且出生日期或电话相同的人会列在这里；证件号码不同的一定是两个人。"
              />
            ) : (
              <Table verticalSpacing={8} fz="sm">
                <Table.Tbody>
                  {data.pairs.map((pair) => (
                    <PairRow
                      key={`${pair.one.id} ${pair.other.id}`}
                      pair={pair}
                      onMerge={() => setMerging(pair)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Card>
        )}
        <PastMerges />
      </Stack>
      {merging === null ? null : (
        <MergeModal one={merging.one} other={merging.other} onClose={() => setMerging(null)} />
      )}
    </>
  );
};
