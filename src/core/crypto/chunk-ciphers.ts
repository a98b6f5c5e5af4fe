import { createCipheriv, createDecipheriv, webcrypto } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { CodedError } from '../../shared/errors.ts';
import {
  chunkBytes,
  chunkNonce,
  openRun,
  sealedChunkBytes,
  sealRun,
  tagBytes,
  type ChunkCipher,
  type OneChunkCipher,
} from './chunk-cipher.ts';
import type { ChunkJob, ChunkResult } from './chunk-worker.ts';

/** Makes one layer, or throws where the machine or host lacks what it needs. */
export type ChunkCipherLayer = () => Promise<ChunkCipher>;

/** From source the worker is TypeScript, in the bundle it lies beside this chunk as JavaScript. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './chunk-worker.ts' : './chunk-worker.js', import.meta.url);

const startWorker = () => {
  const worker = new Worker(workerUrl());
  worker.unref();
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array<ArrayBuffer> | null>>();
  let count = 0;
  worker.on('message', ({ id, bytes }: ChunkResult) => {
    waiting.get(id)?.resolve(bytes);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
  });
  return {
    terminate: () => worker.terminate(),
    run: (job: Omit<ChunkJob, 'id'>): Promise<Uint8Array<ArrayBuffer> | null> => {
      const id = (count += 1);
      const answer = Promise.withResolvers<Uint8Array<ArrayBuffer> | null>();
      waiting.set(id, answer);
      worker.ref();
      worker.postMessage({ ...job, id } satisfies ChunkJob, [job.bytes.buffer]);
      return answer.promise;
    },
  };
};

/** A view of a larger buffer must be copied before its buffer can be handed over. */
const whole = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

/** libsodium on worker threads: as fast as the age program on two cores. */
export const sodiumWorkers: ChunkCipherLayer = async () => {
  const workers = Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, startWorker);
  let turn = 0;
  const run = (
    direction: 'seal' | 'open',
    key: Uint8Array,
    firstIndex: number,
    bytes: Uint8Array<ArrayBuffer>,
    endsPayload: boolean,
  ) => {
    const worker = workers[(turn += 1) % workers.length];
    if (worker === undefined) throw new Error('no worker');
    return worker.run({ direction, key, firstIndex, bytes: whole(bytes), endsPayload });
  };
  return {
    name: 'sodium-workers',
    lanes: workers.length * 2,
    seal: async (...job) => {
      const sealed = await run('seal', ...job);
      if (sealed === null) throw new Error('sealing gave nothing');
      return sealed;
    },
    open: (...job) => run('open', ...job),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};

