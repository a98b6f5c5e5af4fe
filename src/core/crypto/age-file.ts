import { open, type FileHandle } from 'node:fs/promises';
import { CodedError } from '../../shared/errors.ts';
import { openAgeHeader } from './age-header.ts';
import { batchChunks, chunkBytes, sealedChunkBytes, tagBytes, type ChunkCipher } from './chunk-cipher.ts';

/** An encrypted file that can be read anywhere: every chunk is sealed on its own and lies at a known place. */
export interface AgeFile {
  /** Bytes of the clear content. */
  readonly length: number;
  /**
   * Clear bytes from `start` up to, not including, `end`. No byte leaves before the tag of its chunk is checked.
   * @throws CodedError PACKAGE_CHANGED, CANCELLED
   */
  read(start: number, end: number, signal?: AbortSignal): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

const readAt = async (
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new CodedError('PACKAGE_CUT_SHORT', {});
    filled += bytesRead;
  }
  return bytes;
};

/**
 * Opens an age v1 file for reading. Its last chunk is checked first: only a whole file has one with the final flag,
 * so nothing of a cut file is ever read.
 *
 * @param identity `AGE-SECRET-KEY-1…`
 * @throws CodedError PACKAGE_NOT_AGE, PACKAGE_WRONG_KEY, PACKAGE_CUT_SHORT, PACKAGE_CHANGED
 */
export const openAgeFile = async (path: string, identity: string, cipher: ChunkCipher): Promise<AgeFile> => {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const header = await openAgeHeader(await readAt(handle, 0, Math.min(size, 65_536 + 256)), identity);
    const payloadStart = header.bytes.length;
    const payloadBytes = size - payloadStart;
    const lastIndex = Math.max(0, Math.ceil(payloadBytes / sealedChunkBytes) - 1);
    const lastStart = lastIndex * sealedChunkBytes;
    const lastBytes = payloadBytes - lastStart;
    if (lastBytes < tagBytes || (lastBytes === tagBytes && lastIndex > 0))
      throw new CodedError('PACKAGE_CUT_SHORT', {});

    const sealedAt = (index: number, count: number): Promise<Uint8Array<ArrayBuffer>> => {
      const start = index * sealedChunkBytes;
      return readAt(handle, payloadStart + start, Math.min(count * sealedChunkBytes, payloadBytes - start));
    };
    const openRun = async (index: number, count: number): Promise<Uint8Array<ArrayBuffer>> => {
      const sealed = await sealedAt(index, count);
      const plain = await cipher.open(header.payloadKey, index, sealed, index + count > lastIndex);
      if (plain === null) throw new CodedError('PACKAGE_CHANGED', { part: `chunk ${index}` });
      return plain;
    };

    if ((await cipher.open(header.payloadKey, lastIndex, await sealedAt(lastIndex, 1), true)) === null) {
      // Our own packages end on a whole chunk, so a broken one at the end is a cut; so is one sealed as not the last.
      const isCut =
        lastBytes < sealedChunkBytes ||
        (await cipher.open(header.payloadKey, lastIndex, await sealedAt(lastIndex, 1), false)) !== null;
      throw isCut
        ? new CodedError('PACKAGE_CUT_SHORT', {})
        : new CodedError('PACKAGE_CHANGED', { part: `chunk ${lastIndex}` });
    }

    return {
      length: payloadBytes - (lastIndex + 1) * tagBytes,
      async *read(start, end, signal) {
        const firstChunk = Math.floor(start / chunkBytes);
        const afterChunk = Math.ceil(end / chunkBytes);
        const inFlight: Promise<Uint8Array<ArrayBuffer>>[] = [];
        let next = firstChunk;
        let position = firstChunk * chunkBytes;
        while (position < end) {
          if (signal?.aborted) throw new CodedError('CANCELLED', {});
          while (next < afterChunk && inFlight.length < cipher.lanes) {
            const run = openRun(next, Math.min(batchChunks, afterChunk - next));
            run.catch(() => {}); // reported when its turn comes
            inFlight.push(run);
            next += batchChunks;
          }
          const plain = await inFlight.shift();
          if (plain === undefined) return;
          const piece = plain.subarray(Math.max(0, start - position), Math.max(0, end - position));
          if (piece.length > 0) yield piece;
          position += plain.length;
        }
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
};
