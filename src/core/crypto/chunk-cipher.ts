/** age v1 payloads are cut into chunks of 64 KiB, each sealed on its own (C2SP age, "STREAM"). */
export const chunkBytes = 65_536;
export const tagBytes = 16;
export const sealedChunkBytes: number = chunkBytes + tagBytes;
/** Chunks that are worked on in one go: large enough to hide a message, small enough to keep memory flat. */
export const runChunks = 32;

/** Consecutive chunks of one payload. */
export interface ChunkRun {
  /** 32-byte key of the payload. */
  readonly key: Uint8Array;
  readonly firstIndex: number;
  /** Whether the run's last chunk is the payload's last. */
  readonly endsPayload: boolean;
}

/**
 * Seals and opens runs of chunks with ChaCha20-Poly1305. One of several layers does the work, because Electron's
 * node:crypto has no such cipher and other hosts lack others.
 */
export interface ChunkCipher {
  readonly name: 'sodium' | 'web-crypto' | 'node-crypto' | 'portable';
  /** @param out of `sealedLength(plain.length)` bytes; made where it is left out */
  seal(run: ChunkRun, plain: Uint8Array, out?: Uint8Array): Promise<Uint8Array>;
  /**
   * Null when any chunk of the run is not authentic; `out` then holds nothing of it.
   *
   * @param out of `openedLength(sealed.length)` bytes; made where it is left out
   */
  open(run: ChunkRun, sealed: Uint8Array, out?: Uint8Array): Promise<Uint8Array | null>;
}

/** Bytes that so many clear bytes make; an empty payload is one empty chunk. */
export const sealedLength = (plainBytes: number): number =>
  plainBytes + Math.max(1, Math.ceil(plainBytes / chunkBytes)) * tagBytes;

/** Clear bytes in so many sealed ones. */
export const openedLength = (sealedBytes: number): number =>
  Math.max(0, sealedBytes - Math.ceil(sealedBytes / sealedChunkBytes) * tagBytes);

/** Nonce of a chunk: an 11-byte big-endian counter and the last-chunk flag. */
export const chunkNonce = (index: number, isLast: boolean): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(index));
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** One chunk of a run: its nonce, and where it lies clear and sealed. */
export interface ChunkPlace {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly plain: readonly [start: number, end: number];
  readonly sealed: readonly [start: number, end: number];
}

/** Where the chunks of a run lie. @param plainBytes of the whole run */
export const placesOf = ({ firstIndex, endsPayload }: ChunkRun, plainBytes: number): ChunkPlace[] => {
  const chunks = Math.max(1, Math.ceil(plainBytes / chunkBytes));
  return Array.from({ length: chunks }, (_, at) => {
    const start = at * chunkBytes;
    const length = Math.min(chunkBytes, plainBytes - start);
    const sealedStart = at * sealedChunkBytes;
    return {
      nonce: chunkNonce(firstIndex + at, endsPayload && at === chunks - 1),
      plain: [start, start + length],
      sealed: [sealedStart, sealedStart + length + tagBytes],
    };
  });
};

/** True when the sealed bytes can be chunks at all: none is shorter than its tag. */
export const areChunks = (sealedBytes: number): boolean => {
  const rest = sealedBytes % sealedChunkBytes;
  return sealedBytes > 0 && (rest === 0 || rest >= tagBytes);
};
