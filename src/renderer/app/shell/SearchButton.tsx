import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { searchSpotlight } from '../../features/search/search-spotlight-store.ts';
import classes from './Shell.module.css';

export const SearchButton = () => (
  <UnstyledButton className={classes['search']} onClick={searchSpotlight.open} aria-keyshortcuts="Control+K">
    <IconSearch size={17} aria-hidden />
    <span className={classes['searchText']}>查组织、成员、备案号、证件后四位、拼音首字母</span>
    <Kbd size="xs">Ctrl</Kbd>
    <Kbd size="xs">K</Kbd>
  </UnstyledButton>
);
