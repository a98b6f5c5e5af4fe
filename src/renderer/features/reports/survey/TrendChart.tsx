import { Text } from '@mantine/core';
import classes from './TrendChart.module.css';
import type { TrendPoint } from './survey-trend.ts';

const size = { width: 640, height: 150, left: 36, right: 24, top: 22, bottom: 26 } as const;

const yOf = (value: number): number =>
  size.top + ((100 - value) / 100) * (size.height - size.top - size.bottom);

const xOf = (index: number, count: number): number =>
  size.left + ((index + 0.5) / count) * (size.width - size.left - size.right);

const lineOf = (points: readonly TrendPoint[], pick: (point: TrendPoint) => number): string =>
  points.map((point, index) => `${xOf(index, points.length)},${yOf(pick(point))}`).join(' ');

/** Scores of former surveys, oldest first: a line with its numbers, 0 to 100. */
export const TrendChart = ({ points }: { readonly points: readonly TrendPoint[] }) => (
  <figure className={classes['figure']}>
    <Text component="figcaption" size="sm" c="dimmed">
      历次测评：<span className={classes['scoreKey']}>得分</span>
      <span className={classes['rateKey']}>满意率</span>
    </Text>
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={points.map(({ on, rate, score }) => `${on} 得分 ${score}、满意率 ${rate}%`).join('；')}
    >
      {[0, 50, 100].map((value) => (
        <g key={value}>
          <line className={classes['grid']} x1={size.left} x2={size.width} y1={yOf(value)} y2={yOf(value)} />
          <text className={classes['label']} x={size.left - 8} y={yOf(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <polyline className={classes['rate']} points={lineOf(points, ({ rate }) => rate)} />
      <polyline className={classes['score']} points={lineOf(points, ({ score }) => score)} />
      {points.map(({ key, on, score }, index) => (
        <g key={key} transform={`translate(${xOf(index, points.length)} 0)`}>
          <circle className={classes['dot']} cy={yOf(score)} r={4} />
          <text className={classes['value']} y={yOf(score) - 9} textAnchor="middle">
            {score}
          </text>
          <text className={classes['label']} y={size.height - 6} textAnchor="middle">
            {on.slice(0, 7)}
          </text>
        </g>
      ))}
    </svg>
  </figure>
);
