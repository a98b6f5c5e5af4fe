import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

/** Progress of long work. `done` and `total` count `unit`s; total is null while unknown. */
export const progress = z.object({
  type: z.literal('progress'),
  stage: z.string(),
  done: z.number(),
  total: z.number().nullable(),
});
export type Progress = z.infer<typeof progress>;

/** A stream of progress that ends with one result. Closing the stream cancels the work; nothing half done stays. */
export const progressThen = <T extends z.ZodType>(result: T) =>
  eventIterator(z.discriminatedUnion('type', [progress, z.object({ type: z.literal('result'), result })]));
