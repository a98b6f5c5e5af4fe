import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ageEncrypt } from '../../../src/core/crypto/age-encrypt.ts';
import { openAgeFile } from '../../../src/core/crypto/age-file.ts';
import { runChunks, chunkBytes, type ChunkCipher } from '../../../src/core/crypto/chunk-cipher.ts';
import {
  nodeCrypto,
  openChunkCipher,
  portable,
  sodium,
  webCrypto,
  type ChunkCipherLayer,
} from '../../../src/core/crypto/chunk-ciphers.ts';

const folder = mkdtempSync(join(tmpdir(), 'hub-archive-age-'));
const file = join(folder, 'x.age');
const identityFile = join(folder, 'identity');
const hasAge = spawnSync('age', ['--version']).status === 0;
let identity = '';
let recipient = '';

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  writeFileSync(identityFile, `${identity}\n`, { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = (length: number): Uint8Array =>
  new Uint8Array(length).map((_, index) => (index * 7 + (index >> 8)) % 256);

/** Hands bytes on in uneven pieces, as streams do. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 3) % 100_003)
    yield bytes.subarray(at, at + size);
}

const encryptToFile = async (bytes: Uint8Array, cipher: ChunkCipher): Promise<void> => {
  const parts: Uint8Array[] = [];
  for await (const part of ageEncrypt(inPieces(bytes), [recipient], cipher)) parts.push(part);
  writeFileSync(file, Buffer.concat(parts));
};

const readAll = async (cipher: ChunkCipher, key = identity): Promise<Buffer> => {
  const opened = await openAgeFile(file, key, cipher);
  try {
    const parts: Uint8Array[] = [];
    for await (const part of opened.read(0, opened.length)) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    await opened.close();
  }
};

const boundaries = [
  0,
  1,
  chunkBytes - 1,
  chunkBytes,
  chunkBytes + 1,
  3 * chunkBytes,
  runChunks * chunkBytes,
  runChunks * chunkBytes + 1,
  2 * runChunks * chunkBytes,
];

/** WebCrypto's cipher exists in Electron only; where it is missing the layer must step aside. */
const layers: readonly [string, ChunkCipherLayer][] = [
  ['sodium', sodium],
  ['node-crypto', nodeCrypto],
  ['portable', portable],
];

describe.each(layers)('age files by %s', (name, layer) => {
  let cipher: ChunkCipher;
  beforeAll(async () => {
    cipher = await openChunkCipher([layer]);
  });

  test('is the layer that was asked for', () => expect(cipher.name).toBe(name));

  test.runIf(hasAge).each(name === 'portable' ? boundaries.slice(0, 6) : boundaries)(
    'of %i bytes are read by the age program, and its files by us',
    async (length) => {
      const bytes = content(length);
      await encryptToFile(bytes, cipher);
      expect(
        Buffer.compare(execFileSync('age', ['-d', '-i', identityFile, file], { maxBuffer: 1e9 }), bytes),
      ).toBe(0);
      expect(Buffer.compare(await readAll(cipher), bytes)).toBe(0);

      execFileSync('age', ['-r', recipient, '-o', file], { input: bytes });
      expect(Buffer.compare(await readAll(cipher), bytes)).toBe(0);
    },
  );
});

describe('a damaged age file', () => {
  let cipher: ChunkCipher;
  let good: Buffer;
  beforeAll(async () => {
    cipher = await openChunkCipher();
    await encryptToFile(content(3 * chunkBytes), cipher);
    good = readFileSync(file);
  });

  const codeOf = async (bytes: Uint8Array, key = identity): Promise<string> => {
    writeFileSync(file, bytes);
    return readAll(cipher, key).then(
      () => 'read',
      (error: { code: string }) => error.code,
    );
  };

  test('is refused wherever a bit is flipped', async () => {
    const headerEnd = good.length - 3 * (chunkBytes + 16);
    const places = [
      ...Array.from({ length: headerEnd }, (_, at) => at),
      headerEnd,
      headerEnd + 70_000,
      good.length - 70_000,
      good.length - 17,
      good.length - 1,
    ];
    const codes = new Set<string>();
    for (const place of places) {
      const changed = Buffer.from(good);
      changed[place] = (changed[place] ?? 0) ^ 4;
      const code = await codeOf(changed);
      codes.add(code);
      if (place >= headerEnd) expect(code, `byte ${place}`).toBe('PACKAGE_CHANGED');
    }
    expect([...codes].sort()).toEqual(['PACKAGE_CHANGED', 'PACKAGE_NOT_AGE', 'PACKAGE_WRONG_KEY']);
  });

  test('is refused wherever it is cut, before a byte is read', async () => {
    for (const length of [
      0,
      1,
      10,
      50,
      150,
      216,
      220,
      300,
      70_000,
      good.length - (chunkBytes + 16),
      good.length - 65_553,
      good.length - 16,
      good.length - 1,
    ]) {
      expect(await codeOf(good.subarray(0, length)), `${length} bytes`).toBe(
        length === 0 ? 'PACKAGE_NOT_AGE' : 'PACKAGE_CUT_SHORT',
      );
    }
  });

  test('a wrong key and a foreign file have codes of their own', async () => {
    expect(await codeOf(good, await generateX25519Identity())).toBe('PACKAGE_WRONG_KEY');
    expect(await codeOf(Buffer.from('PK\u0003\u0004 a zip'))).toBe('PACKAGE_NOT_AGE');
  });

  test('chunks cannot be swapped or repeated', async () => {
    const start = good.length - 3 * (chunkBytes + 16);
    const chunk = (index: number): Buffer =>
      good.subarray(start + index * (chunkBytes + 16), start + (index + 1) * (chunkBytes + 16));
    expect(await codeOf(Buffer.concat([good.subarray(0, start), chunk(1), chunk(0), chunk(2)]))).toBe(
      'PACKAGE_CHANGED',
    );
    expect(
      await codeOf(Buffer.concat([good.subarray(0, start), chunk(0), chunk(0), chunk(1), chunk(2)])),
    ).toBe('PACKAGE_CHANGED');
    expect(await codeOf(Buffer.concat([good, chunk(2)]))).toBe('PACKAGE_CHANGED');
  });
});

describe('the choice of a cipher', () => {
  const broken: ChunkCipherLayer = () => Promise.reject(new Error('not built for this machine'));
  const lying: ChunkCipherLayer = async () => {
    const honest = await portable();
    return {
      ...honest,
      open: async (run, sealed) => (await honest.open(run, sealed)) ?? new Uint8Array(1),
    };
  };

  test('steps past a layer that is missing or lies', async () => {
    expect((await openChunkCipher([broken, lying, portable])).name).toBe('portable');
  });

  test('says so when nothing is left', async () => {
    await expect(openChunkCipher([broken, lying])).rejects.toMatchObject({ code: 'CIPHER_UNAVAILABLE' });
  });

  test('finds WebCrypto where the platform has it, and steps aside where not', async () => {
    const offered = await openChunkCipher([webCrypto, portable]);
    expect(['web-crypto', 'portable']).toContain(offered.name);
  });
});
