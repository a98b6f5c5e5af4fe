import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened: `{ path, lazy: () => import('./X.tsx').then((m) => ({ Component: m.X })) }`. */
export const ledgerRoutes: readonly RouteObject[] = [];
