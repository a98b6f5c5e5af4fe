import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../../shared/errors.ts';
import { asStorageError } from '../storage-error.ts';
import { runCopyJob, type CopyJob } from './copy-job.ts';
import type { CopyAnswer } from './copy-database.ts';

const answer = (): CopyAnswer => {
  try {
    return { kind: 'done', result: runCopyJob(workerData as CopyJob) }; // what copy-database.ts started it with
  } catch (error) {
    // Classes and codes do not cross threads: what the failure means is said here.
    const failure = asStorageError(error);
    return failure instanceof CodedError
      ? { kind: 'refused', code: failure.code, data: failure.data }
      : { kind: 'failed', error: failure };
  }
};

parentPort?.postMessage(answer());
