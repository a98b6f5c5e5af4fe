import { Text } from '@mantine/core';
import { Link } from 'react-router';
import classes from './NumberCard.module.css';

export type NumberTone = 'good' | 'waiting' | 'late';

interface NumberCardProps {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** What the number asks for, when it is not zero. */
  readonly hint: string;
  readonly to: string;
  readonly tone: NumberTone;
}

/** A number that opens the list it counts. */
export const NumberCard = ({ label, value, unit, hint, to, tone }: NumberCardProps) => (
  <Link to={to} className={classes['card'] ?? ''}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <div>
      <span className={`${classes['value']} ${value === 0 ? '' : classes[tone]}`}>{value}</span>
      <Text span size="sm" c="dimmed">
        {unit}
      </Text>
    </div>
    <Text size="sm" c={value === 0 ? 'dimmed' : 'var(--mantine-color-anchor)'}>
      {value === 0 ? '暂无' : `${hint} ›`}
    </Text>
  </Link>
);
