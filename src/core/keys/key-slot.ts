import { createCipheriv, createDecipheriv } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import type { Random } from '../ports.ts';

/**
 * argon2id with at least 64 MiB and 3 passes; a file may name more, never less, and not so much that opening it
 * would exhaust the machine.
 */
const argon2Parameters = z.object({
  memoryKiB: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(3).max(20),
  lanes: z.int().min(1).max(8),
});

/** Base 64 of exactly so many bytes. */
export const base64Of = (bytes: number): z.ZodType<string> =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

export const keySlot = z.object({
  kind: z.enum(['password', 'recovery-code']),
  argon2id: argon2Parameters,
  salt: base64Of(16),
  nonce: base64Of(12),
  /** The 32-byte database key, AES-256-GCM under the derived key; the last 16 bytes are the tag. */
  wrapped: base64Of(48),
});
export type KeySlot = z.infer<typeof keySlot>;

const defaultParameters = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

const derive = (secret: Uint8Array, salt: Uint8Array, parameters: KeySlot['argon2id']): Promise<Uint8Array> =>
  argon2id({
    password: secret,
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: 32,
    outputType: 'binary',
  });

/** A slot's own parameters are authenticated, so that nobody can weaken them unseen. */
const authenticated = (slot: Pick<KeySlot, 'kind' | 'argon2id' | 'salt'>): Buffer => {
  const { memoryKiB, passes, lanes } = slot.argon2id;
  return Buffer.from(
    JSON.stringify(['hub-archive key slot 1', slot.kind, memoryKiB, passes, lanes, slot.salt]),
  );
};

/**
 * Wraps the database key under a secret. AES-256-GCM, because Electron's crypto has no ChaCha20-Poly1305.
 *
 * @param databaseKey 32 bytes
 */
export const wrapKey = async (
  kind: KeySlot['kind'],
  secret: Uint8Array,
  databaseKey: Uint8Array,
  random: Random,
): Promise<KeySlot> => {
  const salt = random.bytes(16);
  const nonce = random.bytes(12);
  const head = { kind, argon2id: { ...defaultParameters }, salt: Buffer.from(salt).toString('base64') };
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, head.argon2id), nonce);
  cipher.setAAD(authenticated(head));
  const wrapped = Buffer.concat([cipher.update(databaseKey), cipher.final(), cipher.getAuthTag()]);
  return { ...head, nonce: Buffer.from(nonce).toString('base64'), wrapped: wrapped.toString('base64') };
};

/** The 32-byte database key, or null when the secret does not open this slot. */
export const unwrapKey = async (slot: KeySlot, secret: Uint8Array): Promise<Uint8Array | null> => {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const key = await derive(secret, Buffer.from(slot.salt, 'base64'), slot.argon2id);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'));
  decipher.setAAD(authenticated(slot));
  decipher.setAuthTag(wrapped.subarray(32));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()]));
  } catch {
    return null;
  }
};

/** Passwords are compared as people type them: NFKC, so that a full-width digit is a digit. */
export const passwordBytes = (password: string): Uint8Array =>
  new TextEncoder().encode(password.normalize('NFKC'));
