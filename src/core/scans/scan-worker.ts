import { parentPort } from 'node:worker_threads';
import { readScan } from './read-scan.ts';

/** A scan for the thread that reads; its bytes move over. It answers each job with a `ReadScan`. */
export interface ScanJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

parentPort?.on('message', ({ bytes, mediaType }: ScanJob) => {
  void readScan(bytes, mediaType).then((scan) => parentPort?.postMessage(scan));
});
