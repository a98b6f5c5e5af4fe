import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../shared/contract/progress.ts';

type Step<T> = Progress | { readonly type: 'result'; readonly result: T };

export type ProgressRunState<T> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: Progress | null; readonly elapsedMs: number }
  | { readonly phase: 'done'; readonly result: T }
  | { readonly phase: 'cancelled' }
  | { readonly phase: 'failed'; readonly error: unknown };

export interface ProgressRun<T> {
  readonly state: ProgressRunState<T>;
  /** Starts long work, e.g. `run.start((signal) => api.ledger.export.call(input, { signal }))`. */
  readonly start: (work: (signal: AbortSignal) => Promise<AsyncIterable<Step<T>>>) => Promise<void>;
  /** Ends the work; the core leaves nothing half done. */
  readonly cancel: () => void;
  readonly reset: () => void;
}

interface ProgressRunOptions<T> {
  /** Called once with the result, before the screens read the archive again. */
  readonly onResult?: (result: T) => void;
}

/**
 * Follows one piece of long work from the first progress to its result, after which everything is read again.
 * Leaving the screen cancels it.
 */
export const useProgressRun = <T>({ onResult }: ProgressRunOptions<T> = {}): ProgressRun<T> => {
  const queryClient = useQueryClient();
  const [state, setState] = useState<ProgressRunState<T>>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);

  const start: ProgressRun<T>['start'] = async (work) => {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const startedAt = performance.now();
    setState({ phase: 'running', progress: null, elapsedMs: 0 });
    try {
      for await (const step of await work(signal)) {
        if (signal.aborted) return;
        if (step.type === 'progress') {
          setState({ phase: 'running', progress: step, elapsedMs: performance.now() - startedAt });
        } else {
          setState({ phase: 'done', result: step.result });
          onResult?.(step.result);
          void queryClient.invalidateQueries();
        }
      }
    } catch (error) {
      if (!signal.aborted) setState({ phase: 'failed', error });
    }
  };

  const cancel = useCallback(() => {
    running.current?.abort();
    setState({ phase: 'cancelled' });
  }, []);

  const reset = useCallback(() => setState({ phase: 'idle' }), []);

  useEffect(() => () => running.current?.abort(), []);

  return { state, start, cancel, reset };
};
