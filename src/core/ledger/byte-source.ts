import { open } from 'node:fs/promises';

/** Bytes that can be read anywhere: a plain file, or the clear content of an encrypted one. */
export interface ByteSource {
  readonly length: number;
  read(start: number, end: number): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const pieceBytes = 1024 * 1024;

/** A file as it lies on disk. */
export const openFileBytes = async (path: string): Promise<ByteSource> => {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    length: size,
    async *read(start, end) {
      for (let at = start; at < end;) {
        const piece = new Uint8Array(Math.min(pieceBytes, end - at));
        const { bytesRead } = await handle.read(piece, 0, piece.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield piece.subarray(0, bytesRead);
      }
    },
    close: () => handle.close(),
  };
};
