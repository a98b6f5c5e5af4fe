import { Grid } from '@mantine/core';
import type { DistrictPeriodRow, DistrictRollup } from '../../../../shared/domain/district-ledger.ts';
import { tableClasses } from '../../../../shared/domain/ledger-tables.ts';
import { fourClassLabels } from '../../../../shared/labels/organization.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx';
import { chartTones, type ChartSeries, type ChartTone } from '../../../components/charts/chart-series.ts';
import { LineChart } from '../../../components/charts/LineChart.tsx';
import { StackedBars } from '../../../components/charts/StackedBars.tsx';
import { SummaryTable } from '../../ledger/SummaryTable.tsx';
import { organizationsQueryOf } from '../organizations/organization-query.ts';
import { ClassesTable } from './rollup-tables.tsx';
import { shortPeriod } from './short-period.ts';

/** As many periods as a small chart bears. */
const shownPeriods = 8;

interface LinesProps {
  readonly title: string;
  readonly trend: readonly DistrictPeriodRow[];
  readonly lines: readonly (ChartSeries & { readonly of: (row: DistrictPeriodRow) => number })[];
}

const Lines = ({ title, trend, lines }: LinesProps) => (
  <ChartFigure
    title={title}
    series={lines}
    chart={
      <LineChart
        title={title}
        series={lines}
        points={trend.map((row) => ({
          key: row.period,
          label: shortPeriod(row.period),
          values: lines.map(({ of }) => of(row)),
        }))}
      />
    }
    table={
      <SummaryTable
        label={title}
        minWidth={300}
        columns={[
          { title: '报告期', cell: ({ period }) => shortPeriod(period) },
          ...lines.map(({ label, of }) => ({ title: label, number: true as const, cell: of })),
        ]}
        rows={trend}
      />
    }
  />
);

const classSeries: readonly ChartSeries[] = tableClasses.map((each, index) => ({
  label: each === null ? '未分类' : fourClassLabels[each],
  tone: chartTones[index] ?? ('gray' satisfies ChartTone),
}));

const Classes = ({ rollup }: { readonly rollup: DistrictRollup }) => (
  <ChartFigure
    title="各街镇的组织"
    series={classSeries}
    chart={
      <StackedBars
        title="各街镇的组织，按类别"
        series={classSeries}
        bars={rollup.streets
          .filter(({ reported }) => reported)
          .map(({ streetCode, streetName, counts }) => ({
            key: streetCode,
            label: streetName,
            values: counts,
            links: tableClasses.map((each) =>
              bureauPaths.organizations(
                organizationsQueryOf({ period: rollup.period, streetCodes: [streetCode], classes: [each] }),
              ),
            ),
          }))}
      />
    }
    table={<ClassesTable rollup={rollup} />}
  />
);

/** How the district has grown, and what it is made of now. */
export const TrendCharts = ({ rollup }: { readonly rollup: DistrictRollup }) => {
  const trend = rollup.trend.slice(-shownPeriods);
  return (
    <Grid gap="md">
      <Grid.Col span={6}>
        <Lines
          title="在册组织"
          trend={trend}
          lines={[{ label: '在册组织', tone: 'teal', of: ({ organizations }) => organizations }]}
        />
      </Grid.Col>
      <Grid.Col span={6}>
        <Lines
          title="成员和党员"
          trend={trend}
          lines={[
            { label: '成员', tone: 'teal', of: ({ members }) => members },
            { label: '党员', tone: 'amber', of: ({ partyMembers }) => partyMembers },
          ]}
        />
      </Grid.Col>
      <Grid.Col span={6}>
        <Lines
          title="备案、变更和退出"
          trend={trend}
          lines={[
            { label: '新备案', tone: 'teal', of: ({ filed }) => filed },
            { label: '变更备案', tone: 'blue', of: ({ changed }) => changed },
            { label: '注销退出', tone: 'amber', of: ({ ended }) => ended },
          ]}
        />
      </Grid.Col>
      <Grid.Col span={6}>
        <Lines
          title="已报送的街镇"
          trend={trend}
          lines={[{ label: '街镇', tone: 'plum', of: ({ reportedStreets }) => reportedStreets }]}
        />
      </Grid.Col>
      <Grid.Col span={12}>
        <Classes rollup={rollup} />
      </Grid.Col>
    </Grid>
  );
};
