import { ORPCError } from '@orpc/server';
import { CodedError } from '../shared/errors.ts';

/** True for refusals that the product foresees; they are answered, not logged as bugs. */
export const isExpectedRefusal = (error: unknown): boolean =>
  error instanceof CodedError || (error instanceof ORPCError && error.status < 500);
