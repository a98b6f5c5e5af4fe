import type { RouteObject } from 'react-router';

export const printingRoutes: readonly RouteObject[] = [
  {
    path: 'print-centre',
    lazy: () => import('./PrintCentreScreen.tsx').then((m) => ({ Component: m.PrintCentreScreen })),
  },
];
