import { Grid, Text } from '@mantine/core';
import type { DistrictRollup, DistrictStreetRow } from '../../../../shared/domain/district-ledger.ts';
import type { PeriodFigures } from '../../../../shared/domain/ledger-snapshot.ts';
import { periodFigureLabels, periodWords } from '../../../../shared/labels/ledger.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { Card } from '../../../components/Card.tsx';
import { SummaryTable, type SummaryColumn } from '../../ledger/SummaryTable.tsx';
import { organizationsQueryOf } from '../organizations/organization-query.ts';
import { changeWords, withChange } from '../review/figure-change.ts';

interface ComparisonProps {
  readonly rollup: DistrictRollup;
}

type Compared = DistrictRollup['comparable']['previous'];

// of a literal record, whose keys these are
const figures = Object.keys(periodFigureLabels) as (keyof typeof periodFigureLabels)[];

/** The whole district against an earlier period, over the streets that reported in both. */
const Whole = ({ title, compared }: { readonly title: string; readonly compared: Compared }) => (
  <Card title={title}>
    {compared === null ? (
      <Text size="sm" c="dimmed">
        没有两期都报了的街镇，没有可比的。
      </Text>
    ) : (
      <>
        <SummaryTable
          label={title}
          minWidth={300}
          columns={[
            { title: '', cell: (figure) => periodFigureLabels[figure] },
            { title: '以前', number: true, cell: (figure) => compared.before[figure] },
            { title: '本期', number: true, cell: (figure) => compared.after[figure] },
            {
              title: '变化',
              number: true,
              cell: (figure) => changeWords(compared.after[figure], compared.before[figure]),
            },
          ]}
          rows={figures}
        />
        <Text size="xs" c="dimmed" mt={4}>
          只算两期都报了的 {compared.streets} 个街镇。
        </Text>
      </>
    )}
  </Card>
);

const against = (now: number, before: PeriodFigures | null, figure: 'organizations' | 'members'): string =>
  before === null
    ? '没有'
    : withChange(before[figure], undefined).concat(`（${changeWords(now, before[figure])}）`);

/** Each street against the period before and the year before. */
const byStreet = (rollup: DistrictRollup): readonly SummaryColumn<DistrictStreetRow>[] => [
  {
    title: '街镇',
    cell: ({ streetName }) => streetName,
    to: ({ streetCode }) =>
      bureauPaths.organizations(organizationsQueryOf({ period: rollup.period, streetCodes: [streetCode] })),
  },
  { title: '组织', number: true, cell: ({ organizations }) => organizations },
  {
    title: '上期（变化）',
    number: true,
    cell: ({ organizations, previous }) => against(organizations, previous, 'organizations'),
  },
  {
    title: '去年同期（变化）',
    number: true,
    cell: ({ organizations, lastYear }) => against(organizations, lastYear, 'organizations'),
  },
  { title: '成员', number: true, cell: ({ members }) => members },
  {
    title: '上期（变化）',
    number: true,
    cell: ({ members, previous }) => against(members, previous, 'members'),
  },
];

/** This period beside the one before and the same of the year before (FEATURES K7). */
export const ComparisonTables = ({ rollup }: ComparisonProps) => {
  const { comparable, previousPeriod, lastYearPeriod, streets } = rollup;
  return (
    <Grid gap="md">
      <Grid.Col span={6}>
        <Whole title={`比上期（${periodWords(previousPeriod)}）`} compared={comparable.previous} />
      </Grid.Col>
      <Grid.Col span={6}>
        <Whole title={`比去年同期（${periodWords(lastYearPeriod)}）`} compared={comparable.lastYear} />
      </Grid.Col>
      <Grid.Col span={12}>
        <Card title="各街镇">
          <SummaryTable
            label="各街镇与以前比较"
            columns={byStreet(rollup)}
            rows={streets.filter(({ reported }) => reported)}
          />
        </Card>
      </Grid.Col>
    </Grid>
  );
};
