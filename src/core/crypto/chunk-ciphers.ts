import { createCipheriv, createDecipheriv, webcrypto } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { CodedError } from '../../shared/errors.ts';
import {
  areChunks,
  chunkBytes,
  openedLength,
  placesOf,
  sealedLength,
  tagBytes,
  type ChunkCipher,
} from './chunk-cipher.ts';
import { loadSodium } from './load-sodium.ts';

/** Makes one layer, or throws where the machine or host lacks what it needs. */
export type ChunkCipherLayer = () => Promise<ChunkCipher>;

/** Seals or opens one chunk; synchronous. */
interface OneChunkCipher {
  seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, out: Uint8Array): void;
  /** False when not authentic. */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, out: Uint8Array): boolean;
}

/** A layer that does one chunk after another on the thread it is called on. */
const oneByOne = (name: ChunkCipher['name'], cipher: OneChunkCipher): ChunkCipher => ({
  name,
  seal: async (run, plain, out = new Uint8Array(sealedLength(plain.length))) => {
    for (const place of placesOf(run, plain.length))
      cipher.seal(run.key, place.nonce, plain.subarray(...place.plain), out.subarray(...place.sealed));
    return out;
  },
  open: async (run, sealed, out = new Uint8Array(openedLength(sealed.length))) => {
    if (!areChunks(sealed.length)) return null;
    for (const place of placesOf(run, openedLength(sealed.length))) {
      if (cipher.open(run.key, place.nonce, sealed.subarray(...place.sealed), out.subarray(...place.plain)))
        continue;
      out.fill(0);
      return null;
    }
    return out;
  },
});

/** libsodium, in its prebuilt native module: the fastest. */
export const sodium: ChunkCipherLayer = async () => {
  const native = loadSodium();
  return oneByOne('sodium', {
    seal: (key, nonce, plain, out) =>
      void native.crypto_aead_chacha20poly1305_ietf_encrypt(out, plain, null, null, nonce, key),
    open: (key, nonce, sealed, out) => {
      try {
        native.crypto_aead_chacha20poly1305_ietf_decrypt(out, null, sealed, null, nonce, key);
        return true;
      } catch {
        return false;
      }
    },
  });
};

/** Present in Electron (BoringSSL) and in Node 24. Runs on the thread pool, many chunks at once. */
export const webCrypto: ChunkCipherLayer = async () => {
  const algorithm = (nonce: Uint8Array<ArrayBuffer>) => ({
    name: 'ChaCha20-Poly1305',
    iv: nonce,
    tagLength: tagBytes * 8,
  });
  const imported = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
    // The types lag behind: this format is the one that Node and Electron know for this cipher.
    webcrypto.subtle.importKey('raw-secret' as 'raw', new Uint8Array(key), 'ChaCha20-Poly1305', false, [use]);
  await imported(new Uint8Array(32), 'encrypt');
  return {
    name: 'web-crypto',
    seal: async (run, plain, out = new Uint8Array(sealedLength(plain.length))) => {
      const key = await imported(run.key, 'encrypt');
      const seal = async (place: ReturnType<typeof placesOf>[number]): Promise<void> => {
        const chunk = new Uint8Array(plain.subarray(...place.plain));
        const sealed = await webcrypto.subtle.encrypt(algorithm(place.nonce), key, chunk);
        out.set(new Uint8Array(sealed), place.sealed[0]);
      };
      await Promise.all(placesOf(run, plain.length).map(seal));
      return out;
    },
    open: async (run, sealed, out = new Uint8Array(openedLength(sealed.length))) => {
      if (!areChunks(sealed.length)) return null;
      const key = await imported(run.key, 'decrypt');
      const open = async (place: ReturnType<typeof placesOf>[number]): Promise<void> => {
        const chunk = new Uint8Array(sealed.subarray(...place.sealed));
        const plain = await webcrypto.subtle.decrypt(algorithm(place.nonce), key, chunk);
        out.set(new Uint8Array(plain), place.plain[0]);
      };
      const opened = await Promise.allSettled(placesOf(run, openedLength(sealed.length)).map(open));
      if (opened.every(({ status }) => status === 'fulfilled')) return out;
      out.fill(0);
      return null;
    },
  };
};

/** Plain Node; Electron's node:crypto does not know the cipher. */
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

const knownKey = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);

/**
 * A layer must agree with the portable one on a run of two chunks and refuse a changed byte, before it is trusted
 * with an archive.
 */
const proves = async (cipher: ChunkCipher): Promise<boolean> => {
  const run = { key: knownKey, firstIndex: 7, endsPayload: true };
  const plain = new Uint8Array(chunkBytes + 100).map((_, index) => index % 251);
  const reference = await (await portable()).seal(run, plain);
  if (Buffer.compare(await cipher.seal(run, plain), reference) !== 0) return false;
  const opened = await cipher.open(run, reference);
  if (opened === null || Buffer.compare(opened, plain) !== 0) return false;
  const changed = reference.slice();
  changed[5] = (changed[5] ?? 0) ^ 1;
  return (await cipher.open(run, changed)) === null;
};

const allLayers: readonly ChunkCipherLayer[] = [sodium, webCrypto, nodeCrypto, portable];

/**
 * The first layer that proves itself on this machine; the fastest is tried first.
 *
 * @throws CodedError CIPHER_UNAVAILABLE when none does
 */
export const openChunkCipher = async (
  layers: readonly ChunkCipherLayer[] = allLayers,
): Promise<ChunkCipher> => {
  for (const layer of layers) {
    try {
      const cipher = await layer();
      if (await proves(cipher)) return cipher;
    } catch {
      // Not on this machine: the next layer is tried.
    }
  }
  throw new CodedError('CIPHER_UNAVAILABLE', {});
};
