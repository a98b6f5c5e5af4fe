import { Button, Collapse, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PeopleFilter } from '../../../shared/contract/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListRows, ListScreen } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOpenView } from '../views/use-views.ts';
import { ViewMenu } from '../views/ViewMenu.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { peopleFilterFrom, peopleQueryOf } from './people-state.ts';
import { PeopleSummaryCard } from './PeopleSummaryCard.tsx';
import { PeopleTable } from './PeopleTable.tsx';

const pageSize = 100;

/** Pages of the list, told apart by where the one before ended. */
const useFoundPeople = (filter: PeopleFilter) => {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [paged, setPaged] = useState(filter);
  if (paged !== filter) {
    setPaged(filter);
    setCursors([]);
  }
  const { people } = useApi();
  const page = useQuery(
    people.list.queryOptions({
      input: { filter, after: cursors.at(-1) ?? null, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  );
  const { data: count } = useQuery(people.count.queryOptions({ input: { filter } }));
  return { page, total: count?.total, cursors, setCursors };
};

/** Everybody who belongs to an organization, each once. */
export const PeopleScreen = () => {
  const { people } = useApi();
  const [query, setQuery] = useSearchParams();
  const filter = useMemo(() => peopleFilterFrom(query), [query]);
  const view = useOpenView('people');
  const [counting, setCounting] = useState(false);
  const { page, total, cursors, setCursors } = useFoundPeople(filter);
  const { data, error, isFetching, refetch } = page;
  const isFiltered = Object.keys(peopleQueryOf(filter)).length > 0;
  const from = cursors.length * pageSize;
  return (
    <ListScreen>
      <PageHeader
        title={view?.name ?? '人员'}
        detail={
          total === undefined ? '正在数' : isFiltered ? `筛出 ${total} 人` : `共 ${total} 人，每人只列一次`
        }
        actions={
          <>
            <Button variant="default" aria-expanded={counting} onClick={() => setCounting(!counting)}>
              {counting ? '收起概况' : '概况'}
            </Button>
            <LinkButton to={paths.duplicates} variant="default">
              重复人员
            </LinkButton>
            <LinkButton to={paths.reveals} variant="default">
              查看记录
            </LinkButton>
            <ViewMenu list="people" query={peopleQueryOf(filter)} hiddenColumns={[]} />
            <ExportListButton make={() => people.exportList.call({ filter })} disabled={total === 0} />
          </>
        }
      />
      <Collapse expanded={counting} mb={counting ? 'sm' : 0}>
        {counting ? <PeopleSummaryCard /> : null}
      </Collapse>
      <PeopleFilters filter={filter} onChange={(next) => setQuery(peopleQueryOf(next), { replace: true })} />
      <ListRows
        rows={data?.rows}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconUsers}
            title={isFiltered ? '没有这样的人' : '还没有人员'}
            hint={isFiltered ? '放宽或清除筛选条件再看。' : '在组织的花名册里添加成员，或导入 Excel 花名册。'}
          />
        }
      >
        {(rows) => <PeopleTable rows={rows} fetching={isFetching} />}
      </ListRows>
      {data === undefined || data.rows.length === 0 ? null : (
        <Group justify="space-between" mt="xs">
          <Text size="sm" c="dimmed">
            第 {from + 1}–{from + data.rows.length} 人
          </Text>
          <Group gap="xs">
            <Button
              size="compact-md"
              variant="default"
              disabled={cursors.length === 0}
              onClick={() => setCursors(cursors.slice(0, -1))}
            >
              上一页
            </Button>
            <Button
              size="compact-md"
              variant="default"
              disabled={data.next === null}
              onClick={() => data.next !== null && setCursors([...cursors, data.next])}
            >
              下一页
            </Button>
          </Group>
        </Group>
      )}
    </ListScreen>
  );
};
