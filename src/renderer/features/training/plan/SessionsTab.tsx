import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconCalendarEvent, IconPlus, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { trainingCourseId } from '../../../../shared/domain/ids.ts';
import {
  dayOfMoment,
  timeOfMoment,
  type SessionClash,
  type SessionState,
  type TrainingSessionRow,
} from '../../../../shared/domain/training.ts';
import { sessionStateLabels } from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportListButton } from '../../../components/ExportListButton.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { ListRows } from '../../../components/ListScreen.tsx';
import { ListTable } from '../../../components/ListTable.tsx';
import { StatusBadge, type StatusTone } from '../../../components/StatusBadge.tsx';
import { useListQuery } from '../../../components/use-list-query.ts';
import { SessionCalendar } from './SessionCalendar.tsx';
import { SessionModal } from './SessionModal.tsx';
import { useYear } from './use-year.ts';

export const stateTones: Readonly<Record<SessionState, StatusTone>> = {
  planned: 'going',
  held: 'good',
  cancelled: 'ended',
};

const columnsWith = (clashes: readonly SessionClash[]): DataTableColumn<TrainingSessionRow>[] => [
  { accessor: 'startsAt', title: '日期', width: 106, render: ({ startsAt }) => dayOfMoment(startsAt) },
  {
    accessor: 'time',
    title: '时间',
    width: 112,
    render: ({ startsAt, endsAt }) => `${timeOfMoment(startsAt)}–${timeOfMoment(endsAt)}`,
  },
  { accessor: 'title', title: '名称' },
  { accessor: 'place', title: '地点', width: 150, ellipsis: true },
  { accessor: 'teacher', title: '教师', width: 84, ellipsis: true, render: ({ teacher }) => teacher ?? '—' },
  {
    accessor: 'enrolled',
    title: '到训/名单',
    width: 92,
    render: ({ present, enrolled }) => `${present}/${enrolled}`,
  },
  {
    accessor: 'state',
    title: '状态',
    width: 150,
    render: ({ id, state }) => (
      <Group gap={6} wrap="nowrap">
        <StatusBadge tone={stateTones[state]}>{sessionStateLabels[state]}</StatusBadge>
        {clashes.some(({ sessionId }) => sessionId === id) ? (
          <StatusBadge tone="late">冲突</StatusBadge>
        ) : null}
      </Group>
    ),
  },
];

/** Sessions of a year as a list or by month; what clashes is marked. */
export const SessionsTab = () => {
  const { training } = useApi();
  const navigate = useNavigate();
  const query = useListQuery();
  const { year, years } = useYear(query);
  const [adding, setAdding] = useState(false);
  const courseId = trainingCourseId.safeParse(query.value('course')).data ?? null;
  const scope = { from: `${year}-01-01`, to: `${year}-12-31`, courseId };
  const asCalendar = query.value('view') === 'calendar';
  const { data, error, isFetching, refetch } = useQuery(
    training.sessions.queryOptions({ input: scope, placeholderData: keepPreviousData }),
  );
  const ids = (data?.rows ?? []).filter(({ state }) => state === 'planned').map(({ id }) => id);
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <Select
            w={110}
            aria-label="年度"
            allowDeselect={false}
            data={years}
            value={String(year)}
            onChange={(value) => query.change({ year: value })}
          />
          <SegmentedControl
            aria-label="样式"
            data={[
              { value: 'list', label: '列表' },
              { value: 'calendar', label: '日历' },
            ]}
            value={asCalendar ? 'calendar' : 'list'}
            onChange={(view) => query.change({ view: view === 'list' ? null : view })}
          />
          {courseId === null ? null : (
            <Button variant="light" fw={400} onClick={() => query.change({ course: null })}>
              只看一门课程 ×
            </Button>
          )}
          {(data?.clashes.length ?? 0) === 0 ? null : (
            <Text size="sm" c="orange.8">
              有 {new Set(data?.clashes.map(({ sessionId }) => sessionId)).size} 场安排有冲突
            </Text>
          )}
        </Group>
        <Group gap="xs">
          {ids.length === 0 ? null : (
            <LinkButton
              to={paths.print('training-sign-in', ids)}
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
            >
              打印签到表
            </LinkButton>
          )}
          <ExportListButton
            make={() => training.exportSessions.call(scope)}
            disabled={(data?.rows.length ?? 0) === 0}
          />
          <LinkButton to={paths.trainingPlanner} variant="default">
            自动排课
          </LinkButton>
          <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
            添加场次
          </Button>
        </Group>
      </Group>
      <ListRows
        rows={data?.rows}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconCalendarEvent}
            title={`${year} 年还没有场次`}
            hint="给课程排上时间、地点和教师；也可以让“自动排课”为未训的人排好，您再改。"
          />
        }
      >
        {(rows) =>
          asCalendar ? (
            <SessionCalendar year={year} sessions={rows} clashes={data?.clashes ?? []} />
          ) : (
            <ListTable
              rows={rows}
              columns={columnsWith(data?.clashes ?? [])}
              rowId={({ id }) => id}
              fetching={isFetching}
              onOpen={({ id }) => void navigate(paths.trainingSession(id))}
            />
          )
        }
      </ListRows>
      {adding ? <SessionModal session={null} courseId={courseId} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
