import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { seriesClass, type ChartSeries } from './chart-series.ts';

export interface StackedBar {
  readonly key: string;
  readonly label: string;
  /** In the order of the series. */
  readonly values: readonly number[];
  /** Where each of the values opens what it counts. */
  readonly links: readonly string[];
}

interface StackedBarsProps {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly bars: readonly StackedBar[];
}

const totalOf = ({ values }: StackedBar): number => values.reduce((sum, value) => sum + value, 0);

/** Amounts side by side, each made up of parts; a part opens the list it counts. */
export const StackedBars = ({ title, series, bars }: StackedBarsProps) => {
  const most = Math.max(1, ...bars.map(totalOf));
  return (
    <ul className={seriesClass('bars')} aria-label={title}>
      {bars.map((bar) => (
        <li key={bar.key} className={seriesClass('barRow')}>
          <Text size="sm" truncate title={bar.label}>
            {bar.label}
          </Text>
          <div className={seriesClass('track')}>
            {series.map(({ label, tone }, at) => {
              const value = bar.values[at] ?? 0;
              const words = `${bar.label} ${label} ${value} 个`;
              return value === 0 ? null : (
                <Link
                  key={label}
                  to={bar.links[at] ?? ''}
                  className={`${seriesClass('segment')} ${seriesClass(tone)}`}
                  style={{ width: `${(value / most) * 100}%` }}
                  title={words}
                  aria-label={words}
                />
              );
            })}
          </div>
          <Text size="sm" ta="right">
            {totalOf(bar)}
          </Text>
        </li>
      ))}
    </ul>
  );
};
