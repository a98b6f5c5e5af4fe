import type { RouteObject } from 'react-router';

export const verificationRoutes: readonly RouteObject[] = [
  {
    path: 'registers/verification',
    lazy: () => import('./VerificationScreen.tsx').then((m) => ({ Component: m.VerificationScreen })),
  },
];
