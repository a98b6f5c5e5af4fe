import { AppShell, ScrollArea } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { SideViews } from '../../features/views/SideViews.tsx';
import { paths } from '../paths.ts';
import { navigation, type NavigationItem } from './navigation.ts';
import classes from './Shell.module.css';

const settings: NavigationItem = { to: paths.settings(), label: '设置', icon: IconSettings };

interface NavigationLinkProps extends NavigationItem {
  /** Lit only at its own address, not at those below. */
  readonly end?: boolean;
}

export const NavigationLink = ({ to, label, icon: Icon, Count, end = false }: NavigationLinkProps) => (
  <NavLink to={to} end={end} className={classes['link'] ?? ''}>
    <Icon size={19} stroke={1.6} aria-hidden />
    {label}
    {Count === undefined ? null : <Count />}
  </NavLink>
);

/** Every area in sight; only saved views, of which there may be many, scroll. */
export const SideNavigation = () => (
  <>
    <AppShell.Section>
      {navigation.map((item) => (
        <NavigationLink key={item.to} {...item} end={item.to === paths.home} />
      ))}
    </AppShell.Section>
    <AppShell.Section grow component={ScrollArea} className={classes['views'] ?? ''}>
      <SideViews />
    </AppShell.Section>
    <AppShell.Section>
      <NavigationLink {...settings} />
    </AppShell.Section>
  </>
);
