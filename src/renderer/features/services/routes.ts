import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened. */
export const servicesRoutes: readonly RouteObject[] = [
  {
    path: 'services',
    lazy: () => import('./ServicesScreen.tsx').then((m) => ({ Component: m.ServicesScreen })),
  },
];
