import { hkdfSync } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { CodedError } from '../../shared/errors.ts';
import { tagBytes } from './chunk-cipher.ts';

export const payloadNonceBytes = 16;
const versionLine = 'age-encryption.org/v1\n';
/** A header holds a stanza per recipient, some 200 bytes each; anything larger is not one of ours. */
export const maxHeaderBytes: number = 64 * 1024;

export interface AgeHeader {
  /** Everything before the chunks: header lines and the payload's nonce. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 32-byte key of the chunks. */
  readonly payloadKey: Uint8Array;
}

const payloadKeyOf = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

/**
 * Makes the header of a new file. The library makes it whole by encrypting nothing; a recipient of ours that adds
 * no stanza learns the file key on the way.
 *
 * @param recipients `age1…`, at least one
 * @throws CodedError RECIPIENT_MISSING, RECIPIENT_INVALID
 */
export const makeAgeHeader = async (recipients: readonly string[]): Promise<AgeHeader> => {
  if (recipients.length === 0) throw new CodedError('RECIPIENT_MISSING', {});
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      throw new CodedError('RECIPIENT_INVALID', { recipient }, { cause: error });
    }
  }
  let fileKey: Uint8Array | null = null;
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key.slice();
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array(0));
  if (fileKey === null) throw new Error('the library kept its file key');
  const bytes = new Uint8Array(empty.slice(0, empty.length - tagBytes));
  return { bytes, payloadKey: payloadKeyOf(fileKey, bytes.subarray(bytes.length - payloadNonceBytes)) };
};

const indexAfterMac = (start: Uint8Array): number => {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const mac = text.indexOf('\n--- ');
  const end = mac === -1 ? -1 : text.indexOf('\n', mac + 5);
  return end === -1 ? -1 : end + 1;
};

/** True when these first bytes of a file hold its whole header and the nonce after it. */
export const hasWholeHeader = (start: Uint8Array): boolean => {
  const end = indexAfterMac(start);
  return end !== -1 && start.length >= end + payloadNonceBytes;
};

/**
 * Reads the header at the start of a file and opens it.
 *
 * @param start the first bytes of the file, 64 KiB or all of it
 * @param identity `AGE-SECRET-KEY-1…`
 * @throws CodedError PACKAGE_NOT_AGE, PACKAGE_CUT_SHORT, PACKAGE_WRONG_KEY, PACKAGE_CHANGED `header`
 */
export const openAgeHeader = async (start: Uint8Array, identity: string): Promise<AgeHeader> => {
  const isAge = Buffer.from(start.subarray(0, versionLine.length)).toString('latin1');
  if (!versionLine.startsWith(isAge) || isAge === '') throw new CodedError('PACKAGE_NOT_AGE', {});
  const headerEnd = indexAfterMac(start.subarray(0, maxHeaderBytes));
  if (headerEnd === -1) {
    if (start.length >= maxHeaderBytes) throw new CodedError('PACKAGE_NOT_AGE', {});
    throw new CodedError('PACKAGE_CUT_SHORT', {});
  }
  const end = headerEnd + payloadNonceBytes;
  if (start.length < end) throw new CodedError('PACKAGE_CUT_SHORT', {});
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const fileKey = await decrypter
    .decryptHeader(new Uint8Array(start.slice(0, end)))
    .catch((error: unknown) => {
      const isWrongKey = error instanceof Error && error.message.includes('no identity matched');
      throw isWrongKey
        ? new CodedError('PACKAGE_WRONG_KEY', {})
        : new CodedError('PACKAGE_CHANGED', { part: 'header', block: null }, { cause: error });
    });
  return {
    bytes: new Uint8Array(start.slice(0, end)),
    payloadKey: payloadKeyOf(fileKey, start.subarray(headerEnd, end)),
  };
};
