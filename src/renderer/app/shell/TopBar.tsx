import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useApi } from '../archive-api.tsx';
import type { NavigationItem } from './navigation.ts';
import classes from './Shell.module.css';

const LockButton = () => {
  const lock = useMutation(useApi().archive.lock.mutationOptions());
  return (
    <Tooltip label="锁上档案">
      <ActionIcon
        variant="subtle"
        color="gray.8"
        size="lg"
        aria-label="锁上档案"
        loading={lock.isPending}
        onClick={() => lock.mutate(undefined)}
      >
        <IconLock size={20} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
};

const Tools = ({ tools }: { readonly tools: readonly NavigationItem[] }) => (
  <nav aria-label="工具" className={classes['tools']}>
    {tools.map(({ to, label, icon: Icon }) => (
      <NavLink key={to} to={to} className={`${classes['link']} ${classes['tool']}`}>
        <Icon size={18} stroke={1.6} aria-hidden />
        {label}
      </NavLink>
    ))}
  </nav>
);

interface TopBarProps {
  /** Whose archive it is. */
  readonly unit: string | null;
  /** The street or district it is about. */
  readonly place: string | null;
  readonly middle?: ReactNode;
  /** Used from everywhere. */
  readonly tools: readonly NavigationItem[];
}

export const TopBar = ({ unit, place, middle, tools }: TopBarProps) => (
  <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="lg">
    <Group gap="sm" wrap="nowrap" flex="1 1 0" miw={0}>
      <span className={classes['seal']} aria-hidden>
        档
      </span>
      <Text fw={700} flex="none">
        枢纽档案
      </Text>
      <Text c="dimmed" size="sm" truncate>
        {unit}
      </Text>
    </Group>
    {middle}
    <Group gap="sm" wrap="nowrap" flex="1 1 0" justify="flex-end" miw={0}>
      <Text size="sm" c="dimmed" truncate>
        {place}
      </Text>
      {tools.length === 0 ? null : <Tools tools={tools} />}
      <LockButton />
    </Group>
  </Group>
);
