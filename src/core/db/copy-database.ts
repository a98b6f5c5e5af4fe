import { stat } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import type { CopiedDatabase, CopyJob, DatabaseContent } from './copy-job.ts';

export type { CopiedDatabase, DatabaseContent } from './copy-job.ts';

/** What the worker answers, once. */
export type CopyAnswer =
  | { readonly kind: 'done'; readonly result: CopiedDatabase | DatabaseContent }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly data: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** From source the worker is TypeScript, in the bundle it lies beside this chunk as JavaScript. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './copy-worker.ts' : './copy-worker.js', import.meta.url);

const onThread = (job: CopyJob): Promise<CopiedDatabase | DatabaseContent> => {
  const result = Promise.withResolvers<CopiedDatabase | DatabaseContent>();
  const worker = new Worker(workerUrl(), { workerData: job });
  worker.on('message', (answer: CopyAnswer) => {
    if (answer.kind === 'done') result.resolve(answer.result);
    // The worker sends a code with the data that its catalogue entry asks for.
    else if (answer.kind === 'refused') result.reject(new CodedError(answer.code, answer.data as never));
    else result.reject(answer.error);
  });
  worker.on('error', (error) => result.reject(error));
  worker.on('exit', () => result.reject(new Error('the worker ended')));
  return result.promise;
};

const between = 200;

/**
 * Copies a database that may be in use: as it stood at one moment, encrypted under the same key, on disk when this
 * resolves. SQLite cannot be stopped in the middle of it: who cancels waits for the end.
 *
 * @param watch is told how many bytes are written
 * @throws CodedError ARCHIVE_DAMAGED, DISK_FULL, STORAGE_UNWRITABLE, and what `watch` throws
 */
export const copyDatabase = async (
  source: string,
  target: string,
  key: Uint8Array,
  watch: (bytes: number) => Promise<void> = async () => {},
): Promise<CopiedDatabase> => {
  const running = onThread({ kind: 'copy', source, target, key });
  const ended = running.then(
    () => true,
    () => true,
  );
  let cancelled: unknown = null;
  while (!(await Promise.race([ended, after(between, false)]))) {
    const written = await stat(target).catch(() => null);
    if (cancelled === null)
      await watch(written?.size ?? 0).catch((error: unknown) => void (cancelled = error));
  }
  if (cancelled !== null) throw cancelled;
  return (await running) as CopiedDatabase; // a copy job answers with this
};

/** Reads every page of a database that nobody writes, and counts. @throws CodedError ARCHIVE_DAMAGED `database` */
export const inspectDatabase = async (file: string, key: Uint8Array): Promise<DatabaseContent> =>
  (await onThread({ kind: 'inspect', file, key })) as DatabaseContent; // an inspecting job answers with this
