import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keyFingerprint, keysIn } from '../../../src/core/ledger/recipient.ts';
import { readReceiptFile } from '../../../src/core/ledger/receipt-file.ts';
import { verifyPackage } from '../../../src/core/ledger/verify-package.ts';
import { applyCorrection } from '../../../src/shared/domain/ledger-correction.ts';
import { canonicalJson, type LedgerSnapshot } from '../../../src/shared/domain/ledger-snapshot.ts';
import type { LedgerCorrection } from '../../../src/shared/domain/ledger-correction.ts';

/** Made by scripts/example-package.ts and committed: packages of today must be read by the programs of tomorrow. */
const example = resolve(import.meta.dirname, '../../fixtures/ledger-package');
const files = readdirSync(example);
const file = (pattern: RegExp): string => join(example, files.find((name) => pattern.test(name)) ?? '');
const first = file(/001\.ledger\.age$/);
const correction = file(/corr1\.ledger\.age$/);
const identityFile = join(example, 'bureau-identity.txt');
const identity = /^AGE-SECRET-KEY-.*$/m.exec(readFileSync(identityFile, 'utf8'))?.[0] ?? '';
const signer = readFileSync(join(example, 'office.pub'), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'hub-archive-example-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test.runIf(['age', 'minisign', 'unzip', 'sha256sum'].every(has))(
  'the example opens with age, unzip, sha256sum and minisign alone',
  () => {
    for (const path of [first, correction]) {
      const zip = join(folder, 'bag.zip');
      execFileSync('age', ['-d', '-i', identityFile, '-o', zip, path]);
      execFileSync('unzip', ['-q', '-o', zip, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    }
    for (const bag of readdirSync(folder)
      .filter((name) => name.startsWith('99'))
      .map((name) => join(folder, name))) {
      for (const list of ['tagmanifest-sha256.txt', 'manifest-sha256.txt'])
        execFileSync('sha256sum', ['--quiet', '--strict', '-c', list], { cwd: bag });
      execFileSync('minisign', [
        '-V',
        '-q',
        '-p',
        join(example, 'office.pub'),
        '-m',
        join(bag, 'tagmanifest-sha256.txt'),
      ]);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('99'))).toHaveLength(2);
  },
);

test('the correction rests on the first package and gives what it says', async () => {
  const one = await verifyPackage(first, { identity, signer });
  const two = await verifyPackage(correction, { identity, signer });
  const ledger = one.content as LedgerSnapshot;
  const change = two.content as LedgerCorrection;
  expect([one.signatureTrusted, two.signatureTrusted]).toEqual([true, true]);
  expect(ledger.organizations.length).toBeGreaterThan(100);
  expect(change.corrects).toMatchObject({
    packageSha256: sha256(readFileSync(first)),
    ledgerSha256: one.contentSha256,
  });
  expect(change.lines.map(({ remark }) => remark)).toEqual(['更正示例']);
  expect(sha256(canonicalJson(applyCorrection(ledger, change)))).toBe(change.resultSha256);
});

test('the receipt is the bureau’s, and the card its own', async () => {
  const card = keysIn(readFileSync(join(example, 'bureau-public-key-card.txt'), 'utf8'), '');
  expect(readFileSync(join(example, 'bureau-public-key-card.txt'), 'utf8')).toContain(keyFingerprint(card));
  const { receipt } = await readReceiptFile(readFileSync(file(/receipt\.txt$/)), [card.signingKey ?? '']);
  expect(receipt).toMatchObject({ outcome: 'accepted', package: { sha256: sha256(readFileSync(first)) } });
});
