import { AppShell } from '@mantine/core';
import { useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { SearchSpotlight } from '../../features/search/SearchSpotlight.tsx';
import { rememberVisit } from '../../features/search/visits.ts';
import classes from './Shell.module.css';
import { SideNavigation } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';

/** What Ctrl+K offers before anything is typed. */
const useRememberedVisits = (): void => {
  const { pathname } = useLocation();
  useEffect(() => rememberVisit(pathname), [pathname]);
};

/** The frame around every screen of an open archive. */
export const Shell = () => {
  useRememberedVisits();
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 196, breakpoint: 0 }}
      padding="md"
      transitionDuration={0}
    >
      <a className={classes['skip']} href="#main" onClick={skipToMain}>
        跳到正文
      </a>
      <AppShell.Header className={classes['header']}>
        <TopBar />
      </AppShell.Header>
      <AppShell.Navbar className={classes['navbar']} aria-label="主导航">
        <SideNavigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes['main']}>
        <Outlet />
      </AppShell.Main>
      <SearchSpotlight />
    </AppShell>
  );
};

/** The hash is the router's; the skip link moves the focus itself. */
const skipToMain = (event: React.MouseEvent): void => {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
};
