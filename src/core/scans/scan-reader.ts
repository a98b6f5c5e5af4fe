import { Worker } from 'node:worker_threads';
import type { ReadScan } from './read-scan.ts';
import { scanLimits } from './scan-limits.ts';
import type { ScanJob } from './scan-worker.ts';

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

const readOn = (
  worker: Worker,
  job: ScanJob,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<ReadScan> =>
  new Promise((resolve, reject) => {
    const onScan = (scan: ReadScan): void => settle(() => resolve(scan));
    const onEnd = (): void => settle(() => resolve({ pages: [], failure: 'damaged' }));
    const onTime = (): void => settle(() => resolve({ pages: [], failure: 'too-long' }));
    const onAbort = (): void => settle(() => reject(signal?.reason as Error));
    const timer = setTimeout(onTime, milliseconds);
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onScan).off('exit', onEnd);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    worker.on('message', onScan).on('exit', onEnd);
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
  const readNext: ScanReader['read'] = async (bytes, mediaType, signal) => {
    const used = (worker ??= startWorker().on('exit', forget));
    try {
      const scan = await readOn(used, { bytes, mediaType }, milliseconds, signal);
      if (scan.failure === 'too-long') await stop();
      return scan;
    } catch (error) {
      await stop();
      throw error;
    }
  };
  return {
    read: (bytes, mediaType, signal) => {
      const reading = last.then(() => readNext(bytes, mediaType, signal));
      last = reading.catch(() => {});
      return reading;
    },
    close: async () => {
      await stop();
      await last;
    },
  };
};
