import { Worker } from 'node:worker_threads';
import type { PageAnswer, PageJob } from './page-job.ts';

/** What one paper may cost: readers of strangers' files take all they are given. */
const limits = { milliseconds: 120_000, heapMb: 768 } as const;

/** From source the worker is TypeScript, in the bundle it lies beside this chunk as JavaScript. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './page-worker.ts' : './page-worker.js', import.meta.url);

/** Makes pages on a thread of its own, one paper after another; one that dies or takes too long is replaced. */
export interface PageThread {
  /** @param job whose bytes move to the thread and are empty afterwards */
  pages(job: PageJob): Promise<PageAnswer>;
  close(): Promise<void>;
}

const startWorker = (): Worker => {
  const worker = new Worker(workerUrl(), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    // What readers grumble about strangers' files belongs into no log.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker.on('error', () => {});
};

const ask = (worker: Worker, job: PageJob): Promise<PageAnswer> =>
  new Promise((resolve) => {
    const settle = (answer: PageAnswer): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('exit', onEnd);
      resolve(answer);
    };
    const onEnd = (): void => settle({ failure: 'too-large' });
    const timer = setTimeout(() => settle({ failure: 'too-long' }), limits.milliseconds);
    worker.on('message', settle).on('exit', onEnd);
    worker.postMessage(job, [job.bytes.buffer]);
  });

export const openPageThread = (): PageThread => {
  let worker: Worker | null = null;
  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  };
  return {
    pages: async (job) => {
      const answer = await ask((worker ??= startWorker()), job);
      if ('failure' in answer && (answer.failure === 'too-large' || answer.failure === 'too-long'))
        await stop();
      return answer;
    },
    close: stop,
  };
};
