import type { LedgerSnapshot } from '../../../shared/domain/ledger-snapshot.ts';
import {
  communitiesOf,
  figuresOf,
  standardTable,
  tableClasses,
  type StandardRow,
} from '../../../shared/domain/ledger-tables.ts';
import { dispositionTypeLabels } from '../../../shared/labels/dossier-record.ts';
import { periodFigureLabels, periodWords } from '../../../shared/labels/ledger.ts';
import { fourClassLabels } from '../../../shared/labels/organization.ts';
import { paths } from '../../app/paths.ts';
import { sourceOf } from './ledger-sources.ts';
import { SummaryTable, type SummaryColumn } from './SummaryTable.tsx';

interface LedgerTableProps {
  readonly ledger: LedgerSnapshot;
}

interface StandardTablesProps extends LedgerTableProps {
  /** Ids of communities by their code. */
  readonly communityIds: Readonly<Record<string, string>>;
}

/** 统计表 by community and class: rows and columns add up, and each figure opens its list. */
export const StandardTables = ({ ledger, communityIds }: StandardTablesProps) => {
  const { rows, total } = standardTable(ledger.organizations, communitiesOf(ledger));
  const listOf = (
    { communityCode }: StandardRow,
    more: Readonly<Record<string, string>> = {},
  ): string | null => {
    const community = communityIds[communityCode];
    return community === undefined ? null : paths.organizationsWhere({ community, ...more });
  };
  const columns: readonly SummaryColumn<StandardRow>[] = [
    { title: '社区（村）', cell: ({ community }) => community, to: (row) => listOf(row) },
    ...tableClasses.map((each, index): SummaryColumn<StandardRow> => ({
      title: each === null ? '未分类' : fourClassLabels[each],
      cell: ({ counts }) => counts[index] ?? 0,
      to: (row) => (each === null ? null : listOf(row, { class: each })),
    })),
    { title: '组织合计', cell: ({ organizations }) => organizations, to: (row) => listOf(row) },
    { title: '成员', cell: ({ members }) => members },
    { title: '党员', cell: ({ partyMembers }) => partyMembers },
  ];
  return <SummaryTable label="统计表" columns={columns} rows={rows} total={total} />;
};

const change = (now: number, before: number | undefined): string => {
  if (before === undefined) return String(now);
  const difference = now - before;
  return difference === 0 ? `${now}（持平）` : `${now}（${difference > 0 ? '+' : ''}${difference}）`;
};

/** This period beside those frozen before, each with its change on the one before it. */
export const PeriodComparison = ({ ledger }: LedgerTableProps) => {
  const periods = [figuresOf(ledger), ...ledger.earlier];
  // of a literal record, whose keys these are
  const figures = Object.keys(periodFigureLabels) as (keyof typeof periodFigureLabels)[];
  const rows = periods.map((figure, index) => ({
    figure,
    before: periods[index + 1],
  }));
  return (
    <SummaryTable
      label="各期对比"
      columns={[
        { title: '报告期', cell: ({ figure }) => periodWords(figure.period) },
        ...figures.map((each): SummaryColumn<(typeof rows)[number]> => ({
          title: periodFigureLabels[each],
          cell: ({ figure, before }) => change(figure[each], before?.[each]),
        })),
      ]}
      rows={rows}
    />
  );
};

/** What was filed, changed or ended in the period. */
export const ChangesTable = ({ ledger }: LedgerTableProps) => (
  <SummaryTable
    label="本期备案、变更、注销"
    columns={[
      { title: '日期', cell: ({ event }) => event.on },
      { title: '社区（村）', cell: ({ line }) => line.community },
      { title: '组织', cell: ({ line }) => line.name, to: ({ line }) => sourceOf(line.id, 'changes') },
      { title: '事项', cell: ({ event }) => event.kind },
      { title: '经办', cell: ({ event }) => event.detail ?? '' },
    ]}
    rows={ledger.organizations.flatMap((line) => line.events.map((event) => ({ line, event })))}
  />
);

export const DispositionsTable = ({ ledger }: LedgerTableProps) => (
  <SummaryTable
    label="本期处理结果"
    columns={[
      { title: '日期', cell: (row) => row.on },
      { title: '社区（村）', cell: (row) => row.community },
      {
        title: '组织',
        cell: (row) => row.organization,
        to: (row) => sourceOf(row.organizationId, 'dispositions'),
      },
      { title: '机关', cell: (row) => row.authority },
      { title: '类型', cell: (row) => dispositionTypeLabels[row.type] },
      { title: '事项', cell: (row) => row.title },
      { title: '结果', cell: (row) => row.result },
    ]}
    rows={ledger.dispositions}
  />
);

/** 拟登记台账 with the reason for each of the three criteria. */
export const CandidatesTable = ({ ledger }: LedgerTableProps) => {
  const reasons = new Map(ledger.candidates.map((each) => [each.organizationId, each]));
  const rows = ledger.organizations
    .filter(({ proposedRegistration }) => proposedRegistration)
    .map((line) => ({ line, reason: reasons.get(line.id) ?? null }));
  return (
    <SummaryTable
      label="拟登记台账"
      columns={[
        { title: '社区（村）', cell: ({ line }) => line.community },
        { title: '组织', cell: ({ line }) => line.name, to: ({ line }) => sourceOf(line.id, 'name') },
        { title: '成员', cell: ({ line }) => line.members, to: ({ line }) => sourceOf(line.id, 'members') },
        { title: '规模较大', cell: ({ reason }) => reason?.scale ?? '' },
        { title: '影响力强', cell: ({ reason }) => reason?.influence ?? '' },
        { title: '作用明显', cell: ({ reason }) => reason?.effect ?? '' },
        { title: '示范点', cell: ({ reason }) => (reason?.demonstration ? '是' : '') },
      ]}
      rows={rows}
    />
  );
};

/** 轮训 of the period: each session by group; somebody in two groups is in both. */
export const TrainingsTable = ({ ledger }: LedgerTableProps) => (
  <SummaryTable
    label="本期轮训"
    columns={[
      { title: '日期', cell: (row) => row.on },
      { title: '对象', cell: (row) => row.group },
      { title: '内容', cell: (row) => row.topic },
      { title: '人次', cell: (row) => row.participants },
    ]}
    rows={ledger.trainings}
  />
);
