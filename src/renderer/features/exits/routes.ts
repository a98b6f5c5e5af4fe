import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened. */
export const exitsRoutes: readonly RouteObject[] = [
  {
    path: 'exits',
    lazy: () => import('./ExitsScreen.tsx').then((m) => ({ Component: m.ExitsScreen })),
  },
];
