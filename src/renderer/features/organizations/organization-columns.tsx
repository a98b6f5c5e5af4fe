import { Anchor, Group, Progress, Text } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { DossierGapCode } from '../../../shared/domain/dossier.ts';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import type { OrganizationRow } from '../../../shared/domain/organization.ts';
import { dossierGapLabels } from '../../../shared/labels/dossier.ts';
import { fourClassLabels, settlementLabels } from '../../../shared/labels/organization.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { OrganizationStatusBadge } from './OrganizationStatusBadge.tsx';

/** Columns that the core can sort by bear the names of its sort keys. */
export type OrganizationColumn =
  | 'name'
  | 'community'
  | 'settlement'
  | 'four-class'
  | 'status'
  | 'filing-number'
  | 'filed-on'
  | 'responsible'
  | 'phone'
  | 'member-count'
  | 'party-members'
  | 'fallback-party'
  | 'completeness'
  | `custom:${string}`;

export type ColumnOfList = DataTableColumn<OrganizationRow> & {
  readonly accessor: OrganizationColumn;
  readonly title: string;
};

const dash = (value: string | null) =>
  value ?? (
    <Text span inherit c="dimmed">
      —
    </Text>
  );

const NameLink = ({ row }: { readonly row: OrganizationRow }) => (
  <Anchor component={Link} to={paths.dossier(row.id)} fw={500} size="sm" lineClamp={1} title={row.name}>
    {row.name}
  </Anchor>
);

const Completeness = ({ percent }: { readonly percent: number }) => (
  <Group gap={8} wrap="nowrap">
    <Progress value={percent} color={percent === 100 ? 'teal.7' : 'teal.4'} w={44} aria-hidden />
    <Text size="sm" w={36} ta="right">
      {percent}%
    </Text>
  </Group>
);

export const organizationColumns: readonly ColumnOfList[] = [
  { accessor: 'name', title: '名称', sortable: true, render: (row) => <NameLink row={row} /> },
  {
    accessor: 'community',
    title: '社区',
    width: 124,
    sortable: true,
    ellipsis: true,
    render: (row) => row.communityName,
  },
  { accessor: 'settlement', title: '城乡', width: 64, render: (row) => settlementLabels[row.settlement] },
  {
    accessor: 'four-class',
    title: '类别',
    width: 116,
    render: (row) => dash(row.fourClass === null ? null : fourClassLabels[row.fourClass]),
  },
  {
    accessor: 'status',
    title: '状态',
    width: 124,
    sortable: true,
    render: (row) => <OrganizationStatusBadge status={row.status} />,
  },
  {
    accessor: 'filing-number',
    title: '备案号',
    width: 196,
    sortable: true,
    noWrap: true,
    render: (row) => dash(row.filingNumber),
  },
  {
    accessor: 'filed-on',
    title: '备案日期',
    width: 116,
    sortable: true,
    noWrap: true,
    render: (row) => dash(row.filedOn),
  },
  {
    accessor: 'responsible',
    title: '负责人',
    width: 88,
    noWrap: true,
    render: (row) => dash(row.responsiblePersonName),
  },
  { accessor: 'phone', title: '联系电话', width: 132, noWrap: true, render: (row) => dash(row.maskedPhone) },
  {
    accessor: 'member-count',
    title: '成员',
    width: 76,
    textAlign: 'right',
    sortable: true,
    render: (row) => row.memberCount,
  },
  {
    accessor: 'party-members',
    title: '党员',
    width: 64,
    textAlign: 'right',
    render: (row) => row.partyMemberCount,
  },
  {
    accessor: 'fallback-party',
    title: '兜底党组织',
    width: 160,
    ellipsis: true,
    render: (row) => dash(row.fallbackPartyName),
  },
  {
    accessor: 'completeness',
    title: '档案完整度',
    width: 124,
    sortable: true,
    render: (row) => <Completeness percent={row.completeness} />,
  },
];

/** Leads from a list of what lacks something to the form that closes the gap, a row each. */
export const mendColumn = (gap: DossierGapCode): DataTableColumn<OrganizationRow> => ({
  accessor: 'mend',
  title: '',
  width: 72,
  textAlign: 'right',
  render: (row) => (
    <LinkButton
      to={paths.mend(row.id, gap)}
      size="compact-sm"
      variant="light"
      aria-label={`${row.name}：${dossierGapLabels[gap]}，去补`}
    >
      去补
    </LinkButton>
  ),
});

/** Columns of the office's own fields. */
export const customColumns = (fields: readonly CustomField[]): readonly ColumnOfList[] =>
  fields
    .filter(({ retired }) => !retired)
    .map(({ id, name }) => ({
      accessor: `custom:${id}` as const,
      title: name,
      width: 130,
      ellipsis: true,
      render: ({ custom }) => dash(custom[id] ?? null),
    }));

export const hiddenAtFirst: readonly OrganizationColumn[] = [
  'settlement',
  'filed-on',
  'phone',
  'party-members',
  'fallback-party',
];
