import { createRequire } from 'node:module';
import type { OneChunkCipher } from './chunk-cipher.ts';

/** The two functions of sodium-native that are used; the package brings no types. */
interface Sodium {
  crypto_aead_chacha20poly1305_ietf_encrypt(
    out: Uint8Array,
    plain: Uint8Array,
    ad: null,
    secret: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
  crypto_aead_chacha20poly1305_ietf_decrypt(
    out: Uint8Array,
    secret: null,
    sealed: Uint8Array,
    ad: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
}

/** libsodium through its prebuilt native module. @throws where there is no build for this machine */
export const loadSodiumChunk = (): OneChunkCipher => {
  const sodium = createRequire(import.meta.url)('sodium-native') as Sodium;
  return {
    seal: (key, nonce, plain, out) =>
      void sodium.crypto_aead_chacha20poly1305_ietf_encrypt(out, plain, null, null, nonce, key),
    open: (key, nonce, sealed, out) => {
      try {
        sodium.crypto_aead_chacha20poly1305_ietf_decrypt(out, null, sealed, null, nonce, key);
        return true;
      } catch {
        return false;
      }
    },
  };
};
