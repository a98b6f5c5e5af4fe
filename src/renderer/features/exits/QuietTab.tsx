import { Anchor, Button, Group, Select, Text } from '@mantine/core';
import { IconZzz } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import type { QuietOrganization } from '../../../shared/domain/inactivity.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PagedList, pageOf } from '../../components/PagedList.tsx';
import { useListQuery } from '../../components/use-list-query.ts';
import { OrganizationStatusBadge } from '../organizations/OrganizationStatusBadge.tsx';
import { communitiesIn, ListFilters } from './ListFilters.tsx';
import { MarkActivityModal } from './MarkActivityModal.tsx';

const dayOr = (day: string | null): string => day ?? '无';

const columnsWith = (onMark: (row: QuietOrganization) => void): DataTableColumn<QuietOrganization>[] => [
  {
    accessor: 'organizationName',
    title: '组织',
    render: (row) => (
      <>
        <Anchor component={Link} to={paths.dossier(row.organizationId)} size="sm" lineClamp={1}>
          {row.organizationName}
        </Anchor>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {row.communityName}
        </Text>
      </>
    ),
  },
  {
    accessor: 'status',
    title: '状态',
    width: 92,
    render: ({ status }) => <OrganizationStatusBadge status={status} />,
  },
  { accessor: 'lastSignOn', title: '最后动静', width: 104, render: (row) => dayOr(row.lastSignOn) },
  { accessor: 'lastReportOn', title: '报告', width: 100, render: (row) => dayOr(row.lastReportOn) },
  { accessor: 'lastSurveyOn', title: '测评', width: 100, render: (row) => dayOr(row.lastSurveyOn) },
  { accessor: 'lastDisclosureOn', title: '公开', width: 100, render: (row) => dayOr(row.lastDisclosureOn) },
  { accessor: 'lastActivityOn', title: '活动', width: 100, render: (row) => dayOr(row.lastActivityOn) },
  {
    accessor: 'lastRosterChangeOn',
    title: '成员变动',
    width: 100,
    render: (row) => dayOr(row.lastRosterChangeOn),
  },
  {
    accessor: 'lastFilingStepOn',
    title: '备案办理',
    width: 100,
    render: (row) => dayOr(row.lastFilingStepOn),
  },
  {
    accessor: 'actions',
    title: '',
    width: 190,
    textAlign: 'right',
    render: (row) => (
      <Group gap={6} justify="flex-end" wrap="nowrap">
        {row.status === 'rectifying' ? null : (
          <Button size="compact-sm" variant="light" onClick={() => onMark(row)}>
            {row.status === 'inactive' ? '恢复' : '标记停止'}
          </Button>
        )}
        <LinkButton
          size="compact-sm"
          variant="subtle"
          to={paths.newFiling({ organizationId: row.organizationId, kind: 'dissolution' })}
        >
          办注销
        </LinkButton>
      </Group>
    ),
  },
];

const marks = [
  { value: 'no', label: '还没标记的' },
  { value: 'yes', label: '已标记停止活动的' },
];
const markedOf = (value: string | null): boolean | null =>
  value === 'yes' ? true : value === 'no' ? false : null;

/** Organizations without any sign of life for as long as the rules say: facts, not a verdict. */
export const QuietTab = () => {
  const query = useListQuery();
  const { exits } = useApi();
  const [marking, setMarking] = useState<QuietOrganization | null>(null);
  const filter = { communityIds: communitiesIn(query), marked: markedOf(query.value('marked')) };
  const found = useQuery(
    exits.quiet.queryOptions({
      input: { filter, ...pageOf(query) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <ListFilters
        query={query}
        aside={
          <ExportListButton
            make={() => exits.exportQuiet.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
        }
      >
        <Select
          w={170}
          aria-label="标记"
          placeholder="标记"
          clearable
          data={marks}
          value={query.value('marked')}
          onChange={(marked) => query.change({ marked })}
        />
        <Text size="sm" c="dimmed">
          {found.data === undefined
            ? ''
            : `${found.data.months} 个月内没有报告、测评、公开、成员变动和备案办理；月数在“设置—规则”里定`}
        </Text>
      </ListFilters>
      <PagedList
        query={query}
        found={found}
        columns={columnsWith(setMarking)}
        rowId={({ organizationId }) => organizationId}
        unit="个"
        empty={
          <EmptyState
            icon={IconZzz}
            title="没有长期无活动的组织"
            hint="超过规则规定的月数没有任何记录的组织会列在这里，核实后可标记为停止活动，或办理注销、撤销备案。"
          />
        }
      />
      {marking === null ? null : (
        <MarkActivityModal
          organization={{
            id: marking.organizationId,
            name: marking.organizationName,
            status: marking.status,
          }}
          onClose={() => setMarking(null)}
        />
      )}
    </>
  );
};
