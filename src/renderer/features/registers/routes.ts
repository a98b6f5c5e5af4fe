import type { RouteObject } from 'react-router';

export const registersRoutes: readonly RouteObject[] = [
  {
    path: 'registers',
    lazy: () => import('./RegistersScreen.tsx').then((m) => ({ Component: m.RegistersScreen })),
  },
];
