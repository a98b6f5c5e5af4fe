import { Group, SegmentedControl, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Card } from '../Card.tsx';
import { seriesClass, type ChartSeries } from './chart-series.ts';

interface ChartFigureProps {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly chart: ReactNode;
  /** The same numbers as a table, for those who would rather read them, or cannot see the picture. */
  readonly table: ReactNode;
}

const ways = [
  { value: 'chart', label: '图' },
  { value: 'table', label: '表' },
] as const;

/** A picture of numbers with its key, and the numbers themselves one press away. */
export const ChartFigure = ({ title, series, chart, table }: ChartFigureProps) => {
  const [way, setWay] = useState<(typeof ways)[number]['value']>('chart');
  return (
    <Card
      title={title}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={`${title}：图还是表`}
          data={[...ways]}
          value={way}
          onChange={setWay}
        />
      }
    >
      {way === 'table' ? (
        table
      ) : (
        <>
          <Group gap="md" mb="xs">
            {series.map(({ label, tone }) => (
              <Group key={label} gap={6} wrap="nowrap">
                <span className={`${seriesClass('key')} ${seriesClass(tone)}`} aria-hidden />
                <Text size="sm">{label}</Text>
              </Group>
            ))}
          </Group>
          {chart}
        </>
      )}
    </Card>
  );
};
