import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** What to do next, in one or two short sentences. */
  readonly hint: string;
  readonly action?: ReactNode;
}

/** An empty screen teaches the next step. */
export const EmptyState = ({ icon: Icon, title, hint, action }: EmptyStateProps) => (
  <Stack align="center" gap="xs" py={56} px="md" ta="center">
    <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
      <Icon size={28} stroke={1.5} />
    </ThemeIcon>
    <Title order={3} size="h4" mt="xs">
      {title}
    </Title>
    <Text c="dimmed" size="sm" maw={440}>
      {hint}
    </Text>
    {action}
  </Stack>
);
