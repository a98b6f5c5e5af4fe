import { open, type FileHandle } from 'node:fs/promises';
import { CodedError } from '../../shared/errors.ts';
import { hasWholeHeader, maxHeaderBytes, openAgeHeader, payloadNonceBytes } from './age-header.ts';
import { chunkBytes, type ChunkCipher } from './chunk-cipher.ts';
import {
  clearLength,
  lastChunkOf,
  readClear,
  readExactly,
  requireWhole,
  runBuffers,
  type SealedPayload,
} from './sealed-payload.ts';

/** An encrypted file that can be read anywhere: every chunk is sealed on its own and lies at a known place. */
export interface AgeFile {
  /** Bytes of the clear content. */
  readonly length: number;
  /** For threads that read the payload themselves, as long as the file is open. */
  readonly fd: number;
  readonly payload: SealedPayload;
  /**
   * Clear bytes from `start` up to, not including, `end`. No byte leaves before the tag of its chunk is checked.
   * @throws CodedError PACKAGE_CHANGED, PACKAGE_CUT_SHORT, CANCELLED
   */
  read(start: number, end: number, signal?: AbortSignal): AsyncGenerator<Uint8Array>;
  /** Says that a thread has read this range, and so has checked its chunks. */
  markRead(start: number, end: number): void;
  /** Clear ranges whose chunks nobody has checked yet. */
  unread(): readonly (readonly [start: number, end: number])[];
  close(): Promise<void>;
}

/** Which chunks of a payload have been opened. */
const chunkMarks = (payload: SealedPayload) => {
  const marks = new Uint8Array(lastChunkOf(payload) + 1);
  return {
    mark: (start: number, end: number): void => {
      marks.fill(1, Math.floor(start / chunkBytes), Math.ceil(end / chunkBytes));
    },
    gaps: (): (readonly [number, number])[] => {
      const found: (readonly [number, number])[] = [];
      for (let at = marks.indexOf(0); at !== -1; at = marks.indexOf(0, at)) {
        const end = marks.indexOf(1, at);
        const after = end === -1 ? marks.length : end;
        found.push([at * chunkBytes, Math.min(after * chunkBytes, clearLength(payload))]);
        at = after;
      }
      return found;
    },
  };
};

/** A header for a handful of recipients fits into this; a longer one is read again, whole. */
const usualHeaderBytes = 2048;

const payloadOf = async (handle: FileHandle, identity: string): Promise<SealedPayload> => {
  const { size } = await handle.stat();
  const headOf = (bytes: number): Uint8Array =>
    readExactly(handle.fd, 0, new Uint8Array(Math.min(size, bytes)));
  const usual = headOf(usualHeaderBytes);
  const start = hasWholeHeader(usual) ? usual : headOf(maxHeaderBytes + payloadNonceBytes);
  const { bytes, payloadKey } = await openAgeHeader(start, identity);
  return { key: payloadKey, start: bytes.length, byteLength: size - bytes.length };
};

/**
 * Opens the header of an age v1 file and nothing more: whoever reads the payload checks its chunks, the last one's
 * flag included.
 *
 * @throws CodedError PACKAGE_NOT_AGE, PACKAGE_WRONG_KEY, PACKAGE_CUT_SHORT, PACKAGE_CHANGED `header`
 */
export const readSealedPayload = async (path: string, identity: string): Promise<SealedPayload> => {
  const handle = await open(path, 'r');
  try {
    return await payloadOf(handle, identity);
  } finally {
    await handle.close();
  }
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
    const payload = await payloadOf(handle, identity);
    await requireWhole(cipher, handle.fd, payload);
    const { mark, gaps } = chunkMarks(payload);
    return {
      length: clearLength(payload),
      fd: handle.fd,
      payload,
      async *read(start, end, signal) {
        let at = start;
        for await (const piece of readClear(
          cipher,
          handle.fd,
          payload,
          start,
          end,
          runBuffers(end - start),
        )) {
          if (signal?.aborted) throw new CodedError('CANCELLED', {});
          mark(at, at + piece.length);
          at += piece.length;
          // A copy, because readers that look ahead keep pieces.
          if (piece.length > 0) yield piece.slice();
        }
      },
      markRead: mark,
      unread: gaps,
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
};
