import type { RouteObject } from 'react-router';

export const importsRoutes: readonly RouteObject[] = [
  {
    path: 'imports',
    lazy: () => import('./ImportsScreen.tsx').then((m) => ({ Component: m.ImportsScreen })),
  },
  {
    path: 'imports/new',
    lazy: () => import('./ImportWizardScreen.tsx').then((m) => ({ Component: m.ImportWizardScreen })),
  },
];
