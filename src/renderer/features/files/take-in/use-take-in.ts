import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PaperTarget, SameFile } from '../../../../shared/domain/dossier-file.ts';
import { useApi } from '../../../app/archive-api.tsx';

/** What became of one file. */
export type Outcome =
  | { readonly kind: 'added'; readonly file: File; readonly same: SameFile | null }
  | { readonly kind: 'held'; readonly file: File; readonly same: SameFile }
  | { readonly kind: 'refused'; readonly file: File; readonly error: unknown };

export interface TakeInState {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled';
  readonly total: number;
  readonly outcomes: readonly Outcome[];
  /** Milliseconds from the start to the last outcome. */
  readonly elapsedMs: number;
}

/** Where a file goes; its title is its own name. */
export type TargetOf = (file: File) => PaperTarget;

/** Two at a time: while one is written to disk the next is on its way. */
const lanes = 2;

const idle: TakeInState = { phase: 'idle', total: 0, outcomes: [], elapsedMs: 0 };

export interface TakeIn {
  readonly state: TakeInState;
  readonly start: (files: readonly File[], targetOf: TargetOf, evenIfSame: boolean) => Promise<void>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Takes files in one after another; a cancel leaves whole what was taken in and the rest untouched. */
export const useTakeIn = (): TakeIn => {
  const { files: calls } = useApi();
  const queryClient = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<TakeInState>(idle);

  const takeOne = async (
    file: File,
    target: PaperTarget,
    evenIfSame: boolean,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    try {
      const { file: kept, same } = await calls.add.call({ target, file, evenIfSame }, { signal });
      if (kept === null && same !== null && target.to !== 'filing') return { kind: 'held', file, same };
      return { kind: 'added', file, same };
    } catch (error) {
      return { kind: 'refused', file, error };
    }
  };

  const start: TakeIn['start'] = async (files, targetOf, evenIfSame) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const startedAt = performance.now();
    setState({ phase: 'running', total: files.length, outcomes: [], elapsedMs: 0 });
    const waiting = [...files];
    const lane = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !signal.aborted; file = waiting.shift()) {
        const outcome = await takeOne(file, targetOf(file), evenIfSame, signal);
        if (signal.aborted) return;
        const elapsedMs = performance.now() - startedAt;
        setState((now) => ({ ...now, outcomes: [...now.outcomes, outcome], elapsedMs }));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    setState((now) => ({ ...now, phase: signal.aborted ? 'cancelled' : 'done' }));
    void queryClient.invalidateQueries();
  };

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState(idle),
  };
};
