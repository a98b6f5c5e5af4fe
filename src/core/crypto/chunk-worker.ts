import { parentPort } from 'node:worker_threads';
import { openRun, sealRun } from './chunk-cipher.ts';
import { loadSodiumChunk } from './sodium-chunk.ts';

/** One run of chunks to seal or open; buffers are handed over, not copied. */
export interface ChunkJob {
  readonly id: number;
  readonly direction: 'seal' | 'open';
  readonly key: Uint8Array;
  readonly firstIndex: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly endsPayload: boolean;
}

export interface ChunkResult {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

const cipher = loadSodiumChunk();

parentPort?.on('message', ({ id, direction, key, firstIndex, bytes, endsPayload }: ChunkJob) => {
  const run = direction === 'seal' ? sealRun : openRun;
  const result = run(cipher, key, firstIndex, bytes, endsPayload);
  parentPort?.postMessage(
    { id, bytes: result } satisfies ChunkResult,
    result === null ? [] : [result.buffer],
  );
});
