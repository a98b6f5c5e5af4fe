import type { RouteObject } from 'react-router';

export const safekeepingRoutes: readonly RouteObject[] = [
  {
    path: 'safekeeping',
    lazy: () => import('./SafekeepingScreen.tsx').then((m) => ({ Component: m.SafekeepingScreen })),
  },
];
