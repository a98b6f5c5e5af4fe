import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Card.module.css';

interface CardProps {
  readonly title?: string;
  /** Quiet link or mark at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Marks what wants attention. */
  readonly accent?: boolean;
}

/** One calm card on paper. */
export const Card = ({ title, aside, children, accent = false }: CardProps) => (
  <Paper
    component="section"
    className={`${classes['card']} ${accent ? classes['accent'] : ''}`}
    p="md"
    radius="md"
  >
    {title === undefined ? null : (
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        {aside}
      </Group>
    )}
    {children}
  </Paper>
);
