import type { RouteObject } from 'react-router';

export const scansRoutes: readonly RouteObject[] = [
  {
    path: 'scans',
    lazy: () => import('./InboxScreen.tsx').then((m) => ({ Component: m.InboxScreen })),
  },
];
