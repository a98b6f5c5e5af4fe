import { createRequire } from 'node:module';

/** The two functions of sodium-native that are used; the package brings no types. */
export interface Sodium {
  crypto_aead_chacha20poly1305_ietf_encrypt(
    out: Uint8Array,
    plain: Uint8Array,
    ad: null,
    secret: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
  /** Throws when the tag does not hold. */
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
export const loadSodium = (): Sodium => createRequire(import.meta.url)('sodium-native') as Sodium;
