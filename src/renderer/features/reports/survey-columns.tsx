import { Anchor, Group } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { SurveyRow } from '../../../shared/contract/reports.ts';
import { evaluatorGroup } from '../../../shared/domain/survey.ts';
import { evaluatorGroupLabels, followUpLabels } from '../../../shared/labels/survey.ts';
import { paths } from '../../app/paths.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { followUpTones } from './report-tones.ts';

const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);

const Marks = ({ row }: { readonly row: SurveyRow }) => (
  <Group gap={6} wrap="nowrap">
    {row.closedOn === null ? <StatusBadge tone="going">录入中</StatusBadge> : null}
    {row.low ? <StatusBadge tone="late">低分</StatusBadge> : null}
    {row.tooFew ? <StatusBadge tone="waiting">样本少</StatusBadge> : null}
    {row.followUp === 'none' ? null : (
      <StatusBadge tone={followUpTones[row.followUp]}>{followUpLabels[row.followUp]}</StatusBadge>
    )}
  </Group>
);

/** Columns of the list of surveys; those that can be sorted by are named as the contract names them. */
export const surveyColumns: DataTableColumn<SurveyRow>[] = [
  {
    accessor: 'name',
    title: '组织',
    sortable: true,
    render: (row) => (
      <Anchor component={Link} to={paths.survey(row.id)} size="sm" lineClamp={1}>
        {row.organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 104, ellipsis: true },
  { accessor: 'date', title: '测评日期', width: 114, sortable: true, render: (row) => row.occurredOn },
  { accessor: 'valid', title: '有效票', width: 66, textAlign: 'right' },
  ...evaluatorGroup.options.map((group): DataTableColumn<SurveyRow> => ({
    accessor: group,
    title: evaluatorGroupLabels[group],
    width: group === 'residents' ? 132 : 84,
    textAlign: 'right',
    render: (row) => percent(row.groups[group].rate),
  })),
  {
    accessor: 'rate',
    title: '总满意率',
    width: 104,
    sortable: true,
    textAlign: 'right',
    render: (row) => percent(row.rate),
  },
  {
    accessor: 'score',
    title: '得分',
    width: 80,
    sortable: true,
    textAlign: 'right',
    render: (row) => row.score ?? '—',
  },
  { accessor: 'marks', title: '情况', width: 206, render: (row) => <Marks row={row} /> },
];
