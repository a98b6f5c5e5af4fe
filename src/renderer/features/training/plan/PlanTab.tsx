import { Anchor, Button, Group, Select, Text } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TrainingCourseRow } from '../../../../shared/domain/training.ts';
import {
  hoursWord,
  traineeGroupShortLabels,
  trainingMeansLabels,
  trainingTopicWord,
  yuanWord,
} from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportListButton } from '../../../components/ExportListButton.tsx';
import { ListRows } from '../../../components/ListScreen.tsx';
import { ListTable } from '../../../components/ListTable.tsx';
import { useListQuery } from '../../../components/use-list-query.ts';
import { CourseModal } from './CourseModal.tsx';
import { useYear } from './use-year.ts';

type Editing = { readonly course: TrainingCourseRow | null } | null;

const columnsWith = (onEdit: (course: TrainingCourseRow) => void): DataTableColumn<TrainingCourseRow>[] => [
  {
    accessor: 'month',
    title: '月份',
    width: 70,
    render: ({ month }) => (month === null ? '—' : `${month} 月`),
  },
  {
    accessor: 'title',
    title: '课程',
    render: (row) => (
      <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onEdit(row)}>
        {row.title}
      </Anchor>
    ),
  },
  { accessor: 'topic', title: '主题', width: 96, render: ({ topic }) => trainingTopicWord(topic) },
  {
    accessor: 'groups',
    title: '培训对象',
    width: 190,
    ellipsis: true,
    render: ({ groups }) =>
      groups.length === 0 ? '不限' : groups.map((group) => traineeGroupShortLabels[group]).join('、'),
  },
  { accessor: 'means', title: '方式', width: 110, render: ({ means }) => trainingMeansLabels[means] },
  {
    accessor: 'held',
    title: '已办/计划场次',
    width: 124,
    render: ({ id, held, sessions, plannedSessions, year }) => (
      <Anchor component={Link} size="sm" to={paths.training('sessions', { course: id, year: String(year) })}>
        {held}/{Math.max(plannedSessions, sessions)}
      </Anchor>
    ),
  },
  { accessor: 'participants', title: '人次', width: 64 },
  { accessor: 'minutes', title: '学时合计', width: 84, render: ({ minutes }) => hoursWord(minutes) },
  {
    accessor: 'cost',
    title: '经费 实际/计划',
    width: 130,
    render: ({ cost, plannedCost }) => `${yuanWord(cost)}/${yuanWord(plannedCost)}`,
  },
];

/** The plan of a year: what is to be taught to whom, what was held, what it cost. */
export const PlanTab = () => {
  const { training } = useApi();
  const query = useListQuery();
  const { year, years } = useYear(query);
  const [editing, setEditing] = useState<Editing>(null);
  const { data, error, isFetching, refetch } = useQuery(
    training.courses.queryOptions({ input: { year }, placeholderData: keepPreviousData }),
  );
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setEditing({ course: null })}>
      添加课程
    </Button>
  );
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="sm">
          <Select
            w={120}
            aria-label="年度"
            allowDeselect={false}
            data={years}
            value={String(year)}
            onChange={(value) => query.change({ year: value })}
          />
          <Text size="sm" c="dimmed">
            {(data?.costs ?? [])
              .map(
                ({ means, sessions, cost }) =>
                  `${trainingMeansLabels[means]} ${sessions} 场 ${yuanWord(cost)} 元`,
              )
              .join('，')}
          </Text>
        </Group>
        <Group gap="xs">
          <ExportListButton
            make={() => training.exportCourses.call({ year })}
            disabled={(data?.rows.length ?? 0) === 0}
          />
          {add}
        </Group>
      </Group>
      <ListRows
        rows={data?.rows}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconCalendarPlus}
            title={`${year} 年还没有培训计划`}
            hint="按党的建设、培育发展、能力建设、项目运作等主题列出课程，再给每门课程排场次。"
            action={add}
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={columnsWith((course) => setEditing({ course }))}
            rowId={({ id }) => id}
            fetching={isFetching}
          />
        )}
      </ListRows>
      {editing === null ? null : (
        <CourseModal year={year} course={editing.course} onClose={() => setEditing(null)} />
      )}
    </>
  );
};