/** Present in Electron (BoringSSL), absent in plain Node. Runs on the thread pool, many chunks at once. */
export const webCrypto: ChunkCipherLayer = async () => {
  const algorithm = (index: number, isLast: boolean) => ({
    name: 'ChaCha20-Poly1305',
    iv: chunkNonce(index, isLast),
    tagLength: 128,
  });
  const imported = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
    webcrypto.subtle.importKey('raw-secret' as 'raw', new Uint8Array(key), 'ChaCha20-Poly1305', false, [use]);
  const pieces = (bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer>[] =>
    Array.from({ length: Math.max(1, Math.ceil(bytes.length / size)) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
  const joined = (parts: readonly ArrayBuffer[]): Uint8Array<ArrayBuffer> => {
    const all = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
      all.set(new Uint8Array(part), at);
      at += part.byteLength;
    }
    return all;
  };
  return {
    name: 'web-crypto',
    lanes: 2,
    seal: async (key, firstIndex, plain, endsPayload) => {
      const secret = await imported(key, 'encrypt');
      const all = pieces(plain, chunkBytes);
      return joined(
        await Promise.all(
          all.map((piece, at) =>
            webcrypto.subtle.encrypt(
              algorithm(firstIndex + at, endsPayload && at === all.length - 1),
              secret,
              piece,
            ),
          ),
        ),
      );
    },
    open: async (key, firstIndex, sealed, endsPayload) => {
      const secret = await imported(key, 'decrypt');
      const all = pieces(sealed, sealedChunkBytes);
      if (all.some((piece) => piece.length < tagBytes)) return null;
      try {
        return joined(
          await Promise.all(
            all.map((piece, at) =>
              webcrypto.subtle.decrypt(
                algorithm(firstIndex + at, endsPayload && at === all.length - 1),
                secret,
                piece,
              ),
            ),
          ),
        );
      } catch {
        return null;
      }
    },
    close: async () => {},
  };
};

const oneByOne = (name: ChunkCipher['name'], cipher: OneChunkCipher): ChunkCipher => ({
  name,
  lanes: 1,
  seal: async (key, firstIndex, plain, endsPayload) => sealRun(cipher, key, firstIndex, plain, endsPayload),
  open: async (key, firstIndex, sealed, endsPayload) => openRun(cipher, key, firstIndex, sealed, endsPayload),
  close: async () => {},
});

/** Plain Node on this thread; Electron's node:crypto does not know the cipher. */
export const nodeCrypto: ChunkCipherLayer = async () =>
  oneByOne('node-crypto', {
    seal: (key, nonce, plain, out) => {
      const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
      out.set(cipher.update(plain));
      cipher.final();
      out.set(cipher.getAuthTag(), plain.length);
    },
    open: (key, nonce, sealed, out) => {
      const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
      decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
      out.set(decipher.update(sealed.subarray(0, sealed.length - tagBytes)));
      try {
        decipher.final();
        return true;
      } catch {
        out.fill(0);
        return false;
      }
    },
  });

/** JavaScript only: slow, and everywhere. */
export const portable: ChunkCipherLayer = async () =>
  oneByOne('portable', {
    seal: (key, nonce, plain, out) => out.set(chacha20poly1305(key, nonce).encrypt(plain)),
    open: (key, nonce, sealed, out) => {
      try {
        out.set(chacha20poly1305(key, nonce).decrypt(sealed));
        return true;
      } catch {
        return false;
      }
    },
  });

/** RFC 8439, 2.8.2, with the key and nonce that a chunk has: counter 0, last flag set. */
const knownKey = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);

/**
 * A layer must agree with the portable one on a run of two chunks and refuse a changed byte, before it is trusted
 * with an archive.
 */
const proves = async (cipher: ChunkCipher): Promise<boolean> => {
  const plain = new Uint8Array(chunkBytes + 100).map((_, index) => index % 251);
  const reference = await (await portable()).seal(knownKey, 7, plain.slice(), true);
  const sealed = await cipher.seal(knownKey, 7, plain.slice(), true);
  if (Buffer.compare(sealed, reference) !== 0) return false;
  const opened = await cipher.open(knownKey, 7, reference.slice(), true);
  if (opened === null || Buffer.compare(opened, plain) !== 0) return false;
  const changed = reference.slice();
  changed[5] = (changed[5] ?? 0) ^ 1;
  return (await cipher.open(knownKey, 7, changed, true)) === null;
};

const allLayers: readonly ChunkCipherLayer[] = [sodiumWorkers, webCrypto, nodeCrypto, portable];

/**
 * The fastest layer that proves itself on this machine.
 *
 * @throws CodedError CIPHER_UNAVAILABLE when none does
 */
export const openChunkCipher = async (
  layers: readonly ChunkCipherLayer[] = allLayers,
): Promise<ChunkCipher> => {
  for (const layer of layers) {
    let cipher: ChunkCipher | null = null;
    try {
      cipher = await layer();
      if (await proves(cipher)) return cipher;
    } catch {
      // Not on this machine: the next layer is tried.
    }
    await cipher?.close();
  }
  throw new CodedError('CIPHER_UNAVAILABLE', {});
};
