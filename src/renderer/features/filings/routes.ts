import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened. */
export const filingsRoutes: readonly RouteObject[] = [
  {
    path: 'filings',
    lazy: () => import('./FilingListScreen.tsx').then((m) => ({ Component: m.FilingListScreen })),
  },
  {
    path: 'filings/new',
    lazy: () => import('./NewFilingScreen.tsx').then((m) => ({ Component: m.NewFilingScreen })),
  },
  {
    path: 'filings/:id',
    lazy: () => import('./FilingScreen.tsx').then((m) => ({ Component: m.FilingScreen })),
  },
  {
    path: 'filings/:id/charter',
    lazy: () => import('../charter/CharterScreen.tsx').then((m) => ({ Component: m.CharterScreen })),
  },
];
