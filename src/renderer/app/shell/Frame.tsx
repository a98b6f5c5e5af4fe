import { AppShell } from '@mantine/core';
import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import classes from './Shell.module.css';

interface FrameProps {
  readonly top: ReactNode;
  readonly side: ReactNode;
}

/** The hash is the router's; the skip link moves the focus itself. */
const skipToMain = (event: React.MouseEvent): void => {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
};

/** Bar above, areas at the side, the screen between: the same at every desk. */
export const Frame = ({ top, side }: FrameProps) => (
  <AppShell
    header={{ height: 52 }}
    navbar={{ width: 196, breakpoint: 0 }}
    padding="md"
    transitionDuration={0}
  >
    <a className={classes['skip']} href="#main" onClick={skipToMain}>
      跳到正文
    </a>
    <AppShell.Header className={classes['header']}>{top}</AppShell.Header>
    <AppShell.Navbar className={classes['navbar']} aria-label="主导航">
      {side}
    </AppShell.Navbar>
    <AppShell.Main id="main" tabIndex={-1} className={classes['main']}>
      <Outlet />
    </AppShell.Main>
  </AppShell>
);
