import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CodedError } from '../../shared/errors.ts';
import { openBulkWorker, type BulkJob, type BulkResult } from './bulk-job.ts';
import { chunkBytes, runChunks } from './chunk-cipher.ts';
import { openChunkCipher } from './chunk-ciphers.ts';
import type { WorkerAnswer } from './chunk-worker.ts';

/** Does bulk work beside the thread that asks for it. */
export interface BulkThreads {
  /** Jobs that are worked on at once; more wait. */
  readonly lanes: number;
  /** @throws CodedError PACKAGE_CHANGED, PACKAGE_CUT_SHORT, ARCHIVE_DAMAGED; the file system's own errors */
  run(job: BulkJob): Promise<BulkResult>;
  close(): Promise<void>;
}

/** From source the worker is TypeScript, in the bundle it lies beside this chunk as JavaScript. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './chunk-worker.ts' : './chunk-worker.js', import.meta.url);

interface Thread {
  run(job: BulkJob): Promise<BulkResult>;
  close(): Promise<unknown>;
}

const startThread = async (url: URL): Promise<Thread> => {
  // Its work is in buffers outside the heap; what it leaves behind is small and short-lived.
  const worker = new Worker(url, {
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 },
  });
  let waiting = Promise.withResolvers<BulkResult>();
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'ready') waiting.resolve([]);
    else if (answer.kind === 'done') waiting.resolve(answer.result);
    // The worker sends a code with the data that its catalogue entry asks for.
    else if (answer.kind === 'refused') waiting.reject(new CodedError(answer.code, answer.data as never));
    else waiting.reject(answer.error);
  });
  worker.on('error', (error) => waiting.reject(error));
  let ended = false;
  worker.on('exit', () => {
    ended = true;
    waiting.reject(new Error('the worker ended'));
  });
  try {
    await waiting.promise;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    run: (job) => {
      waiting = Promise.withResolvers<BulkResult>();
      if (ended) waiting.reject(new Error('the worker ended'));
      else worker.postMessage(job);
      return waiting.promise;
    },
    close: () => worker.terminate(),
  };
};

/** The same work on the asking thread: for little of it, and where no worker starts. */
const thisThread = async (): Promise<Thread> => ({
  run: openBulkWorker(await openChunkCipher()),
  close: async () => {},
});

const startThreads = async (count: number, url: URL): Promise<readonly Thread[]> => {
  const started = await Promise.allSettled(Array.from({ length: count }, () => startThread(url)));
  const threads = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return threads.length > 0 ? threads : [await thisThread()];
};

/** Starting threads costs some 50 ms each; less work than this is done before they are up. */
const worthThreads = 4 * runChunks * chunkBytes;

/**
 * Opens threads for so many bytes of work: one for each core, up to four.
 *
 * @param url of the worker; tests give one that does not start
 * @throws CodedError CIPHER_UNAVAILABLE
 */
export const openBulkThreads = async (bytes: number, url: URL = workerUrl()): Promise<BulkThreads> => {
  const threads =
    bytes < worthThreads
      ? [await thisThread()]
      : await startThreads(Math.min(4, availableParallelism()), url);
  const idle = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  const acquire = (): Promise<Thread> | Thread =>
    idle.pop() ?? new Promise<Thread>((resolve) => waiting.push(resolve));
  const release = (thread: Thread): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(thread);
    else next(thread);
  };
  return {
    lanes: threads.length,
    run: async (job) => {
      const thread = await acquire();
      try {
        return await thread.run(job);
      } finally {
        release(thread);
      }
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
};
