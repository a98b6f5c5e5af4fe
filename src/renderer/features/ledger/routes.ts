import type { RouteObject } from 'react-router';

export const ledgerRoutes: readonly RouteObject[] = [
  {
    path: 'ledger',
    lazy: () => import('./LedgerScreen.tsx').then((m) => ({ Component: m.LedgerScreen })),
  },
];
