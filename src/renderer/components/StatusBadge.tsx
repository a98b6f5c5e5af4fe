import type { ReactNode } from 'react';
import classes from './StatusBadge.module.css';

/** What a state means to the person who looks: colour follows meaning, never the state's name. */
export type StatusTone = 'good' | 'going' | 'waiting' | 'late' | 'ended';

interface StatusBadgeProps {
  readonly tone: StatusTone;
  readonly children: ReactNode;
}

export const StatusBadge = ({ tone, children }: StatusBadgeProps) => (
  <span className={`${classes['badge']} ${classes[tone]}`}>{children}</span>
);
