import type {
  DistrictCell,
  DistrictRollup,
  DistrictStreetRow,
} from '../../../../shared/domain/district-ledger.ts';
import { tableClasses, type TableClass } from '../../../../shared/domain/ledger-tables.ts';
import { districtCellLabels } from '../../../../shared/labels/bureau.ts';
import { fourClassLabels } from '../../../../shared/labels/organization.ts';
import { bureauPaths, type MatterKind } from '../../../app/bureau-paths.ts';
import { SummaryTable, type SummaryColumn } from '../../ledger/SummaryTable.tsx';
import { organizationsQueryOf } from '../organizations/organization-query.ts';

interface RollupTableProps {
  readonly rollup: DistrictRollup;
}

/** A street of the roll-up, or its total, which has no code. */
type Row = Omit<DistrictStreetRow, 'previous' | 'lastYear'>;

const totalOf = ({ total }: DistrictRollup): Row => ({
  ...total,
  streetCode: '',
  streetName: '合计',
  reported: true,
});

const street = (period: string): SummaryColumn<Row> => ({
  title: '街镇',
  cell: ({ streetName, reported }) => (reported ? streetName : `${streetName}（未报送）`),
  to: ({ streetCode, reported }) =>
    streetCode === ''
      ? null
      : reported
        ? bureauPaths.organizations(organizationsQueryOf({ period, streetCodes: [streetCode] }))
        : bureauPaths.reporting(period, 'missing'),
});

/** What is not there is not nought. */
const figure = (reported: boolean, value: number): number | string => (reported ? value : '—');

interface ListOf {
  readonly cell?: DistrictCell;
  readonly classes?: readonly TableClass[];
}

/** A number that opens the organizations it counts, of its street or of all. */
const counted = (
  period: string,
  title: string,
  value: (row: Row) => number,
  list: ListOf = {},
): SummaryColumn<Row> => ({
  title,
  number: true,
  cell: (row) => figure(row.reported, value(row)),
  to: (row) =>
    !row.reported || value(row) === 0
      ? null
      : bureauPaths.organizations(
          organizationsQueryOf({
            period,
            ...list,
            streetCodes: row.streetCode === '' ? [] : [row.streetCode],
          }),
        ),
});

const matter = (
  period: string,
  kind: MatterKind,
  title: string,
  value: (row: Row) => number,
): SummaryColumn<Row> => ({
  title,
  number: true,
  cell: (row) => figure(row.reported, value(row)),
  to: (row) =>
    !row.reported || value(row) === 0
      ? null
      : bureauPaths.matters(kind, period, row.streetCode === '' ? undefined : row.streetCode),
});

/** Organizations by street and class: rows and columns add up. */
export const ClassesTable = ({ rollup }: RollupTableProps) => {
  const { period, streets } = rollup;
  const columns: readonly SummaryColumn<Row>[] = [
    street(period),
    ...tableClasses.map((each, index) =>
      counted(period, each === null ? '未分类' : fourClassLabels[each], ({ counts }) => counts[index] ?? 0, {
        classes: [each],
      }),
    ),
    counted(period, '组织合计', ({ organizations }) => organizations),
    { title: '社区', number: true, cell: ({ reported, communities }) => figure(reported, communities) },
    { title: '成员', number: true, cell: ({ reported, members }) => figure(reported, members) },
    { title: '党员', number: true, cell: ({ reported, partyMembers }) => figure(reported, partyMembers) },
  ];
  return (
    <SummaryTable label="组织分类" columns={columns} rows={streets} total={totalOf(rollup)} totalLeads />
  );
};

/** What was done in the period, by street. */
export const MattersTable = ({ rollup }: RollupTableProps) => {
  const { period, streets } = rollup;
  const cells = ['filed', 'changed', 'ended', 'candidates'] as const;
  const columns: readonly SummaryColumn<Row>[] = [
    street(period),
    ...cells.map((cell) => counted(period, districtCellLabels[cell], (row) => row[cell], { cell })),
    matter(period, 'dispositions', '处理结果', ({ dispositions }) => dispositions),
    matter(period, 'trainings', '轮训场次', ({ trainings }) => trainings),
    matter(period, 'trainings', '轮训人次', ({ trainees }) => trainees),
  ];
  return (
    <SummaryTable label="本期办理" columns={columns} rows={streets} total={totalOf(rollup)} totalLeads />
  );
};
