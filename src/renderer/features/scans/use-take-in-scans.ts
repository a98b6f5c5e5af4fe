import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';

export interface RefusedScan {
  readonly fileName: string;
  readonly error: unknown;
}

export interface TakeInScans {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled';
  readonly total: number;
  readonly taken: number;
  /** Names of those that came in before; they are not filed twice. */
  readonly again: readonly string[];
  readonly refused: readonly RefusedScan[];
  readonly elapsedMs: number;
}

const idle: TakeInScans = { phase: 'idle', total: 0, taken: 0, again: [], refused: [], elapsedMs: 0 };

/** Two at a time: while one is written to disk the next is on its way. */
const lanes = 2;

/** Copies scans into the inbox; a cancel leaves whole what was taken in and the rest untouched. */
export const useTakeInScans = (): {
  readonly state: TakeInScans;
  readonly start: (files: readonly File[]) => Promise<boolean>;
  readonly cancel: () => void;
  readonly reset: () => void;
} => {
  const { scans } = useApi();
  const queryClient = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<TakeInScans>(idle);

  const takeOne = async (file: File, signal: AbortSignal): Promise<Partial<TakeInScans>> => {
    try {
      const { again } = await scans.takeIn.call({ file }, { signal });
      return again ? { again: [file.name] } : { taken: 1 };
    } catch (error) {
      return { refused: [{ fileName: file.name, error }] };
    }
  };

  /** @returns false where it was cancelled */
  const start = async (files: readonly File[]): Promise<boolean> => {
    const { signal } = (running.current = new AbortController());
    const startedAt = performance.now();
    setState({ ...idle, phase: 'running', total: files.length });
    const waiting = [...files];
    const lane = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !signal.aborted; file = waiting.shift()) {
        const { taken = 0, again = [], refused = [] } = await takeOne(file, signal);
        if (signal.aborted) return;
        setState((now) => ({
          ...now,
          taken: now.taken + taken,
          again: [...now.again, ...again],
          refused: [...now.refused, ...refused],
          elapsedMs: performance.now() - startedAt,
        }));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    setState((now) => ({ ...now, phase: signal.aborted ? 'cancelled' : 'done' }));
    void queryClient.invalidateQueries();
    return !signal.aborted;
  };

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState(idle),
  };
};
