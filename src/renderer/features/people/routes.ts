import type { RouteObject } from 'react-router';

/** Screens of this area, each loaded when first opened. */
export const peopleRoutes: readonly RouteObject[] = [
  { path: 'people', lazy: () => import('./PeopleScreen.tsx').then((m) => ({ Component: m.PeopleScreen })) },
  {
    path: 'people/terms',
    lazy: () => import('./EndingTermsScreen.tsx').then((m) => ({ Component: m.EndingTermsScreen })),
  },
  {
    path: 'people/duplicates',
    lazy: () => import('./DuplicatesScreen.tsx').then((m) => ({ Component: m.DuplicatesScreen })),
  },
  {
    path: 'people/reveals',
    lazy: () => import('../reveals/RevealLogScreen.tsx').then((m) => ({ Component: m.RevealLogScreen })),
  },
  {
    path: 'people/:id',
    lazy: () => import('./person/PersonScreen.tsx').then((m) => ({ Component: m.PersonScreen })),
  },
];
