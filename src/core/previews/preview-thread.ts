import { Worker } from 'node:worker_threads';
import { CodedError } from '../../shared/errors.ts';
import type { PreviewAnswer, PreviewFailure, PreviewReply, PreviewTask } from './preview-job.ts';

/** A paper to be looked at; its bytes are fetched only where the thread does not have them open. */
export interface PaperSource {
  /** Names the bytes, e.g. their SHA-256. */
  readonly key: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** What a stranger's file may cost: seconds of one task, and the heap beside the PDF module's own 384 MiB. */
const limits = { taskMs: 5_000, firstTaskMs: 15_000, idleMs: 60_000, heapMb: 384 } as const;

const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './preview-worker.ts' : './preview-worker.js', import.meta.url);

interface Thread {
  readonly worker: Worker;
  /** Of the paper that it has open. */
  key: string | null;
  used: boolean;
}

let thread: Thread | null = null;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();
let jobs = 0;

const endThread = async (): Promise<void> => {
  const ending = thread;
  thread = null;
  await ending?.worker.terminate();
};

const startThread = (): Thread => {
  const worker = new Worker(workerUrl(), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 16 },
    // What readers grumble about strangers' files belongs into no log.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  return { worker, key: null, used: false };
};

/** One answer of the worker, or why there is none: it took too long, or it ran out of memory and died. */
const ask = (running: Thread, post: () => number): Promise<PreviewAnswer | PreviewFailure> => {
  const { worker } = running;
  return new Promise((resolve) => {
    const settle = (outcome: PreviewAnswer | PreviewFailure): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onDeath);
      worker.off('exit', onDeath);
      worker.unref();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle('too-long'), running.used ? limits.taskMs : limits.firstTaskMs);
    const onDeath = (): void => {
      if (thread === running) thread = null;
      settle('too-large');
    };
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
    worker.ref();
    const job = post();
    const onMessage = (reply: PreviewReply): void => {
      if (reply.job === job) settle('answer' in reply ? reply.answer : reply.failure);
    };
    worker.on('message', onMessage);
  });
};

const runTask = async (paper: PaperSource, task: PreviewTask): Promise<PreviewAnswer> => {
  clearTimeout(idle);
  thread ??= startThread();
  const running = thread;
  const isOpen = running.key === paper.key;
  const bytes = isOpen ? null : await paper.bytes();
  running.key = paper.key;
  const outcome = await ask(running, () => {
    const job = ++jobs;
    const { key, mediaType, fileName } = paper;
    running.worker.postMessage({ job, key, mediaType, fileName, bytes, task });
    return job;
  });
  running.used = true;
  idle = setTimeout(() => void endThread(), limits.idleMs).unref();
  if (typeof outcome !== 'string') return outcome;
  // What one hostile paper left in the thread shall not meet the next.
  await endThread();
  throw new CodedError('PREVIEW_FAILED', { reason: outcome });
};

/**
 * Runs one task over one paper in the preview thread, one after another. The thread knows no archive: it is given bytes
 * and gives back pictures or text; where it takes too long or too much it is ended, and the next task gets a new one.
 *
 * @throws CodedError PREVIEW_FAILED; what `paper.bytes` throws
 */
export const runPreview = (paper: PaperSource, task: PreviewTask): Promise<PreviewAnswer> => {
  const result = queue.then(() => runTask(paper, task));
  queue = result.catch(() => {});
  return result;
};
