import { AppShell } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useArchiveStatus } from '../../features/archive/use-archive-status.ts';
import { bureauPaths } from '../bureau-paths.ts';
import { bureauNavigation } from './bureau-navigation.ts';
import { Frame } from './Frame.tsx';
import { NavigationLink } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';

const Side = () => (
  <>
    <AppShell.Section grow>
      {bureauNavigation.map((item) => (
        <NavigationLink key={item.to} {...item} end={item.to === bureauPaths.home} />
      ))}
    </AppShell.Section>
    <AppShell.Section>
      <NavigationLink to={bureauPaths.settings} label="设置" icon={IconSettings} />
    </AppShell.Section>
  </>
);

/** The frame around every screen of a district bureau's archive: only what a bureau does. */
export const BureauShell = () => {
  const { data: status } = useArchiveStatus();
  return (
    <Frame
      top={<TopBar unit={status?.bureauName ?? null} place={status?.districtName ?? null} tools={[]} />}
      side={<Side />}
    />
  );
};
