import type { RouteObject } from 'react-router';

/** Below /bureau. */
export const bureauRoutes: readonly RouteObject[] = [
  {
    index: true,
    lazy: () => import('./home/BureauHomeScreen.tsx').then((m) => ({ Component: m.BureauHomeScreen })),
  },
  {
    path: 'inbox',
    lazy: () => import('./inbox/BureauInboxScreen.tsx').then((m) => ({ Component: m.BureauInboxScreen })),
  },
  {
    path: 'inbox/:id',
    lazy: () => import('./review/IncomingScreen.tsx').then((m) => ({ Component: m.IncomingScreen })),
  },
  {
    path: 'packages/:id',
    lazy: () => import('./review/PackageScreen.tsx').then((m) => ({ Component: m.PackageScreen })),
  },
  {
    path: 'reporting',
    lazy: () => import('./reporting/ReportingScreen.tsx').then((m) => ({ Component: m.ReportingScreen })),
  },
  {
    path: 'rollup',
    lazy: () => import('./rollup/RollupScreen.tsx').then((m) => ({ Component: m.RollupScreen })),
  },
  {
    path: 'organizations',
    lazy: () =>
      import('./organizations/DistrictOrganizationsScreen.tsx').then((m) => ({
        Component: m.DistrictOrganizationsScreen,
      })),
  },
  {
    path: 'matters',
    lazy: () => import('./organizations/MattersScreen.tsx').then((m) => ({ Component: m.MattersScreen })),
  },
  {
    path: 'duplicates',
    lazy: () =>
      import('./duplicates/DuplicateGroupsScreen.tsx').then((m) => ({ Component: m.DuplicateGroupsScreen })),
  },
  {
    path: 'streets',
    lazy: () => import('./streets/StreetsScreen.tsx').then((m) => ({ Component: m.StreetsScreen })),
  },
  {
    path: 'streets/:code',
    lazy: () => import('./streets/StreetScreen.tsx').then((m) => ({ Component: m.StreetScreen })),
  },
  {
    path: 'keys',
    lazy: () => import('./keys/BureauKeysScreen.tsx').then((m) => ({ Component: m.BureauKeysScreen })),
  },
  {
    path: 'settings',
    lazy: () =>
      import('./settings/BureauSettingsScreen.tsx').then((m) => ({ Component: m.BureauSettingsScreen })),
  },
];
