import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened. */
export const disclosuresRoutes: readonly RouteObject[] = [
  {
    path: 'disclosures',
    lazy: () => import('./DisclosuresScreen.tsx').then((m) => ({ Component: m.DisclosuresScreen })),
  },
];
