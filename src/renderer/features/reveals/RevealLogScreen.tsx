import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { RevealEntry } from '../../../shared/domain/reveal.ts';
import { revealReasonLabels } from '../../../shared/labels/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';

const pageSize = 100;
const heads = ['序号', '时间', '查看人', '看了谁', '人数', '事由', '说明'] as const;

const localTime = (instant: string): string => {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};

const LogTable = ({ rows }: { readonly rows: readonly RevealEntry[] }) => (
  <Table verticalSpacing={7} fz="sm">
    <Table.Thead>
      <Table.Tr>
        {heads.map((head) => (
          <Table.Th key={head} fw={400} c="dimmed">
            {head}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map((row) => (
        <Table.Tr key={row.sequence}>
          <Table.Td>{row.sequence}</Table.Td>
          <Table.Td style={{ whiteSpace: 'nowrap' }}>{localTime(row.at)}</Table.Td>
          <Table.Td>{row.actor}</Table.Td>
          <Table.Td>{row.subjectName}</Table.Td>
          <Table.Td>{row.people}</Table.Td>
          <Table.Td>{revealReasonLabels[row.reason]}</Table.Td>
          <Table.Td>{row.note ?? ''}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

const Broken = ({ at }: { readonly at: number }) => (
  <Alert color="red" title={`记录从第 ${at} 条起对不上`} mb="md">
    有记录在程序之外被改动过。请不要继续使用这份档案，保留原样并联系维护人员。
  </Alert>
);

/** Who saw whose numbers, when and why; nobody can take a line away. */
export const RevealLogScreen = () => {
  const { reveals } = useApi();
  const log = useInfiniteQuery({
    queryKey: reveals.list.key(),
    queryFn: ({ pageParam, signal }) => reveals.list.call({ before: pageParam, limit: pageSize }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ rows }) =>
      rows.length < pageSize ? undefined : (rows.at(-1)?.sequence ?? undefined),
    staleTime: 0,
  });
  const rows = log.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = log.data?.pages[0];
  return (
    <>
      <PageHeader
        title="号码查看记录"
        crumbs={[{ title: '人员', to: paths.people }]}
        detail={first === undefined ? '正在读取' : `共 ${first.total} 条`}
        actions={<ExportListButton make={() => reveals.exportList.call()} disabled={rows.length === 0} />}
      />
      <ErrorNotice error={log.error} onRetry={() => void log.refetch()} />
      {first?.brokenAt === null || first === undefined ? null : <Broken at={first.brokenAt} />}
      {first === undefined ? (
        log.error === null && <ScreenLoading />
      ) : (
        <Card>
          {rows.length === 0 ? (
            <EmptyState
              icon={IconEyeCheck}
              title="还没有人看过号码"
              hint="在花名册或人员页点“查看”，写明事由，号码显示一分钟，这里就会多一条。"
            />
          ) : (
            <LogTable rows={rows} />
          )}
          <Group justify="space-between" mt="sm">
            <Text size="sm" c="dimmed">
              {first.brokenAt === null && rows.length > 0 ? '记录链完整，没有被改动。' : ''}
            </Text>
            {log.hasNextPage ? (
              <Button variant="default" loading={log.isFetching} onClick={() => void log.fetchNextPage()}>
                再看更早的
              </Button>
            ) : null}
          </Group>
        </Card>
      )}
    </>
  );
};
