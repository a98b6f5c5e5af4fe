import { gridValues, niceMaximum } from './chart-scale.ts';
import { seriesClass, type ChartSeries } from './chart-series.ts';

export interface ChartPoint {
  readonly key: string;
  readonly label: string;
  /** In the order of the series. */
  readonly values: readonly number[];
}

interface LineChartProps {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
}

const size = { width: 560, height: 200, left: 48, right: 20, top: 22, bottom: 28 } as const;
const steps = 4;

const xOf = (index: number, count: number): number =>
  size.left + ((index + 0.5) / count) * (size.width - size.left - size.right);

const wordsOf = ({ series, points }: LineChartProps): string =>
  points
    .map(
      ({ label, values }) =>
        `${label}：${series.map((each, at) => `${each.label} ${values[at]}`).join('，')}`,
    )
    .join('；');

/** A few numbers over time. Every point bears its number where there is one line, the last ones where there are more. */
export const LineChart = (props: LineChartProps) => {
  const { title, series, points } = props;
  const maximum = niceMaximum(
    points.flatMap(({ values }) => values),
    steps,
  );
  const yOf = (value: number): number =>
    size.top + (1 - value / maximum) * (size.height - size.top - size.bottom);
  const bearsValue = (index: number): boolean => series.length === 1 || index === points.length - 1;
  return (
    <svg
      className={seriesClass('plot')}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${title}。${wordsOf(props)}`}
    >
      {gridValues(maximum, steps).map((value) => (
        <g key={value}>
          <line
            className={seriesClass('grid')}
            x1={size.left}
            x2={size.width - size.right}
            y1={yOf(value)}
            y2={yOf(value)}
          />
          <text className={seriesClass('label')} x={size.left - 8} y={yOf(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {points.map(({ key, label }, index) => (
        <text
          key={key}
          className={seriesClass('label')}
          x={xOf(index, points.length)}
          y={size.height - 8}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
      {series.map(({ label, tone }, at) => (
        <g key={label} className={seriesClass(tone)}>
          <polyline
            className={seriesClass('line')}
            points={points
              .map(({ values }, index) => `${xOf(index, points.length)},${yOf(values[at] ?? 0)}`)
              .join(' ')}
          />
          {points.map(({ key, values }, index) => (
            <g key={key} transform={`translate(${xOf(index, points.length)} ${yOf(values[at] ?? 0)})`}>
              <circle className={seriesClass('dot')} r={3.5} />
              {bearsValue(index) ? (
                <text className={seriesClass('value')} y={-8} textAnchor="middle">
                  {values[at]}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
};
