import { createHash, hkdfSync } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import * as vectors from 'cctv-age';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAgeFile } from '../../../src/core/crypto/age-file.ts';
import { hasWholeHeader, payloadNonceBytes } from '../../../src/core/crypto/age-header.ts';
import type { ChunkCipher } from '../../../src/core/crypto/chunk-cipher.ts';
import {
  nodeCrypto,
  openChunkCipher,
  portable,
  sodium,
  webCrypto,
} from '../../../src/core/crypto/chunk-ciphers.ts';
import {
  clearLength,
  readClear,
  requireWhole,
  runBuffers,
  type SealedPayload,
} from '../../../src/core/crypto/sealed-payload.ts';

/** The age test vectors of C2SP, each with what a reader has to make of it. */
interface Vector {
  readonly name: string;
  readonly expected: string;
  readonly payloadSha256: string | null;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly isArmored: boolean;
  readonly file: Uint8Array;
}

const toVector = ([name, bytes]: readonly [string, Uint8Array]): Vector => {
  const content = Buffer.from(bytes);
  const headEnd = content.indexOf('\n\n');
  const lines = content
    .toString('utf8', 0, headEnd)
    .split('\n')
    .map((line): readonly [string, string] => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 2),
    ]);
  const all = (key: string): string[] => lines.filter(([each]) => each === key).map(([, value]) => value);
  const body = content.subarray(headEnd + 2);
  return {
    name,
    expected: all('expect')[0] ?? '',
    payloadSha256: all('payload')[0] ?? null,
    identities: all('identity'),
    passphrases: all('passphrase'),
    isArmored: all('armored').length > 0,
    file: all('compressed').length > 0 ? inflateSync(body) : body,
  };
};

const all = Object.entries(vectors as unknown as Record<string, Uint8Array>)
  .filter(([name]) => name !== 'default')
  .map(toVector);

const folder = mkdtempSync(join(tmpdir(), 'hub-archive-vectors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the header by the library with whatever the vector gives; keys of its kinds are no business of ours. */
const payloadOf = async (vector: Vector): Promise<{ path: string; payload: SealedPayload }> => {
  const file = vector.isArmored
    ? armor.decode(Buffer.from(vector.file).toString('latin1'))
    : new Uint8Array(vector.file);
  const decrypter = new Decrypter();
  for (const identity of vector.identities) decrypter.addIdentity(identity);
  for (const passphrase of vector.passphrases) decrypter.addPassphrase(passphrase);
  if (!hasWholeHeader(file)) throw new Error('no whole header');
  const text = Buffer.from(file);
  const start = text.indexOf('\n', text.indexOf('\n--- ') + 5) + 1 + payloadNonceBytes;
  const fileKey = await decrypter.decryptHeader(file.slice(0, start));
  const nonce = file.subarray(start - payloadNonceBytes, start);
  const path = join(folder, vector.name);
  writeFileSync(path, file);
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  return { path, payload: { key, start, byteLength: file.length - start } };
};

const digestOfPayload = async (
  cipher: ChunkCipher,
  path: string,
  payload: SealedPayload,
): Promise<string> => {
  const fd = openSync(path, 'r');
  try {
    await requireWhole(cipher, fd, payload);
    const hash = createHash('sha256');
    const length = clearLength(payload);
    for await (const piece of readClear(cipher, fd, payload, 0, length, runBuffers(length)))
      hash.update(piece);
    return hash.digest('hex');
  } finally {
    closeSync(fd);
  }
};

const outcomeOf = (work: Promise<string>): Promise<string> =>
  work.catch((error: unknown) => `refused ${String(error)}`);

const layers = [
  ['sodium', sodium],
  ['web-crypto', webCrypto],
  ['node-crypto', nodeCrypto],
  ['portable', portable],
] as const;

test('all vectors of the suite are there', () => {
  expect(all).toHaveLength(143);
  expect(all.filter(({ expected }) => expected === 'success').length).toBeGreaterThan(20);
});

describe.each(layers)('by %s', (name, layer) => {
  let cipher: ChunkCipher | null = null;
  beforeAll(async () => {
    cipher = await openChunkCipher([layer]).catch(() => null);
  });

  test('143 of 143 are judged right, and those that succeed are the payload to the byte', async ({
    skip,
  }) => {
    // WebCrypto knows the cipher in Electron and from Node 24 on.
    if (cipher === null && name === 'web-crypto') skip();
    const used = cipher;
    if (used === null) throw new Error(`${name} is missing`);
    const wrong: string[] = [];
    for (const vector of all) {
      const outcome = await outcomeOf(
        payloadOf(vector).then(({ path, payload }) => digestOfPayload(used, path, payload)),
      );
      const isRight =
        vector.expected === 'success' ? outcome === vector.payloadSha256 : outcome.startsWith('refused');
      if (!isRight) wrong.push(`${vector.name}: ${vector.expected}, but ${outcome}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('our reader of whole files', () => {
  const own = all.filter(
    ({ identities, passphrases, isArmored }) =>
      identities.length === 1 && passphrases.length === 0 && !isArmored && !identities[0]?.includes('-PQ-'),
  );

  const read = async (vector: Vector): Promise<string> => {
    const path = join(folder, vector.name);
    writeFileSync(path, vector.file);
    const file = await openAgeFile(path, vector.identities[0] ?? '', await openChunkCipher());
    try {
      const hash = createHash('sha256');
      for await (const piece of file.read(0, file.length)) hash.update(piece);
      return hash.digest('hex');
    } finally {
      await file.close();
    }
  };

  test('names what is wrong with each by a code of its own', async () => {
    expect(own.length).toBeGreaterThan(60);
    const allowed: Readonly<Record<string, RegExp>> = {
      'no match': /^PACKAGE_WRONG_KEY$/,
      'HMAC failure': /^PACKAGE_CHANGED$/,
      'header failure': /^PACKAGE_(CHANGED|NOT_AGE|CUT_SHORT|WRONG_KEY)$/,
      'payload failure': /^PACKAGE_(CHANGED|CUT_SHORT)$/,
    };
    const wrong: string[] = [];
    for (const vector of own) {
      const outcome = await read(vector).catch((error: { code?: string }) => error.code ?? 'no code');
      const isRight =
        vector.expected === 'success'
          ? outcome === vector.payloadSha256
          : (allowed[vector.expected]?.test(outcome) ?? false);
      if (!isRight) wrong.push(`${vector.name}: ${vector.expected}, but ${outcome}`);
    }
    expect(wrong).toEqual([]);
  });

  test('refuses armour and passphrases: a package has neither', async () => {
    const codes = new Set<string>();
    for (const vector of all.filter(({ isArmored, file }) => isArmored && file.length > 0))
      codes.add(await read(vector).catch((error: { code?: string }) => error.code ?? 'no code'));
    expect([...codes]).toEqual(['PACKAGE_NOT_AGE']);
  });
});
