import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generateHybridIdentity,
  generateX25519Identity,
  Encrypter,
  identityToRecipient,
} from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBulkThreads, type BulkThreads } from '../../../src/core/crypto/bulk-threads.ts';
import { unpackPackage } from '../../../src/core/ledger/unpack-package.ts';
import { foreignHeaders, hostileCases } from '../../support/hostile-cases.ts';
import { goodFiles, officeSigner, packageOf, zipOf } from '../../support/hostile-package.ts';

let folder: string;
let identity: string;
let recipient: string;
let threads: BulkThreads;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-hostile-'));
  mkdirSync(join(folder, 'out'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  threads = await openBulkThreads(1);
});
afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Refusal {
  readonly code?: string;
  readonly data?: { readonly reason?: string };
}

/** What comes of unpacking these bytes: `unpacked`, or the code and the reason of the refusal. */
const outcomeOf = async (bytes: Uint8Array, name = 'x.ledger.age'): Promise<string> => {
  writeFileSync(join(folder, name), bytes);
  const target = join(folder, 'out', 'bag');
  try {
    await unpackPackage(join(folder, name), target, { identity, signer: officeSigner, threads });
    expect(readdirSync(join(folder, 'out'))).toEqual(['bag']);
    return 'unpacked';
  } catch (error) {
    const { code, data } = error as Refusal;
    expect(readdirSync(join(folder, 'out')), `${String(code)} left something`).toEqual([]);
    return `${code ?? String(error)}${data?.reason === undefined ? '' : ` ${data.reason}`}`;
  } finally {
    rmSync(target, { recursive: true, force: true });
    rmSync(join(folder, name));
  }
};

test.each(hostileCases)('%s', async (_, make, expected) => {
  expect(await outcomeOf(await packageOf(await make(), recipient))).toMatch(expected);
});

/** Family 3: what is wrapped around. */
test('headers of age that are not ours are refused', async () => {
  for (const [name, bytes, expected] of foreignHeaders)
    expect(await outcomeOf(Buffer.from(bytes as string)), name).toMatch(expected);
  const stranger = await identityToRecipient(await generateX25519Identity());
  expect(await outcomeOf(await packageOf(zipOf(await goodFiles()), stranger))).toBe('PACKAGE_WRONG_KEY');
  const later = new Encrypter();
  later.addRecipient(await identityToRecipient(await generateHybridIdentity()));
  expect(await outcomeOf(await later.encrypt(zipOf(await goodFiles())))).toBe('PACKAGE_WRONG_KEY');
});

test('a name on the outside that says other things than the inside is refused', async () => {
  const bytes = await packageOf(zipOf(await goodFiles()), recipient);
  for (const [name, expected] of [
    ['990101-990101001-2026H1-001.ledger.age', 'unpacked'],
    ['any name.age', 'unpacked'],
    ['990102-990101001-2026H1-001.ledger.age', 'PACKAGE_NAME_MISMATCH'],
    ['990101-990101002-2026H1-001.ledger.age', 'PACKAGE_NAME_MISMATCH'],
    ['990101-990101001-2026H2-001.ledger.age', 'PACKAGE_NAME_MISMATCH'],
    ['990101-990101001-2026H1-002-corr1.ledger.age', 'PACKAGE_NAME_MISMATCH'],
  ] as const)
    expect(await outcomeOf(bytes, name), name).toBe(expected);
});
