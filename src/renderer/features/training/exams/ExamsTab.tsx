import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconSchool } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { examFilter, type ExamFilter } from '../../../../shared/contract/exams.ts';
import { examKind, examReminder, examResult, type ExamRow } from '../../../../shared/domain/training-exam.ts';
import {
  examKindLabels,
  examReminderLabels,
  examResultLabels,
} from '../../../../shared/labels/training-exam.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportListButton } from '../../../components/ExportListButton.tsx';
import { FilterMenu } from '../../../components/FilterMenu.tsx';
import { pageOf, PagedList } from '../../../components/PagedList.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { TextFilter } from '../../../components/TextFilter.tsx';
import { useListQuery, type ListQuery } from '../../../components/use-list-query.ts';
import { ExamModal } from './ExamModal.tsx';

const parts = examFilter.shape;

const filterOf = (query: ListQuery): ExamFilter => ({
  text: query.text,
  kinds: query.values('kind').flatMap((value) => parts.kinds.element.safeParse(value).data ?? []),
  results: query.values('result').flatMap((value) => parts.results.element.safeParse(value).data ?? []),
  reminders: query.values('remind').flatMap((value) => parts.reminders.element.safeParse(value).data ?? []),
});

const optionsOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

type Editing = { readonly exam: ExamRow | null } | null;

const columnsWith = (onEdit: (exam: ExamRow) => void): DataTableColumn<ExamRow>[] => [
  {
    accessor: 'personName',
    title: '姓名',
    width: 100,
    render: (row) => (
      <Anchor component="button" type="button" size="sm" onClick={() => onEdit(row)}>
        {row.personName}
      </Anchor>
    ),
  },
  { accessor: 'unit', title: '单位', render: ({ unit }) => unit ?? '—' },
  { accessor: 'kind', title: '考试', width: 190, render: ({ kind }) => examKindLabels[kind] },
  { accessor: 'examOn', title: '考试日期', width: 104, render: ({ examOn }) => examOn ?? '未定' },
  { accessor: 'result', title: '结果', width: 80, render: ({ result }) => examResultLabels[result] },
  {
    accessor: 'certificateNumber',
    title: '证书编号',
    width: 150,
    ellipsis: true,
    render: (row) => row.certificateNumber ?? '—',
  },
  { accessor: 'validTo', title: '有效期至', width: 104, render: ({ validTo }) => validTo ?? '—' },
  {
    accessor: 'reminder',
    title: '提醒',
    width: 100,
    render: ({ reminder }) =>
      reminder === null ? null : (
        <StatusBadge tone={reminder === 'expired' ? 'late' : 'waiting'}>
          {examReminderLabels[reminder]}
        </StatusBadge>
      ),
  },
];

/** 社会工作考试: who registered, who passed, what runs out. */
export const ExamsTab = () => {
  const { exams } = useApi();
  const query = useListQuery();
  const filter = filterOf(query);
  const [editing, setEditing] = useState<Editing>(null);
  const found = useQuery(
    exams.list.queryOptions({ input: { filter, ...pageOf(query) }, placeholderData: keepPreviousData }),
  );
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap="xs" role="search">
          <TextFilter
            width={190}
            placeholder="姓名、证书编号"
            value={filter.text}
            onChange={(text) => query.change({ text })}
          />
          <FilterMenu
            label="考试"
            options={optionsOf(examKind.options, examKindLabels)}
            selected={filter.kinds}
            onChange={(kind) => query.change({ kind })}
          />
          <FilterMenu
            label="结果"
            options={optionsOf(examResult.options, examResultLabels)}
            selected={filter.results}
            onChange={(result) => query.change({ result })}
          />
          <FilterMenu
            label="提醒"
            options={optionsOf(examReminder.options, examReminderLabels)}
            selected={filter.reminders}
            onChange={(remind) => query.change({ remind })}
          />
        </Group>
        <Group gap="xs">
          <ExportListButton
            make={() => exams.exportList.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
          <Button leftSection={<IconPlus size={18} />} onClick={() => setEditing({ exam: null })}>
            登记报名
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        现有持证：
        {(found.data?.holders ?? [])
          .map(({ kind, people }) => `${examKindLabels[kind]} ${people} 人`)
          .join('，')}
      </Text>
      <PagedList
        query={query}
        found={found}
        columns={columnsWith((exam) => setEditing({ exam }))}
        rowId={({ id }) => id}
        unit="次"
        empty={
          <EmptyState
            icon={IconSchool}
            title="没有考试登记"
            hint="鼓励参加社区社会工作员考试和全国社会工作者职业资格考试：报名、成绩、有效期都记在这里。"
          />
        }
      />
      {editing === null ? null : <ExamModal exam={editing.exam} onClose={() => setEditing(null)} />}
    </>
  );
};
