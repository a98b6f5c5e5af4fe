import { Anchor } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { OpenObjection } from '../../../shared/domain/disclosure.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PagedList, pageOf } from '../../components/PagedList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useListQuery } from '../../components/use-list-query.ts';

const columns: DataTableColumn<OpenObjection>[] = [
  {
    accessor: 'organizationName',
    title: '组织',
    width: 240,
    render: (row) => (
      <Anchor
        component={Link}
        to={paths.record(row.organizationId, 'disclosures', row.recordId)}
        size="sm"
        lineClamp={1}
      >
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'title', title: '公开事项', width: 220, ellipsis: true },
  { accessor: 'body', title: '异议', ellipsis: true },
  { accessor: 'receivedOn', title: '收到', width: 120 },
  {
    accessor: 'waitingDays',
    title: '情况',
    width: 130,
    render: ({ waitingDays }) => <StatusBadge tone="waiting">已等 {waitingDays} 天</StatusBadge>,
  },
];

/** Objections to disclosures that nobody has answered, the oldest first. */
export const OpenObjectionsTab = () => {
  const query = useListQuery();
  const { offset, limit } = pageOf(query);
  const found = useQuery(
    useApi().disclosures.openObjections.queryOptions({
      select: (all) => ({ rows: all.slice(offset, offset + limit), total: all.length }),
    }),
  );
  return (
    <PagedList
      query={query}
      found={found}
      columns={columns}
      rowId={({ recordId, receivedOn, body }) => `${recordId} ${receivedOn} ${body}`}
      unit="条"
      empty={
        <EmptyState
          icon={IconMessageQuestion}
          title="没有等着答复的异议"
          hint="居民对公开内容有异议的，在组织档案的“信息公开”页登记，答复后一并存档。"
        />
      }
    />
  );
};
