import { printJobId, type PrintJobId } from '../../shared/domain/ids.ts';
import type { PrintJob } from '../../shared/domain/printing.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  deletePrintedJobs,
  deletePrintJobs,
  getPrintJob,
  insertPrintJob,
  markJobsPrinted,
  orderPrintJobs,
  printedJobs,
  setJobCopies,
  waitingJobs,
} from '../db/repositories/print-jobs.ts';
import type { OpenArchive } from '../open-archive.ts';
import { setupOf } from './printers.ts';

/** Printed jobs that are still shown, to be printed again. */
const shownPrinted = 20;

export interface PrintQueue {
  readonly waiting: PrintJob[];
  readonly printed: PrintJob[];
}

const state = (reader: Reader): PrintQueue => ({
  waiting: waitingJobs(reader),
  printed: printedJobs(reader, shownPrinted),
});

export const readQueue = ({ store }: OpenArchive): Promise<PrintQueue> => store.read(state);

interface NewJob extends Pick<PrintJob, 'kind' | 'subjectIds' | 'mark' | 'labels'> {
  /** Name of the first of its subjects. */
  readonly firstName: string;
}

/** Papers of these subjects that wait already, printed the same way. */
const waitingSubjects = (reader: Reader, { kind, mark }: Pick<PrintJob, 'kind' | 'mark'>): Set<string> =>
  new Set(
    waitingJobs(reader)
      .filter((job) => job.kind === kind && job.mark === mark && job.labels === null)
      .flatMap(({ subjectIds }) => subjectIds),
  );

/** Puts papers behind those that wait; what waits already is not put there twice. */
export const addToQueue = (
  { store, ports }: OpenArchive,
  { firstName, ...job }: NewJob,
): Promise<PrintQueue & { readonly added: number }> =>
  store.write((writer) => {
    const there = job.labels === null ? waitingSubjects(writer, job) : new Set<string>();
    const subjectIds = [...new Set(job.subjectIds)].filter((id) => !there.has(id));
    if (subjectIds.length === 0) return { ...state(writer), added: 0 };
    const alone = subjectIds.length === 1;
    insertPrintJob(writer, {
      ...job,
      id: printJobId.parse(ports.random.id()),
      subjectIds,
      summary: alone ? firstName : `${firstName}等 ${subjectIds.length} 个`,
      copies: setupOf(writer, job.kind).copies,
      addedAt: ports.clock.instant(),
    });
    return { ...state(writer), added: subjectIds.length };
  });

export const removeFromQueue = ({ store }: OpenArchive, ids: readonly PrintJobId[]): Promise<PrintQueue> =>
  store.write((writer) => {
    deletePrintJobs(writer, ids);
    return state(writer);
  });

export const forgetPrinted = ({ store }: OpenArchive): Promise<PrintQueue> =>
  store.write((writer) => {
    deletePrintedJobs(writer);
    return state(writer);
  });

/** @throws CodedError CONFLICT where the ids are not those that wait */
export const arrangeQueue = ({ store }: OpenArchive, ids: readonly PrintJobId[]): Promise<PrintQueue> =>
  store.write((writer) => {
    const waiting = waitingJobs(writer).map(({ id }) => id);
    const wanted = new Set(ids);
    if (waiting.length !== ids.length || wanted.size !== ids.length || !waiting.every((id) => wanted.has(id)))
      throw new CodedError('CONFLICT', { what: 'print-job' });
    orderPrintJobs(writer, ids);
    return state(writer);
  });

const requireJob = (reader: Reader, id: PrintJobId): PrintJob => {
  const job = getPrintJob(reader, id);
  if (job === null) throw new CodedError('NOT_FOUND', { what: 'print-job' });
  return job;
};

/** @throws CodedError NOT_FOUND */
export const setCopies = ({ store }: OpenArchive, id: PrintJobId, copies: number): Promise<PrintQueue> =>
  store.write((writer) => {
    requireJob(writer, id);
    setJobCopies(writer, id, copies);
    return state(writer);
  });

/** Lets printed papers wait once more. @throws CodedError NOT_FOUND */
export const queueAgain = ({ store, ports }: OpenArchive, id: PrintJobId): Promise<PrintQueue> =>
  store.write((writer) => {
    const { printed: _, ...job } = requireJob(writer, id);
    insertPrintJob(writer, {
      ...job,
      id: printJobId.parse(ports.random.id()),
      addedAt: ports.clock.instant(),
    });
    return state(writer);
  });

/** Takes jobs off the queue once their papers are registered; to go into the same transaction. */
export const markPrinted =
  ({ ports }: OpenArchive, ids: readonly PrintJobId[], by: string): ((writer: Writer) => void) =>
  (writer) =>
    markJobsPrinted(writer, ids, { at: ports.clock.instant(), by });

/** The wanted jobs in the order of the queue. @throws CodedError CONFLICT where one does not wait any more */
export const jobsToPrint = ({ store }: OpenArchive, ids: readonly PrintJobId[]): Promise<PrintJob[]> =>
  store.read((reader) => {
    const wanted = new Set(ids);
    const jobs = waitingJobs(reader).filter(({ id }) => wanted.has(id));
    if (jobs.length !== wanted.size) throw new CodedError('CONFLICT', { what: 'print-job' });
    return jobs;
  });
