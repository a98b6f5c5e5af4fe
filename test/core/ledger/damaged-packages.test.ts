import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBulkThreads, type BulkThreads } from '../../../src/core/crypto/bulk-threads.ts';
import { unpackPackage } from '../../../src/core/ledger/unpack-package.ts';
import { exportToEnd, openLedgerArchive, type LedgerArchive } from '../../support/ledger-archive.ts';

/** The long form looks at every place that SAFETY.md names; the short one at a share of them, spread alike. */
const long = process.env['HUB_ARCHIVE_LONG'] === '1';
const flips = long ? 2000 : 250;
const cuts = long ? 500 : 80;

let made: LedgerArchive;
let threads: BulkThreads;
let folder: string;
let good: Buffer;
let name: string;

beforeAll(async () => {
  made = await openLedgerArchive(120_000);
  const { fileName } = await exportToEnd(made.archive, made.request);
  name = fileName;
  good = readFileSync(join(made.archive.ports.paths.packages, fileName));
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-damage-'));
  mkdirSync(join(folder, 'out'));
  threads = await openBulkThreads(1);
});
afterAll(async () => {
  await threads.close();
  await made.archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const target = join(folder, 'out', 'bag');
  const code = await unpackPackage(path, target, { identity: made.identity, signer: null, threads }).then(
    () => 'unpacked',
    (error: { code?: string }) => error.code ?? 'no code',
  );
  if (code !== 'unpacked') expect(readdirSync(join(folder, 'out'))).toEqual([]);
  else expect(existsSync(join(target, 'data/ledger.json'))).toBe(true);
  rmSync(target, { recursive: true, force: true });
  return code;
};

/** Where the payload begins: behind the header's last line and the nonce. */
const payloadStart = (): number => good.indexOf('\n', good.indexOf('\n--- ') + 5) + 17;

test('the package itself is unpacked whole', async () => {
  expect(await codeOf(good)).toBe('unpacked');
});

test('one bit changed anywhere is refused, and nothing is written', async () => {
  const start = payloadStart();
  const codes = new Map<string, number>();
  for (let flip = 0; flip < flips; flip++) {
    // The first places lie in the header one by one, the others all over the file.
    const place =
      flip < flips / 4 ? Math.floor((flip * start * 4) / flips) : Math.floor((flip * good.length) / flips);
    const changed = Buffer.from(good);
    changed[place] = (changed[place] ?? 0) ^ (1 << (flip % 8));
    const code = await codeOf(changed);
    if (place >= start) expect(code, `byte ${place}`).toBe('PACKAGE_CHANGED');
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect(
    [...codes.keys()].filter((code) => !/^PACKAGE_(CHANGED|NOT_AGE|WRONG_KEY|CUT_SHORT)$/.test(code)),
  ).toEqual([]);
}, 240_000);

test('one that is cut anywhere is refused, and nothing is written', async () => {
  for (let cut = 0; cut < cuts; cut++) {
    const length = Math.floor((cut * good.length) / cuts);
    expect(await codeOf(good.subarray(0, length)), `${length} bytes`).toBe(
      length === 0 ? 'PACKAGE_NOT_AGE' : 'PACKAGE_CUT_SHORT',
    );
  }
  expect(await codeOf(Buffer.concat([good, Buffer.from([0])]))).toMatch(/^PACKAGE_(CHANGED|CUT_SHORT)$/);
}, 240_000);
