import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { CodedError } from '../../shared/errors.ts';
import { chunkBytes, runChunks, sealedLength, type ChunkCipher, type ChunkRun } from './chunk-cipher.ts';
import { readClear, runBuffers, type SealedPayload } from './sealed-payload.ts';
import { writeWhole } from './write-whole.ts';

/** A piece of what is to be sealed: bytes at hand, or a range of another encrypted file. */
export type ClearPart =
  | { readonly bytes: Uint8Array }
  | { readonly path: string; readonly payload: SealedPayload; readonly start: number; readonly end: number };

/** Gathers one run, seals it, and writes it to its place in an open file. */
export interface SealJob {
  readonly kind: 'seal';
  readonly run: ChunkRun;
  /** Together at most one run of clear bytes. */
  readonly parts: readonly ClearPart[];
  readonly fd: number;
  readonly position: number;
}

/** Hashes a clear range of an open encrypted file, or a range of a plain one; with no algorithm only checks the tags. */
export interface DigestJob {
  readonly kind: 'digest';
  readonly fd: number;
  /** Null for a plain file. */
  readonly payload: SealedPayload | null;
  readonly start: number;
  readonly end: number;
  readonly algorithms: readonly string[];
}

export type BulkJob = SealJob | DigestJob;

/** Hex digests in the order of the job's algorithms; empty after a seal job. */
export type BulkResult = readonly string[];

const plainReadBytes = 1024 * 1024;

const readPlain = function* (
  fd: number,
  start: number,
  end: number,
  into: Uint8Array,
): Generator<Uint8Array> {
  for (let at = start; at < end;) {
    const read = readSync(fd, into, 0, Math.min(into.length, plainReadBytes, end - at), at);
    if (read === 0) throw new CodedError('PACKAGE_CUT_SHORT', {});
    at += read;
    yield into.subarray(0, read);
  }
};

/**
 * Does bulk work on the thread it lives on, one job at a time, in buffers that are made once: memory stays flat
 * whatever the size.
 */
export const openBulkWorker = (cipher: ChunkCipher): ((job: BulkJob) => Promise<BulkResult>) => {
  const reading = runBuffers(runChunks * chunkBytes);
  const gathered = new Uint8Array(runChunks * chunkBytes);
  const sealed = new Uint8Array(sealedLength(gathered.length));

  const gather = async (part: ClearPart, at: number): Promise<number> => {
    if ('bytes' in part) {
      gathered.set(part.bytes, at);
      return at + part.bytes.length;
    }
    let fd: number | null = null;
    try {
      fd = openSync(part.path, 'r');
      let filled = at;
      for await (const piece of readClear(cipher, fd, part.payload, part.start, part.end, reading)) {
        gathered.set(piece, filled);
        filled += piece.length;
      }
      return filled;
    } catch (error) {
      // The source is one of the archive's own files.
      throw new CodedError('ARCHIVE_DAMAGED', { part: 'attachment' }, { cause: error });
    } finally {
      if (fd !== null) closeSync(fd);
    }
  };

  const seal = async ({ run, parts, fd, position }: SealJob): Promise<BulkResult> => {
    let filled = 0;
    for (const part of parts) filled = await gather(part, filled);
    const out = await cipher.seal(
      run,
      gathered.subarray(0, filled),
      sealed.subarray(0, sealedLength(filled)),
    );
    writeWhole(fd, out, position);
    return [];
  };

  const digest = async ({ fd, payload, start, end, algorithms }: DigestJob): Promise<BulkResult> => {
    const hashes = algorithms.map((algorithm) => createHash(algorithm));
    const pieces =
      payload === null
        ? readPlain(fd, start, end, reading.plain)
        : readClear(cipher, fd, payload, start, end, reading);
    for await (const piece of pieces) for (const hash of hashes) hash.update(piece);
    return hashes.map((hash) => hash.digest('hex'));
  };

  return (job) => (job.kind === 'seal' ? seal(job) : digest(job));
};
