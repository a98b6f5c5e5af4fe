import { sign, verify } from 'node:crypto';
import { blake2b, createBLAKE2b } from 'hash-wasm';
import { privateKeyOf, publicKeyOf, rawPublicKey } from '../crypto/ed25519.ts';
import type { Random } from '../ports.ts';
import { CodedError } from '../../shared/errors.ts';

/**
 * Signatures in minisign's format (Ed25519 over BLAKE2b-512), so that `minisign -V` checks them. BLAKE2b comes from
 * WebAssembly: Electron's node:crypto has none.
 */

export interface SigningKey {
  /** 8 bytes, little-endian as minisign shows them. */
  readonly keyId: Uint8Array;
  /** 32-byte Ed25519 seed. */
  readonly seed: Uint8Array;
}

const keyIdText = (keyId: Uint8Array): string => Buffer.from(keyId).reverse().toString('hex').toUpperCase();

export const generateSigningKey = (random: Random): SigningKey => ({
  keyId: random.bytes(8),
  seed: random.bytes(32),
});

/** One line of base64, as in the second line of minisign's `.pub` file. */
export const publicKeyText = ({ keyId, seed }: SigningKey): string =>
  Buffer.concat([Buffer.from('Ed'), keyId, rawPublicKey(seed)]).toString('base64');

/** How the key is kept inside the encrypted archive. */
export const signingKeyText = ({ keyId, seed }: SigningKey): string =>
  Buffer.concat([keyId, seed]).toString('base64');

export const parseSigningKey = (text: string): SigningKey => {
  const bytes = Buffer.from(text, 'base64');
  return { keyId: new Uint8Array(bytes.subarray(0, 8)), seed: new Uint8Array(bytes.subarray(8)) };
};

const secretBytes = 158;

/**
 * The key as minisign's own file without a password, to be kept where nobody else reads: what signs without this
 * application. Layout: algorithm, no key derivation, checksum kind, empty salt and limits, key id, seed and public key,
 * checksum.
 */
export const minisignSecretFile = async ({ keyId, seed }: SigningKey): Promise<string> => {
  const keys = Buffer.concat([keyId, seed, rawPublicKey(seed)]);
  const checksum = await blake2b(Buffer.concat([Buffer.from('Ed'), keys]), 256);
  const head = Buffer.concat([Buffer.from('Ed\0\0B2', 'latin1'), Buffer.alloc(48)]);
  const content = Buffer.concat([head, keys, Buffer.from(checksum, 'hex')]);
  return `untrusted comment: minisign unencrypted secret key ${keyIdText(keyId)}\n${content.toString('base64')}\n`;
};

/** Reads such a file. @throws CodedError INVALID_VALUE `signer` */
export const parseMinisignSecretFile = async (text: string): Promise<SigningKey> => {
  const line = text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .find((each) => each !== '' && !each.startsWith('untrusted comment:'));
  const bytes = Buffer.from(line ?? '', 'base64');
  const keys = bytes.subarray(54, 126);
  const checksum = await blake2b(Buffer.concat([Buffer.from('Ed'), keys]), 256);
  const isOurs =
    bytes.length === secretBytes &&
    bytes.toString('latin1', 0, 6) === 'Ed\0\0B2' &&
    bytes.toString('hex', 126) === checksum;
  if (!isOurs) throw new CodedError('INVALID_VALUE', { field: 'signer', reason: 'not-minisign' });
  return { keyId: new Uint8Array(keys.subarray(0, 8)), seed: new Uint8Array(keys.subarray(8, 40)) };
};

const blake2b512 = async (content: Uint8Array): Promise<Uint8Array> => {
  const hash = await createBLAKE2b(512);
  return hash.init().update(content).digest('binary');
};

/** The `.minisig` file for a content. @param trustedComment one line, signed with the content */
export const signContent = async (
  key: SigningKey,
  content: Uint8Array,
  trustedComment: string,
): Promise<string> => {
  const secret = privateKeyOf(key.seed);
  const signature = sign(null, await blake2b512(content), secret);
  const global = sign(null, Buffer.concat([signature, Buffer.from(trustedComment)]), secret);
  return [
    `untrusted comment: signature of the office key ${keyIdText(key.keyId)}`,
    Buffer.concat([Buffer.from('ED'), key.keyId, signature]).toString('base64'),
    `trusted comment: ${trustedComment}`,
    global.toString('base64'),
    '',
  ].join('\n');
};

export interface PublicKey {
  readonly keyId: Buffer;
  readonly raw: Buffer;
}

/** Reads a `.pub` file or its one line of base64. @throws CodedError INVALID_VALUE `signer` */
export const parsePublicKey = (text: string): PublicKey => {
  const line = text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .find((each) => each !== '' && !each.startsWith('untrusted comment:'));
  const bytes = Buffer.from(line ?? '', 'base64');
  if (bytes.length !== 42 || bytes.toString('latin1', 0, 2) !== 'Ed')
    throw new CodedError('INVALID_VALUE', { field: 'signer', reason: 'not-minisign' });
  return { keyId: bytes.subarray(2, 10), raw: bytes.subarray(10) };
};

/**
 * Checks a signature and returns its trusted comment.
 *
 * @throws CodedError PACKAGE_UNKNOWN_SIGNER when another key signed, PACKAGE_BAD_SIGNATURE, INVALID_VALUE `signer`
 */
export const verifyContent = async (
  signer: string,
  content: Uint8Array,
  minisig: string,
): Promise<string> => {
  const [, signatureLine = '', commentLine = '', globalLine = ''] = minisig.split(/\r?\n/);
  const signature = Buffer.from(signatureLine, 'base64');
  const global = Buffer.from(globalLine, 'base64');
  const prefix = 'trusted comment: ';
  if (signature.length !== 74 || global.length !== 64 || !commentLine.startsWith(prefix))
    throw new CodedError('PACKAGE_BAD_SIGNATURE', {});
  const key = parsePublicKey(signer);
  if (!signature.subarray(2, 10).equals(key.keyId)) {
    throw new CodedError('PACKAGE_UNKNOWN_SIGNER', { keyId: keyIdText(signature.subarray(2, 10)) });
  }
  const publicKey = publicKeyOf(key.raw);
  const signed = signature.toString('latin1', 0, 2) === 'ED' ? await blake2b512(content) : content;
  const comment = commentLine.slice(prefix.length);
  const holds =
    verify(null, signed, publicKey, signature.subarray(10)) &&
    verify(null, Buffer.concat([signature.subarray(10), Buffer.from(comment)]), publicKey, global);
  if (!holds) throw new CodedError('PACKAGE_BAD_SIGNATURE', {});
  return comment;
};

/** Key id of a signature, as minisign shows it; null when it is not a signature. */
export const signerOf = (minisig: string): string | null => {
  const signature = Buffer.from(minisig.split(/\r?\n/)[1] ?? '', 'base64');
  return signature.length === 74 ? keyIdText(signature.subarray(2, 10)) : null;
};

/** Key id of a public key, as minisign shows it; null when it is not one. */
export const keyIdOf = (publicKey: string): string | null => {
  try {
    return keyIdText(parsePublicKey(publicKey).keyId);
  } catch {
    return null;
  }
};
