import { readSync } from 'node:fs';
import { CodedError } from '../../shared/errors.ts';
import {
  chunkBytes,
  openedLength,
  runChunks,
  sealedChunkBytes,
  tagBytes,
  type ChunkCipher,
} from './chunk-cipher.ts';

/** The payload of an age file whose header has been opened: every chunk lies at a known place. */
export interface SealedPayload {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Offset of the first chunk in the file. */
  readonly start: number;
  /** Sealed bytes. */
  readonly byteLength: number;
}

export const lastChunkOf = ({ byteLength }: SealedPayload): number =>
  Math.max(0, Math.ceil(byteLength / sealedChunkBytes) - 1);

/** Clear bytes of a whole payload. */
export const clearLength = ({ byteLength }: SealedPayload): number => openedLength(byteLength);

/** Reads exactly `into`, wherever in the file. @throws CodedError PACKAGE_CUT_SHORT */
export const readExactly = (fd: number, position: number, into: Uint8Array): Uint8Array => {
  for (let filled = 0; filled < into.length;) {
    const read = readSync(fd, into, filled, into.length - filled, position + filled);
    if (read === 0) throw new CodedError('PACKAGE_CUT_SHORT', {});
    filled += read;
  }
  return into;
};

/** Room for one run, sealed and clear; used again for every run. */
export interface RunBuffers {
  readonly sealed: Uint8Array;
  readonly plain: Uint8Array;
}

/** @param clearBytes that will be read at most; less room is made for less */
export const runBuffers = (clearBytes: number): RunBuffers => {
  // One chunk more, because a range may begin and end inside chunks.
  const chunks = Math.min(runChunks, Math.ceil(clearBytes / chunkBytes) + 1);
  return {
    sealed: new Uint8Array(chunks * sealedChunkBytes),
    plain: new Uint8Array(chunks * chunkBytes),
  };
};

/**
 * Clear bytes from `start` up to, not including, `end`, a run at a time. No byte leaves before the tag of its chunk
 * is checked. A piece is a view of `buffers` and holds until the next one is asked for.
 *
 * @throws CodedError PACKAGE_CHANGED, PACKAGE_CUT_SHORT
 */
export async function* readClear(
  cipher: ChunkCipher,
  fd: number,
  payload: SealedPayload,
  start: number,
  end: number,
  buffers: RunBuffers,
): AsyncGenerator<Uint8Array> {
  const lastIndex = lastChunkOf(payload);
  const after = Math.ceil(end / chunkBytes);
  for (let index = Math.floor(start / chunkBytes); index < after; index += runChunks) {
    const chunks = Math.min(runChunks, after - index);
    const sealedStart = index * sealedChunkBytes;
    const sealedBytes = Math.min(chunks * sealedChunkBytes, payload.byteLength - sealedStart);
    const sealed = readExactly(fd, payload.start + sealedStart, buffers.sealed.subarray(0, sealedBytes));
    const run = { key: payload.key, firstIndex: index, endsPayload: index + chunks > lastIndex };
    const plain = await cipher.open(run, sealed, buffers.plain.subarray(0, openedLength(sealedBytes)));
    if (plain === null) throw new CodedError('PACKAGE_CHANGED', { part: 'content', block: index });
    const position = index * chunkBytes;
    yield plain.subarray(Math.max(0, start - position), Math.max(0, end - position));
  }
}

/**
 * Checks that a payload is whole: only a whole one ends with a chunk that carries the final flag.
 *
 * @throws CodedError PACKAGE_CUT_SHORT, PACKAGE_CHANGED
 */
export const requireWhole = async (
  cipher: ChunkCipher,
  fd: number,
  payload: SealedPayload,
): Promise<void> => {
  const lastIndex = lastChunkOf(payload);
  const lastStart = lastIndex * sealedChunkBytes;
  const lastBytes = payload.byteLength - lastStart;
  if (lastBytes < tagBytes || (lastBytes === tagBytes && lastIndex > 0))
    throw new CodedError('PACKAGE_CUT_SHORT', {});
  const sealed = readExactly(fd, payload.start + lastStart, new Uint8Array(lastBytes));
  const run = { key: payload.key, firstIndex: lastIndex };
  if ((await cipher.open({ ...run, endsPayload: true }, sealed)) !== null) return;
  // Our own packages end on a whole chunk, so a broken one at the end is a cut; so is one sealed as not the last.
  const isCut =
    lastBytes < sealedChunkBytes || (await cipher.open({ ...run, endsPayload: false }, sealed)) !== null;
  throw isCut
    ? new CodedError('PACKAGE_CUT_SHORT', {})
    : new CodedError('PACKAGE_CHANGED', { part: 'content', block: lastIndex });
};
