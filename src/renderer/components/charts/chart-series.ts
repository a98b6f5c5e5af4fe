import classes from './Chart.module.css';

/** Told apart by hue, by darkness and, for lines, by their strokes: also on a poor screen and in print. */
export const chartTones = ['teal', 'amber', 'blue', 'plum', 'gray'] as const;
export type ChartTone = (typeof chartTones)[number];

export interface ChartSeries {
  readonly label: string;
  readonly tone: ChartTone;
}

export const seriesClass = (name: string): string => classes[name] ?? '';
