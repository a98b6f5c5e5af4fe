import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keySlot, passwordBytes, unwrapKey, wrapKey } from '../../../src/core/keys/key-slot.ts';

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)), id: () => '' };
const key = new Uint8Array(32).fill(9);

describe('a key slot', () => {
  test('gives the key to its secret alone, by argon2id with 64 MiB and 3 passes', async () => {
    const slot = await wrapKey('password', passwordBytes('一句话'), key, random);
    expect(slot.argon2id).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 });
    expect(await unwrapKey(slot, passwordBytes('一句话'))).toEqual(key);
    expect(await unwrapKey(slot, passwordBytes('一句活'))).toBeNull();
  });

  test('its kind and its cost cannot be changed unseen', async () => {
    const slot = await wrapKey('password', passwordBytes('一句话'), key, random);
    const changed = [
      { ...slot, kind: 'recovery-code' as const },
      { ...slot, argon2id: { ...slot.argon2id, passes: 4 } },
    ];
    for (const each of changed) expect(await unwrapKey(each, passwordBytes('一句话'))).toBeNull();
  });

  test('refuses costs that are too weak, or so high that opening would exhaust the machine', async () => {
    const slot = await wrapKey('password', passwordBytes('一句话'), key, random);
    const accepted = (argon2id: typeof slot.argon2id): boolean =>
      keySlot.safeParse({ ...slot, argon2id }).success;
    expect(accepted(slot.argon2id)).toBe(true);
    expect(accepted({ ...slot.argon2id, memoryKiB: 1024 })).toBe(false);
    expect(accepted({ ...slot.argon2id, passes: 1 })).toBe(false);
    expect(accepted({ ...slot.argon2id, memoryKiB: 64 * 1024 * 1024 })).toBe(false);
  });
});
