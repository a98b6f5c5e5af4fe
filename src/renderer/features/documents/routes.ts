import type { RouteObject } from 'react-router';

export const documentsRoutes: readonly RouteObject[] = [
  {
    path: 'documents',
    lazy: () => import('./PrintScreen.tsx').then((m) => ({ Component: m.PrintScreen })),
  },
];
