import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { SearchSpotlight } from '../../features/search/SearchSpotlight.tsx';
import { rememberVisit } from '../../features/search/visits.ts';
import { useArchiveStatus } from '../../features/archive/use-archive-status.ts';
import { Frame } from './Frame.tsx';
import { tools } from './navigation.ts';
import { SearchButton } from './SearchButton.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';

/** What Ctrl+K offers before anything is typed. */
const useRememberedVisits = (): void => {
  const { pathname } = useLocation();
  useEffect(() => rememberVisit(pathname), [pathname]);
};

/** The frame around every screen of an office's archive. */
export const Shell = () => {
  useRememberedVisits();
  const { data: status } = useArchiveStatus();
  return (
    <>
      <Frame
        top={
          <TopBar
            unit={status?.hubName ?? null}
            place={status?.streetName ?? null}
            middle={<SearchButton />}
            tools={tools}
          />
        }
        side={<SideNavigation />}
      />
      <SearchSpotlight />
    </>
  );
};
