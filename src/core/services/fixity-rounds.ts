import type { RecordedSoFar } from '../db/repositories/attachments.ts';
import { recordedSoFar, sweepUnused } from '../attachments/sweep-unused.ts';
import type { OpenArchive } from '../open-archive.ts';
import { lookAtDue } from './fixity.ts';

/** Looks at due bytes in the background while an archive is open; first removes what a killed process left of papers. */
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
  let opened: Promise<RecordedSoFar | null> = Promise.resolve(null);
  let running: Promise<unknown> = Promise.resolve();
  let isSwept = false;
  /** Once: while an archive is open nothing is left behind. */
  const sweep = async (): Promise<void> => {
    const soFar = await opened;
    if (isSwept || soFar === null) return;
    isSwept = true;
    const swept = await sweepUnused(archive, soFar, stopping.signal);
    if (Object.values(swept).some((count) => count > 0))
      archive.ports.logger.info('papers-swept', { ...swept });
  };
  const wait = (): void => {
    if (!stopping.signal.aborted) timer = setTimeout(again, everyMs).unref();
  };
  const again = (): void => {
    running = sweep()
      .then(() => lookAtDue(archive, mostAtOnce, stopping.signal))
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) archive.ports.logger.error('fixity-round-failed', error);
      })
      .then(wait);
  };
  return {
    start: () => {
      opened = recordedSoFar(archive).catch(() => null);
      wait();
    },
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
