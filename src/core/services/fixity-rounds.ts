import type { OpenArchive } from '../open-archive.ts';
import { lookAtDue } from './fixity.ts';

/** Looks at due bytes in the background while an archive is open. */
export interface FixityRounds {
  start(): void;
  close(): Promise<void>;
}

/** A handful every half minute: 200,000 papers in a month of working days, and nobody notices. */
const everyMs = 30_000;
const mostAtOnce = 20;

const openRounds = (archive: OpenArchive): FixityRounds => {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const wait = (): void => {
    if (!stopping.signal.aborted) timer = setTimeout(again, everyMs).unref();
  };
  const again = (): void => {
    running = lookAtDue(archive, mostAtOnce, stopping.signal)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) archive.ports.logger.error('fixity-round-failed', error);
      })
      .then(wait);
  };
  return {
    start: wait,
    close: async () => {
      stopping.abort(new Error('the archive is being closed'));
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
};

/* Keyed by the open archive: what is under way goes with it when it is locked. */
const rounds = new WeakMap<OpenArchive, FixityRounds>();

export const fixityRoundsOf = (archive: OpenArchive): FixityRounds => {
  const own = rounds.get(archive) ?? openRounds(archive);
  rounds.set(archive, own);
  return own;
};
