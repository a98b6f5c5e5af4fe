import { z } from 'zod';

/** Whose desk an archive is: a street's hub organization's, or the district bureau's. Chosen when it is created. */
export const desk = z.enum(['office', 'bureau']);
export type Desk = z.infer<typeof desk>;
