/** age v1 payloads are cut into chunks of 64 KiB, each sealed on its own (C2SP age, "STREAM"). */
export const chunkBytes = 65_536;
export const tagBytes = 16;
export const sealedChunkBytes: number = chunkBytes + tagBytes;
/** Chunks that travel to a worker together: large enough to hide the message, small enough to keep memory flat. */
export const batchChunks = 32;

/**
 * Seals and opens runs of consecutive chunks with ChaCha20-Poly1305. One of several layers does the work, because
 * Electron's crypto has no such cipher in node:crypto and other hosts lack others.
 */
export interface ChunkCipher {
  readonly name: 'sodium-workers' | 'web-crypto' | 'node-crypto' | 'portable';
  /** @param endsPayload whether the run's last chunk is the payload's last */
  seal(
    key: Uint8Array,
    firstIndex: number,
    plain: Uint8Array<ArrayBuffer>,
    endsPayload: boolean,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Null when any chunk of the run is not authentic. */
  open(
    key: Uint8Array,
    firstIndex: number,
    sealed: Uint8Array<ArrayBuffer>,
    endsPayload: boolean,
  ): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Runs that can be worked on at the same time. */
  readonly lanes: number;
  close(): Promise<void>;
}

/** Nonce of a chunk: an 11-byte big-endian counter and the last-chunk flag. */
export const chunkNonce = (index: number, isLast: boolean): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(index));
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** Seals one chunk into `out`, or opens one; synchronous, so that a worker can do many in a row. */
export interface OneChunkCipher {
  seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, out: Uint8Array): void;
  /** False when not authentic. */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, out: Uint8Array): boolean;
}

/** Seals a run of chunks one after another. An empty payload is one empty chunk. */
export const sealRun = (
  cipher: OneChunkCipher,
  key: Uint8Array,
  firstIndex: number,
  plain: Uint8Array,
  endsPayload: boolean,
): Uint8Array<ArrayBuffer> => {
  const chunks = Math.max(1, Math.ceil(plain.length / chunkBytes));
  const sealed = new Uint8Array(plain.length + chunks * tagBytes);
  for (let at = 0; at < chunks; at += 1) {
    const chunk = plain.subarray(at * chunkBytes, (at + 1) * chunkBytes);
    const start = at * sealedChunkBytes;
    const isLast = endsPayload && at === chunks - 1;
    cipher.seal(
      key,
      chunkNonce(firstIndex + at, isLast),
      chunk,
      sealed.subarray(start, start + chunk.length + tagBytes),
    );
  }
  return sealed;
};

/** Opens a run of chunks; null when one is not authentic or too short to be a chunk. */
export const openRun = (
  cipher: OneChunkCipher,
  key: Uint8Array,
  firstIndex: number,
  sealed: Uint8Array,
  endsPayload: boolean,
): Uint8Array<ArrayBuffer> | null => {
  const chunks = Math.ceil(sealed.length / sealedChunkBytes);
  const plain = new Uint8Array(Math.max(0, sealed.length - chunks * tagBytes));
  for (let at = 0; at < chunks; at += 1) {
    const chunk = sealed.subarray(at * sealedChunkBytes, (at + 1) * sealedChunkBytes);
    if (chunk.length < tagBytes) return null;
    const start = at * chunkBytes;
    const isLast = endsPayload && at === chunks - 1;
    const out = plain.subarray(start, start + chunk.length - tagBytes);
    if (!cipher.open(key, chunkNonce(firstIndex + at, isLast), chunk, out)) return null;
  }
  return plain;
};
