import { ed25519 } from '@noble/curves/ed25519.js';
import {
  readEndedList,
  type EndedList,
  type VerificationPageData,
} from '../shared/domain/verification-page.ts';

/*
 * Signatures are checked by the bundled library everywhere. WebCrypto knows Ed25519 only in newer browsers, and not in
 * pages that a phone opens from a message: two ways would be one more to go wrong.
 */

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Algorithm and key id stand before the key itself. */
const rawKey = (publicKey: string): Uint8Array => bytesOf(publicKey).subarray(10);

/** False also for what is no signature at all. */
const verified = (publicKey: string, content: Uint8Array, signature: Uint8Array): boolean => {
  try {
    return ed25519.verify(signature, content, rawKey(publicKey));
  } catch {
    return false;
  }
};

export const keyHolder =
  ({ keys }: VerificationPageData) =>
  (keyId: string, content: Uint8Array, signature: Uint8Array): boolean | null => {
    const key = keys.find(({ id }) => id === keyId);
    return key === undefined ? null : verified(key.publicKey, content, signature);
  };

/** null where its signature does not hold: the page was changed after it was made. */
export const provenList = ({ keys, ended }: VerificationPageData): EndedList | null => {
  const content = new TextEncoder().encode(ended.content);
  const [key] = keys;
  const holds = key !== undefined && verified(key.publicKey, content, bytesOf(ended.signature));
  return holds ? readEndedList(ended.content) : null;
};
