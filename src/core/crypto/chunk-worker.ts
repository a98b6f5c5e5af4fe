import { parentPort } from 'node:worker_threads';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import { asStorageError } from '../storage-error.ts';
import { openBulkWorker, type BulkJob, type BulkResult } from './bulk-job.ts';
import { openChunkCipher } from './chunk-ciphers.ts';

/** What a worker answers: first that it is ready, then one answer for each job. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: BulkResult }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly data: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);

const work = openBulkWorker(await openChunkCipher());

parentPort?.on('message', (job: BulkJob) => {
  work(job).then(
    (result) => answer({ kind: 'done', result }),
    (error: unknown) => {
      // Classes and codes do not cross threads: what the failure means is said here.
      const failure = asStorageError(error);
      answer(
        failure instanceof CodedError
          ? { kind: 'refused', code: failure.code, data: failure.data }
          : { kind: 'failed', error: failure },
      );
    },
  );
});
answer({ kind: 'ready' });
