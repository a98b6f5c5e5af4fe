import { parentPort } from 'node:worker_threads';
import { partPdf, type PageRange } from './pdf-parts.ts';
import { readScan, readTexts, type ReadScan } from './read-scan.ts';

/** What the thread is asked; the bytes move over. */
export type ScanJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly kind: 'texts'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | {
      readonly kind: 'part';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly ranges: readonly PageRange[];
      readonly whole: string;
    };

export type ScanAnswer =
  | { readonly kind: 'read'; readonly scan: ReadScan }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** Null where the PDF cannot be taken apart. */
  | { readonly kind: 'parts'; readonly parts: readonly Uint8Array<ArrayBuffer>[] | null };

const answerTo = async (job: ScanJob): Promise<ScanAnswer> => {
  if (job.kind === 'read') return { kind: 'read', scan: await readScan(job.bytes, job.mediaType) };
  if (job.kind === 'texts') return { kind: 'texts', texts: await readTexts(job.bytes, job.mediaType) };
  try {
    return { kind: 'parts', parts: await partPdf(job.bytes, job.ranges, job.whole) };
  } catch {
    return { kind: 'parts', parts: null };
  }
};

parentPort?.on('message', (job: ScanJob) => {
  void answerTo(job).then((answer) => parentPort?.postMessage(answer));
});
