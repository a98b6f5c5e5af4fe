import type { RouteObject } from 'react-router';

/** Screens of the training coordinator, each loaded when first opened. */
export const trainingRoutes: readonly RouteObject[] = [
  {
    path: 'training',
    lazy: () => import('./TrainingScreen.tsx').then((m) => ({ Component: m.TrainingScreen })),
  },
  {
    path: 'training/sessions/:id',
    lazy: () => import('./session/SessionScreen.tsx').then((m) => ({ Component: m.SessionScreen })),
  },
  {
    path: 'training/planner',
    lazy: () => import('./planner/PlannerScreen.tsx').then((m) => ({ Component: m.PlannerScreen })),
  },
  {
    path: 'training/trainees/:id',
    lazy: () => import('./trainees/TraineeScreen.tsx').then((m) => ({ Component: m.TraineeScreen })),
  },
];
