import { Worker } from 'node:worker_threads';
import { CodedError } from '../../shared/errors.ts';
import type {
  PreviewAnswer,
  PreviewFailure,
  PreviewReply,
  PreviewRequest,
  PreviewTask,
} from './preview-job.ts';

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
const ask = (running: Thread, request: PreviewRequest): Promise<PreviewAnswer | PreviewFailure> => {
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
    const onDeath = (): void => settle('too-large');
    const onMessage = (reply: PreviewReply): void => {
      if (reply.job === request.job) settle('answer' in reply ? reply.answer : reply.failure);
    };
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
    worker.on('message', onMessage);
    worker.ref();
    worker.postMessage(request);
  });
};

interface PreviewThread {
  /**
   * Runs one task over one paper, one after another. Where it takes too long or too much the thread is ended, and the
   * next task gets a new one.
   *
   * @throws CodedError PREVIEW_FAILED; what `paper.bytes` throws
   */
  run(paper: PaperSource, task: PreviewTask): Promise<PreviewAnswer>;
  /** Starts the thread for somebody who will probably look at a paper soon. */
  warm(): void;
}

const openPreviewThread = (): PreviewThread => {
  let thread: Thread | null = null;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let jobs = 0;

  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.worker.terminate();
  };
  const started = (): Thread => {
    clearTimeout(idle);
    idle = setTimeout(() => void end(), limits.idleMs).unref();
    thread ??= startThread();
    return thread;
  };
  const runTask = async (paper: PaperSource, task: PreviewTask): Promise<PreviewAnswer> => {
    const bytes = thread?.key === paper.key ? null : await paper.bytes();
    const running = started();
    const { key, mediaType, fileName } = paper;
    running.key = key;
    const outcome = await ask(running, { job: ++jobs, key, mediaType, fileName, bytes, task });
    running.used = true;
    if (typeof outcome !== 'string') return outcome;
    // What one hostile paper left in the thread shall not meet the next.
    await end();
    throw new CodedError('PREVIEW_FAILED', { reason: outcome });
  };
  return {
    run: (paper, task) => {
      const result = queue.then(() => runTask(paper, task));
      queue = result.catch(() => {});
      return result;
    },
    warm: () => void started(),
  };
};

/** The one preview thread of this process. It knows no archive: it is given bytes and gives back pictures or text. */
export const previews: PreviewThread = openPreviewThread();
