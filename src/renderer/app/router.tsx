import { createHashRouter, type RouteObject } from 'react-router';
import { ArchiveGate } from '../features/archive/ArchiveGate.tsx';
import { bureauRoutes } from '../features/bureau/routes.ts';
import { disclosuresRoutes } from '../features/disclosures/routes.ts';
import { documentsRoutes } from '../features/documents/routes.ts';
import { exitsRoutes } from '../features/exits/routes.ts';
import { filingsRoutes } from '../features/filings/routes.ts';
import { importsRoutes } from '../features/imports/routes.ts';
import { ledgerRoutes } from '../features/ledger/routes.ts';
import { scansRoutes } from '../features/scans/routes.ts';
import { printingRoutes } from '../features/printing/routes.ts';
import { safekeepingRoutes } from '../features/safekeeping/routes.ts';
import { searchRoutes } from '../features/search/routes.ts';
import { peopleRoutes } from '../features/people/routes.ts';
import { reportsRoutes } from '../features/reports/routes.ts';
import { registersRoutes } from '../features/registers/routes.ts';
import { trainingRoutes } from '../features/training/routes.ts';
import { verificationRoutes } from '../features/verification/routes.ts';
import { servicesRoutes } from '../features/services/routes.ts';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { ScreenFailure } from './ScreenFailure.tsx';
import { ScreenLoading } from './ScreenLoading.tsx';
import { BureauDesk, OfficeDesk } from './desks.tsx';

const ownRoutes: readonly RouteObject[] = [
  {
    index: true,
    lazy: () => import('../features/home/HomeScreen.tsx').then((m) => ({ Component: m.HomeScreen })),
  },
  {
    path: 'organizations',
    lazy: () =>
      import('../features/organizations/OrganizationListScreen.tsx').then((m) => ({
        Component: m.OrganizationListScreen,
      })),
  },
  {
    path: 'organizations/:id',
    lazy: () => import('../features/dossier/DossierScreen.tsx').then((m) => ({ Component: m.DossierScreen })),
  },
  {
    path: 'organizations/:id/mend/:gap',
    lazy: () => import('../features/dossier/MendScreen.tsx').then((m) => ({ Component: m.MendScreen })),
  },
  {
    path: 'organizations/:id/versions',
    lazy: () =>
      import('../features/versions/VersionsScreen.tsx').then((m) => ({ Component: m.VersionsScreen })),
  },
  {
    path: 'settings',
    lazy: () =>
      import('../features/settings/SettingsScreen.tsx').then((m) => ({ Component: m.SettingsScreen })),
  },
];

/** The addresses of the application: behind the gate an open archive, inside the shell the screens. */
export const routes: RouteObject[] = [
  {
    Component: ArchiveGate,
    ErrorBoundary: ScreenFailure,
    HydrateFallback: ScreenLoading,
    children: [
      {
        path: 'bureau',
        Component: BureauDesk,
        children: [
          {
            ErrorBoundary: ScreenFailure,
            children: [...bureauRoutes, { path: '*', Component: NotFoundScreen }],
          },
        ],
      },
      {
        Component: OfficeDesk,
        children: [
          {
            ErrorBoundary: ScreenFailure,
            children: [
              ...ownRoutes,
              ...filingsRoutes,
              ...reportsRoutes,
              ...registersRoutes,
              ...verificationRoutes,
              ...servicesRoutes,
              ...peopleRoutes,
              ...importsRoutes,
              ...disclosuresRoutes,
              ...exitsRoutes,
              ...documentsRoutes,
              ...ledgerRoutes,
              ...scansRoutes,
              ...trainingRoutes,
              ...printingRoutes,
              ...safekeepingRoutes,
              ...searchRoutes,
              { path: '*', Component: NotFoundScreen },
            ],
          },
        ],
      },
    ],
  },
];

/** A hash router: every host can serve it, and no address of the archive reaches a server log. */
export const makeRouter = () => createHashRouter(routes);
