import { Navigate } from 'react-router';
import { useArchiveStatus } from '../features/archive/use-archive-status.ts';
import { bureauPaths } from './bureau-paths.ts';
import { paths } from './paths.ts';
import { BureauShell } from './shell/BureauShell.tsx';
import { Shell } from './shell/Shell.tsx';

/** Screens of a street's archive; in a bureau's there are none of them, whatever the address says. */
export const OfficeDesk = () => {
  const { data: status } = useArchiveStatus();
  return status?.desk === 'bureau' ? <Navigate to={bureauPaths.home} replace /> : <Shell />;
};

/** Screens of a bureau's archive; a street's has none of them. */
export const BureauDesk = () => {
  const { data: status } = useArchiveStatus();
  return status?.desk === 'bureau' ? <BureauShell /> : <Navigate to={paths.home} replace />;
};
