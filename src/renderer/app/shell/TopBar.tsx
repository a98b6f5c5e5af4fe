import { ActionIcon, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useArchiveStatus } from '../../features/archive/use-archive-status.ts';
import { searchSpotlight } from '../../features/search/search-spotlight-store.ts';
import { NavLink } from 'react-router';
import { useApi } from '../archive-api.tsx';
import { tools } from './navigation.ts';
import classes from './Shell.module.css';

const SearchButton = () => (
  <UnstyledButton className={classes['search']} onClick={searchSpotlight.open} aria-keyshortcuts="Control+K">
    <IconSearch size={17} aria-hidden />
    <span className={classes['searchText']}>查组织、成员、备案号、证件后四位、拼音首字母</span>
    <Kbd size="xs">Ctrl</Kbd>
    <Kbd size="xs">K</Kbd>
  </UnstyledButton>
);

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

const Tools = () => (
  <nav aria-label="工具" className={classes['tools']}>
    {tools.map(({ to, label, icon: Icon }) => (
      <NavLink key={to} to={to} className={`${classes['link']} ${classes['tool']}`}>
        <Icon size={18} stroke={1.6} aria-hidden />
        {label}
      </NavLink>
    ))}
  </nav>
);

export const TopBar = () => {
  const { data: status } = useArchiveStatus();
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="lg">
      <Group gap="sm" wrap="nowrap" flex="1 1 0" miw={0}>
        <span className={classes['seal']} aria-hidden>
          档
        </span>
        <Text fw={700} flex="none">
          枢纽档案
        </Text>
        <Text c="dimmed" size="sm" truncate>
          {status?.hubName}
        </Text>
      </Group>
      <SearchButton />
      <Group gap="sm" wrap="nowrap" flex="1 1 0" justify="flex-end" miw={0}>
        <Text size="sm" c="dimmed" truncate>
          {status?.streetName}
        </Text>
        <Tools />
        <LockButton />
      </Group>
    </Group>
  );
};
