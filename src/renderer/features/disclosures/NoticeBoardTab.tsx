import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { addDays } from '../../../shared/domain/calendar-days.ts';
import type { NoticeBoard, NoticeBoardItem } from '../../../shared/domain/disclosure.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { useListQuery } from '../../components/use-list-query.ts';
import { todayHere } from '../filings/today-here.ts';

const kindLabels: Readonly<Record<NoticeBoardItem['kind'], string>> = {
  'public-notice': '公示',
  'filing-result': '结果公告',
  'exit-result': '退出公告',
  'survey-result': '测评结果',
  disclosure: '信息公开',
};

const spanText = ({ from, to }: NoticeBoardItem): string => (to === null ? `${from} 起` : `${from} 至 ${to}`);

const Board = ({ board }: { readonly board: NoticeBoard }) => (
  <section aria-label={board.communityName}>
    <Group justify="space-between" mb={4}>
      <Title order={3} size="h6">
        {board.communityName}　{board.items.length} 项
      </Title>
      <LinkButton size="compact-sm" variant="light" to={paths.print('notice-board', [board.communityId])}>
        打印张贴单
      </LinkButton>
    </Group>
    <Table verticalSpacing={6} layout="fixed">
      <Table.Tbody>
        {board.items.map((item, index) => (
          <Table.Tr key={`${item.organizationId}${item.kind}${index}`}>
            <Table.Td w={92}>{kindLabels[item.kind]}</Table.Td>
            <Table.Td>{item.title}</Table.Td>
            <Table.Td>
              <Anchor component={Link} to={paths.dossier(item.organizationId)} size="sm" lineClamp={1}>
                {item.organizationName}
              </Anchor>
            </Table.Td>
            <Table.Td w={200}>{spanText(item)}</Table.Td>
            <Table.Td>{[item.means, item.place].filter(Boolean).join('，')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </section>
);

/** What hangs on the notice boards in a week, by community (FEATURES E7). */
export const NoticeBoardTab = () => {
  const query = useListQuery();
  const day = isoDate.safeParse(query.value('day')).data ?? todayHere();
  const { data, error, refetch } = useQuery(
    useApi().disclosures.noticeBoards.queryOptions({
      input: { communityId: null, day },
      placeholderData: keepPreviousData,
    }),
  );
  const go = (to: string | null): void => query.change({ day: to });
  return (
    <>
      <Group mb="sm">
        <Button variant="default" onClick={() => go(addDays(day, -7))}>
          上一周
        </Button>
        <Button variant="default" onClick={() => go(null)}>
          本周
        </Button>
        <Button variant="default" onClick={() => go(addDays(day, 7))}>
          下一周
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {data === undefined ? '' : `${data.from} 至 ${data.to}`}
        </Text>
      </Group>
      <ListRows
        rows={data?.boards}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconPin}
            title="这一周没有要张贴的"
            hint="进行中的公示、备案和注销结果、测评结果、已发布的信息公开，会按社区列在这里。"
          />
        }
      >
        {(boards) => (
          <Stack gap="lg" style={{ overflowY: 'auto' }}>
            {boards.map((board) => (
              <Board key={board.communityId} board={board} />
            ))}
          </Stack>
        )}
      </ListRows>
    </>
  );
};
