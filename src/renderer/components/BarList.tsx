import { Text } from '@mantine/core';
import { Link } from 'react-router';
import classes from './BarList.module.css';

export interface BarListRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly to: string;
  /** A mark on the bar, e.g. a target; in the same unit as `value`. */
  readonly target?: number;
  readonly title?: string;
}

interface BarListProps {
  readonly rows: readonly BarListRow[];
  readonly label: string;
}

/** Amounts side by side; each opens the list it counts. */
export const BarList = ({ rows, label }: BarListProps) => {
  const most = Math.max(1, ...rows.map(({ value, target = 0 }) => Math.max(value, target)));
  return (
    <ul className={classes['list']} aria-label={label}>
      {rows.map(({ key, label: name, value, to, target, title }) => (
        <li key={key}>
          <Link to={to} className={classes['row'] ?? ''} title={title}>
            <Text span size="sm" truncate>
              {name}
            </Text>
            <span className={classes['track']} aria-hidden>
              <span className={classes['bar']} style={{ width: `${(value / most) * 100}%` }} />
              {target === undefined ? null : (
                <span className={classes['target']} style={{ left: `${(target / most) * 100}%` }} />
              )}
            </span>
            <Text span size="sm" ta="right">
              {value}
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  );
};
