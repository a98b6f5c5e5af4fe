import { Worker } from 'node:worker_threads';
import type { PageRange } from './pdf-parts.ts';
import type { ReadScan } from './read-scan.ts';
import { scanLimits } from './scan-limits.ts';
import type { ScanAnswer, ScanJob } from './scan-worker.ts';

/**
 * Reads scans on a thread of its own, one after another: decoders of pictures are where strangers' files bite, and a
 * window must not stand still. A thread that takes too long, or dies, is replaced; its scan is left to the clerk.
 */
export interface ScanReader {
  /**
   * @param bytes are moved to the thread and empty afterwards
   * @param signal gives the scan up; the promise then rejects with its reason
   */
  read(bytes: Uint8Array<ArrayBuffer>, mediaType: string, signal?: AbortSignal): Promise<ReadScan>;
  /**
   * Texts of all codes, whoever made them; none where it cannot be read.
   *
   * @param bytes are moved to the thread and empty afterwards
   */
  texts(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<readonly string[]>;
  /**
   * Parts of a PDF.
   *
   * @param bytes are moved to the thread and empty afterwards
   * @param whole names the PDF in its parts
   * @returns null where it cannot be taken apart
   */
  part(
    bytes: Uint8Array<ArrayBuffer>,
    ranges: readonly PageRange[],
    whole: string,
  ): Promise<readonly Uint8Array<ArrayBuffer>[] | null>;
  close(): Promise<void>;
}

/** From source the worker is TypeScript, in the bundle it lies beside this chunk as JavaScript. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);

/**
 * Pixels and WebAssembly lie outside the heap; what this bounds is what a decoder makes of a hostile file. A thread that
 * dies is told by its end alone.
 */
const startWorker = (): Worker => {
  const worker = new Worker(workerUrl(), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  worker.unref();
  return worker.on('error', () => {});
};

/** Asks the thread and waits for its answer, or for its end, or for so long. */
const ask = (
  worker: Worker,
  job: ScanJob,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<ScanAnswer | 'ended' | 'too-long'> =>
  new Promise((resolve, reject) => {
    const onAnswer = (answer: ScanAnswer): void => settle(() => resolve(answer));
    const onEnd = (): void => settle(() => resolve('ended'));
    const onTime = (): void => settle(() => resolve('too-long'));
    const onAbort = (): void => settle(() => reject(signal?.reason as Error));
    const timer = setTimeout(onTime, milliseconds);
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onAnswer).off('exit', onEnd);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    worker.on('message', onAnswer).on('exit', onEnd);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    else worker.postMessage(job, [job.bytes.buffer]);
  });

/** @param milliseconds that one scan may take */
export const openScanReader = (milliseconds: number = scanLimits.milliseconds): ScanReader => {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const forget = (): void => void (worker = null);
  const stop = async (): Promise<void> => {
    const stopped = worker?.off('exit', forget);
    worker = null;
    await stopped?.terminate();
  };
  const askNow = async (job: ScanJob, signal?: AbortSignal): Promise<ScanAnswer | 'ended' | 'too-long'> => {
    const used = (worker ??= startWorker().on('exit', forget));
    try {
      const answer = await ask(used, job, milliseconds, signal);
      if (answer === 'too-long') await stop();
      return answer;
    } catch (error) {
      await stop();
      throw error;
    }
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const working = last.then(work);
    last = working.catch(() => {});
    return working;
  };
  return {
    read: (bytes, mediaType, signal) =>
      inTurn(async () => {
        const answer = await askNow({ kind: 'read', bytes, mediaType }, signal);
        if (typeof answer !== 'string' && answer.kind === 'read') return answer.scan;
        return { pages: [], failure: answer === 'too-long' ? answer : 'damaged' };
      }),
    texts: (bytes, mediaType) =>
      inTurn(async () => {
        const answer = await askNow({ kind: 'texts', bytes, mediaType });
        return typeof answer !== 'string' && answer.kind === 'texts' ? answer.texts : [];
      }),
    part: (bytes, ranges, whole) =>
      inTurn(async () => {
        const answer = await askNow({ kind: 'part', bytes, ranges, whole });
        return typeof answer !== 'string' && answer.kind === 'parts' ? answer.parts : null;
      }),
    close: async () => {
      await stop();
      await last;
    },
  };
};
