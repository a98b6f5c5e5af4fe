import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a state means to the person who looks: colour follows meaning, never the state's name. */
export type StatusTone = 'good' | 'going' | 'waiting' | 'late' | 'ended';

const colors: Readonly<Record<StatusTone, string>> = {
  good: 'teal',
  going: 'blue',
  waiting: 'yellow.9',
  late: 'red',
  ended: 'gray.7',
};

interface StatusBadgeProps {
  readonly tone: StatusTone;
  readonly children: ReactNode;
}

export const StatusBadge = ({ tone, children }: StatusBadgeProps) => (
  <Badge color={colors[tone]} variant="light" size="lg" radius="sm" fw={500} flex="none">
    {children}
  </Badge>
);
