import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { InboxEntry } from '../../../../shared/contract/bureau.ts';
import type { Progress } from '../../../../shared/contract/progress.ts';
import type { ReceivedFileId } from '../../../../shared/domain/ids.ts';
import { useApi, useSendToInbox } from '../../../app/archive-api.tsx';
import { codedErrorOf } from '../../../app/client.ts';
import { inboxStanding } from './inbox-standing.ts';

export type IntakeStage = 'send' | 'check' | 'import';

export interface IntakeState {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled';
  readonly stage: IntakeStage;
  readonly done: number;
  readonly total: number;
  /** The file that is being worked on. */
  readonly fileName: string;
  readonly progress: Progress | null;
  readonly elapsedMs: number;
  /** Files that could not be taken, each with what was thrown. */
  readonly refused: readonly { readonly fileName: string; readonly error: unknown }[];
}

const idle: IntakeState = {
  phase: 'idle',
  stage: 'send',
  done: 0,
  total: 0,
  fileName: '',
  progress: null,
  elapsedMs: 0,
  refused: [],
};

type Piece = Pick<InboxEntry, 'id' | 'fileName'>;

export interface Intake {
  readonly state: IntakeState;
  /** Copies files into the inbox, then checks what is whole. */
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly check: (entries: readonly Piece[]) => Promise<void>;
  /** Takes packages into the district's figures, one after another. */
  readonly importAll: (entries: readonly Piece[], importedBy: string) => Promise<void>;
  /** What is whole by then stays; nothing half done does. */
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Work on many files of the inbox, one after another, with progress and a way out. */
export const useIntake = (): Intake => {
  const { bureau } = useApi();
  const sendToInbox = useSendToInbox();
  const queryClient = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<IntakeState>(idle);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    running.current?.abort();
    const controller = (running.current = new AbortController());
    const { signal } = controller;
    setState({ ...idle, phase: 'running' });
    await work(signal);
    if (running.current !== controller) return;
    setState((now) => ({ ...now, phase: signal.aborted ? 'cancelled' : 'done', progress: null }));
    void queryClient.invalidateQueries();
  };

  const each = async <T extends { readonly name: string }>(
    stage: IntakeStage,
    items: readonly T[],
    signal: AbortSignal,
    work: (item: T) => Promise<void>,
  ): Promise<void> => {
    for (const [done, item] of items.entries()) {
      if (signal.aborted) return;
      setState((now) => ({
        ...now,
        stage,
        done,
        total: items.length,
        fileName: item.name,
        progress: null,
        elapsedMs: 0,
      }));
      try {
        await work(item);
      } catch (error) {
        if (signal.aborted) return;
        setState((now) => ({ ...now, refused: [...now.refused, { fileName: item.name, error }] }));
      }
    }
  };

  const follow = async (
    stream: AsyncIterable<Progress | { readonly type: 'result' }>,
    signal: AbortSignal,
  ): Promise<void> => {
    const startedAt = performance.now();
    for await (const step of stream) {
      if (signal.aborted) return;
      if (step.type === 'progress')
        setState((now) => ({ ...now, progress: step, elapsedMs: performance.now() - startedAt }));
    }
  };

  /** A refusal of a check stays with its file in the inbox, where it is shown: here it ends nothing. */
  const checkEach = (entries: readonly Piece[], signal: AbortSignal): Promise<void> =>
    each(
      'check',
      entries.map((entry) => ({ ...entry, name: entry.fileName })),
      signal,
      async ({ id }) => {
        try {
          await follow(await bureau.check.call({ id, expectedPeriod: null }, { signal }), signal);
        } catch (error) {
          if (codedErrorOf(error) === null) throw error;
        }
      },
    );

  const wholeAmong = async (ids: ReadonlySet<ReceivedFileId>): Promise<readonly InboxEntry[]> => {
    const entries = await bureau.inbox.call();
    return entries.filter(
      (entry) => inboxStanding(entry) === 'unchecked' && (ids.has(entry.id) || entry.kind === 'parts'),
    );
  };

  return {
    state,
    take: (files) =>
      run(async (signal) => {
        const taken = new Set<ReceivedFileId>();
        await each(
          'send',
          files,
          signal,
          async (file) => void taken.add((await sendToInbox(file, signal)).id),
        );
        await queryClient.invalidateQueries({ queryKey: bureau.inbox.key() });
        if (!signal.aborted) await checkEach(await wholeAmong(taken), signal);
      }),
    check: (entries) => run((signal) => checkEach(entries, signal)),
    importAll: (entries, importedBy) =>
      run((signal) =>
        each(
          'import',
          entries.map((entry) => ({ ...entry, name: entry.fileName })),
          signal,
          async ({ id }) =>
            follow(await bureau.import.call({ id, importedBy, expectedPeriod: null }, { signal }), signal),
        ),
      ),
    cancel: () => running.current?.abort(),
    dismiss: () => setState(idle),
  };
};
