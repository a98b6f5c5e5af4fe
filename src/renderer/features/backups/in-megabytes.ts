import type { Progress } from '../../../shared/contract/progress.ts';

const byteStages: ReadonlySet<string> = new Set(['database', 'papers', 'verify']);
const megabyte = 1_000_000;

/** Bytes as whole megabytes; what is counted in pieces stays as it is. */
export const inMegabytes = (progress: Progress | null): Progress | null =>
  progress === null || progress.total === null || !byteStages.has(progress.stage) || progress.total < megabyte
    ? progress
    : {
        ...progress,
        done: Math.floor(progress.done / megabyte),
        total: Math.max(1, Math.ceil(progress.total / megabyte)),
      };
