import { createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/*
 * The page format of SQLCipher 4, as far as needed to tell a damaged archive from a foreign file. SQLite says the same
 * of both ("not a database") as soon as the first page does not open.
 */
const pageBytes = 4096;
const saltBytes = 16;
const tagBytes = 64;
/** Pages looked at. An archive in which all of the first megabyte is broken cannot be told from a foreign file. */
const pagesTried = 256;

/** The tag of a page is HMAC-SHA-512 over its bytes and its number, under a key derived from database key and salt. */
const tagKey = (key: Uint8Array, salt: Uint8Array): Buffer =>
  pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );

const isAuthentic = (page: Uint8Array, number: number, key: Buffer): boolean => {
  const littleEndianNumber = Buffer.alloc(4);
  littleEndianNumber.writeUInt32LE(number);
  return createHmac('sha512', key)
    .update(page.subarray(number === 1 ? saltBytes : 0, pageBytes - tagBytes))
    .update(littleEndianNumber)
    .digest()
    .equals(page.subarray(pageBytes - tagBytes));
};

/** The 16 bytes that a database begins with. They are no secret, and stay the same for the life of the archive. */
export const readSalt = (file: string): Uint8Array => {
  const descriptor = openSync(file, 'r');
  try {
    const salt = new Uint8Array(saltBytes);
    readSync(descriptor, salt, 0, saltBytes, 0);
    return salt;
  } finally {
    closeSync(descriptor);
  }
};

/**
 * True when at least one page was written under this key and salt: then the file is ours, whatever happened to it.
 *
 * @param key 32 bytes
 * @param salt 16 bytes, kept outside of the file because they can be damaged too
 */
export const hasAuthenticPage = (file: string, key: Uint8Array, salt: Uint8Array): boolean => {
  const derived = tagKey(key, salt);
  const descriptor = openSync(file, 'r');
  try {
    const page = Buffer.alloc(pageBytes);
    for (let number = 1; number <= pagesTried; number++) {
      if (readSync(descriptor, page, 0, pageBytes, (number - 1) * pageBytes) < pageBytes) return false;
      if (isAuthentic(page, number, derived)) return true;
    }
    return false;
  } finally {
    closeSync(descriptor);
  }
};
