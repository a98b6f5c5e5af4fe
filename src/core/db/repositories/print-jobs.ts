import type { PrintJobId } from '../../../shared/domain/ids.ts';
import { printJob, type PrintJob } from '../../../shared/domain/printing.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

const columns = `id, kind, subject_ids AS subjectIds, summary, copies, mark, labels, added_at AS addedAt,
  printed_at AS printedAt, printed_by AS printedBy`;

const jobOf = ({ subjectIds, labels, printedAt, printedBy, ...row }: Record<string, SqlValue>): PrintJob =>
  printJob.parse({
    ...row,
    subjectIds: JSON.parse(String(subjectIds)),
    labels: labels === null ? null : JSON.parse(String(labels)),
    printed: printedAt === null ? null : { at: printedAt, by: printedBy },
  });

const jobs = (reader: Reader, rest: string, parameters: readonly SqlValue[] = []): PrintJob[] =>
  reader
    .all<Record<string, SqlValue>>(`SELECT ${columns} FROM print_jobs ${rest}`, parameters)
    .map((row) => jobOf(row));

/** What waits, in its order. */
export const waitingJobs = (reader: Reader): PrintJob[] =>
  jobs(reader, 'WHERE printed_at IS NULL ORDER BY position');

/** What was printed last, newest first. */
export const printedJobs = (reader: Reader, limit: number): PrintJob[] =>
  jobs(reader, 'WHERE printed_at IS NOT NULL ORDER BY printed_at DESC, position DESC LIMIT ?', [limit]);

export const getPrintJob = (reader: Reader, id: PrintJobId): PrintJob | null =>
  jobs(reader, 'WHERE id = ?', [id])[0] ?? null;

/** Puts a job behind those that wait. */
export const insertPrintJob = (writer: Writer, job: Omit<PrintJob, 'printed'>): void => {
  writer.run(
    `INSERT INTO print_jobs (id, position, kind, subject_ids, summary, copies, mark, labels, added_at)
     VALUES (:id, (SELECT coalesce(max(position), 0) + 1 FROM print_jobs), :kind, :subjectIds, :summary, :copies, :mark,
       :labels, :addedAt)`,
    {
      ...job,
      subjectIds: JSON.stringify(job.subjectIds),
      labels: job.labels && JSON.stringify(job.labels),
    },
  );
};

export const deletePrintJobs = (writer: Writer, ids: readonly PrintJobId[]): number =>
  writer.run('DELETE FROM print_jobs WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
    .changes;

export const deletePrintedJobs = (writer: Writer): void => {
  writer.run('DELETE FROM print_jobs WHERE printed_at IS NOT NULL', []);
};

/** Numbers the jobs from 1 in this order. */
export const orderPrintJobs = (writer: Writer, ids: readonly PrintJobId[]): void => {
  for (const [index, id] of ids.entries())
    writer.run('UPDATE print_jobs SET position = ? WHERE id = ?', [index + 1, id]);
};

export const setJobCopies = (writer: Writer, id: PrintJobId, copies: number): void => {
  writer.run('UPDATE print_jobs SET copies = ? WHERE id = ?', [copies, id]);
};

export const markJobsPrinted = (
  writer: Writer,
  ids: readonly PrintJobId[],
  printed: { readonly at: string; readonly by: string },
): void => {
  writer.run(
    `UPDATE print_jobs SET printed_at = ?, printed_by = ?
     WHERE printed_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    [printed.at, printed.by, JSON.stringify(ids)],
  );
};
