import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Progress } from '../../shared/contract/progress.ts';
import { CodedError } from '../../shared/errors.ts';

/** What long work is given: where to say how far it is, and whether to go on. */
export interface Watch {
  /** @throws CodedError CANCELLED when the work is no longer wanted; nothing may be half done then */
  report(stage: string, done: number, total: number | null): Promise<void>;
}

export type ProgressThen<Result> = AsyncGenerator<
  Progress | { readonly type: 'result'; readonly result: Result }
>;

/** Work that nobody watches or cancels. */
export const unwatched: Watch = { report: async () => {} };

/**
 * Turns work that reports into a stream of progress that ends with the result. Closing the stream, or the signal,
 * cancels the work at its next report; the stream then waits until the work has ended, so that nothing goes on
 * behind it.
 */
export async function* watched<Result>(
  work: (watch: Watch) => Promise<Result>,
  signal?: AbortSignal,
): ProgressThen<Result> {
  const events: Progress[] = [];
  let closed = false;
  let wake = (): void => {};
  const watch: Watch = {
    report: async (stage, done, total) => {
      if (closed || signal?.aborted) throw new CodedError('CANCELLED', {});
      events.push({ type: 'progress', stage, done, total });
      wake();
      // A turn of the event loop, so that a cancel that has arrived is seen.
      await nextTurn();
    },
  };
  let ended = false;
  const running = work(watch).finally(() => {
    ended = true;
    wake();
  });
  // Whoever reads the stream gets the failure; a stream closed early has nobody to tell.
  running.catch(() => {});
  try {
    for (;;) {
      const event = events.shift();
      if (event) yield event;
      else if (ended) break;
      else await new Promise<void>((resolve) => void (wake = resolve));
    }
    yield { type: 'result', result: await running };
  } finally {
    closed = true;
    await running.catch(() => {});
  }
}
