import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened. */
export const reportsRoutes: readonly RouteObject[] = [
  {
    path: 'reports',
    lazy: () => import('./ReportsScreen.tsx').then((m) => ({ Component: m.ReportsScreen })),
  },
  {
    path: 'surveys/:id',
    lazy: () => import('./survey/SurveyScreen.tsx').then((m) => ({ Component: m.SurveyScreen })),
  },
];
