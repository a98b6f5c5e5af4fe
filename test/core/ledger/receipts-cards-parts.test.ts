import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  generateSigningKey,
  minisignSecretFile,
  parseMinisignSecretFile,
  publicKeyText,
} from '../../../src/core/ledger/minisign.ts';
import { joinParts, splitPackage } from '../../../src/core/ledger/package-parts.ts';
import { receiptFile, readReceiptFile } from '../../../src/core/ledger/receipt-file.ts';
import {
  isHeardFingerprint,
  keyFingerprint,
  keyFingerprintWords,
  keysIn,
} from '../../../src/core/ledger/recipient.ts';
import { systemRandom } from '../../../src/core/system-ports.ts';
import { wordsOf } from '../../../src/shared/domain/fingerprint-words.ts';
import { keyCardText, type KeyCard } from '../../../src/shared/domain/key-card.ts';
import type { SubmissionReceipt } from '../../../src/shared/domain/submission-receipt.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-formats-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hasMinisign = spawnSync('minisign', ['-v']).status === 0;

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'accepted',
    (error: { code?: string; data?: { reason?: string } }) =>
      error.data?.reason === undefined ? error.code : `${error.code} ${error.data.reason}`,
  );

const receipt: SubmissionReceipt = {
  format: 'hub-archive-receipt',
  version: '1.0',
  package: {
    fileName: '990101-990101001-2026H1-001.ledger.age',
    sha256: 'ab'.repeat(32),
    period: '2026H1',
    serial: 1,
    correction: null,
    streetCode: '990101001',
  },
  outcome: 'returned',
  reasons: [{ organizationId: 'o1', organization: '舞蹈队', text: '缺备案日期' }],
  bureau: { name: '新城区民政局', districtCode: '990101' },
  receivedOn: '2026-07-10',
  decidedBy: '张处',
  decidedAt: '2026-07-12T01:02:03.000Z',
};

describe('a receipt', () => {
  const key = generateSigningKey(systemRandom);
  const signer = publicKeyText(key);

  test('is read back from its file by the key that signed it, and by no other', async () => {
    const text = await receiptFile(key, receipt);
    const stranger = publicKeyText(generateSigningKey(systemRandom));
    expect(await readReceiptFile(Buffer.from(text), [stranger, signer])).toEqual({ receipt, signer });
    expect(await codeOf(readReceiptFile(Buffer.from(text), [stranger]))).toBe('RECEIPT_INVALID signer');
  });

  test('that was changed, cut or is something else is refused', async () => {
    const text = await receiptFile(key, receipt);
    const read = (changed: string): Promise<unknown> =>
      codeOf(readReceiptFile(Buffer.from(changed), [signer]));
    expect(await read(text.replace('returned', 'accepted'))).toBe('RECEIPT_INVALID signature');
    expect(await read(text.replace('trusted comment: receipt', 'trusted comment: Receipt'))).toBe(
      'RECEIPT_INVALID signature',
    );
    expect(await read(text.slice(0, -30))).toBe('RECEIPT_INVALID signature');
    expect(await read('')).toBe('RECEIPT_INVALID format');
    expect(await read('PK\u0003\u0004')).toBe('RECEIPT_INVALID format');
    expect(await codeOf(readReceiptFile(Buffer.from([0x7b, 0xff, 0x0a]), [signer]))).toBe(
      'RECEIPT_INVALID format',
    );
    const newer = { ...receipt, version: '2.0' } as SubmissionReceipt;
    expect(await read(await receiptFile(key, newer))).toBe('RECEIPT_INVALID newer');
  });

  test('says why, when it goes back', async () => {
    await expect(receiptFile(key, { ...receipt, reasons: [] })).rejects.toThrow(/without a reason/);
  });

  test.runIf(hasMinisign)('is checked by head, tail and minisign alone', async () => {
    writeFileSync(join(folder, 'r.txt'), await receiptFile(key, receipt));
    execFileSync('sh', ['-c', 'head -n 1 r.txt > r.json && tail -n 4 r.txt > r.json.minisig'], {
      cwd: folder,
    });
    expect(
      execFileSync('minisign', ['-V', '-P', signer, '-m', join(folder, 'r.json')], { encoding: 'utf8' }),
    ).toContain('Signature and comment signature verified');
  });

  test.runIf(hasMinisign)('can be signed by minisign with the key file that we write', async () => {
    const secret = await minisignSecretFile(key);
    expect(await parseMinisignSecretFile(secret)).toEqual(key);
    await expect(parseMinisignSecretFile(secret.replace(/.{6}\n$/, 'AAAAAA\n'))).rejects.toMatchObject({
      code: 'INVALID_VALUE',
    });
    const [content] = (await receiptFile(key, receipt)).split(/(?<=\n)/);
    writeFileSync(join(folder, 'k'), secret, { mode: 0o600 });
    writeFileSync(join(folder, 'r'), content ?? '');
    execFileSync('minisign', ['-S', '-s', join(folder, 'k'), '-m', join(folder, 'r')], { stdio: 'ignore' });
    const file = Buffer.concat([Buffer.from(content ?? ''), readFileSync(join(folder, 'r.minisig'))]);
    expect((await readReceiptFile(file, [signer])).receipt).toEqual(receipt);
  });
});

describe('a key card', () => {
  const card: KeyCard = {
    name: '新城区民政局',
    recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
    signingKey: publicKeyText(generateSigningKey(systemRandom)),
    validUntil: '2028-12-31',
  };

  test('is read from its text, from a bare recipient, and refused when a line is broken', () => {
    expect(keysIn(keyCardText(card), '')).toEqual(card);
    expect(
      keysIn(`区民政局报送公钥卡\r\n\r\n${keyCardText(card).replaceAll('\n', '\r\n')}\r\n指纹：…`, ''),
    ).toEqual(card);
    expect(keysIn(card.recipient.toUpperCase(), '本区')).toEqual({
      name: '本区',
      recipient: card.recipient,
      signingKey: null,
      validUntil: null,
    });
    for (const broken of [
      'hello',
      card.recipient.replace('9aq', '9a7'),
      keyCardText(card).replace('RW', 'RX'),
      keyCardText(card).replace('2028-12-31', '2028-13-31'),
    ])
      expect(() => keysIn(broken, ''), broken).toThrow(/RECIPIENT_INVALID/);
  });

  test('has a fingerprint of everything that matters, which may be heard in digits, words or the last groups', () => {
    const digits = keyFingerprint(card);
    expect(digits).toMatch(/^([0-9A-F]{4} ){9}[0-9A-F]{4}$/);
    const words = keyFingerprintWords(card);
    expect(words).toHaveLength(12);
    for (const heard of [digits, digits.toLowerCase(), digits.slice(-9), words.join('，'), words.join('')])
      expect(isHeardFingerprint(card, heard), heard).toBe(true);
    for (const heard of ['', digits.slice(0, 9), digits.slice(-4), words.slice(1).join(''), `${digits} 0000`])
      expect(isHeardFingerprint(card, heard), heard).toBe(false);
    const others = [
      { ...card, signingKey: publicKeyText(generateSigningKey(systemRandom)) },
      { ...card, validUntil: '2038-12-31' },
      { ...card, signingKey: null },
    ];
    for (const other of others) expect(keyFingerprint(other)).not.toBe(digits);
    const renamed: KeyCard = { ...card, name: '别的名字' };
    expect(keyFingerprint(renamed)).toBe(digits);
  });

  test('no two words look or sound alike', () => {
    const all = wordsOf(Array.from({ length: 256 }, (_, byte) => byte));
    expect(new Set(all.map((word) => pinyin(word, { toneType: 'none' }))).size).toBe(256);
    expect(all.every((word) => /^\p{Script=Han}{2}$/u.test(word))).toBe(true);
  });
});

describe('a package in parts', () => {
  const bytes = new Uint8Array(10_500).map((_, index) => (index * 7 + (index >> 8)) % 256);
  const name = '990101-990101001-2026H1-001.ledger.age';
  let out: string;
  let joined: string;
  beforeEach(() => {
    writeFileSync(join(folder, name), bytes);
    out = join(folder, 'parts');
    joined = join(folder, 'joined');
    mkdirSync(out);
    mkdirSync(joined);
  });

  test('is whole again from parts in any order and place', async () => {
    const written = await splitPackage(join(folder, name), out, 4000);
    expect(written).toEqual([`${name}.001`, `${name}.002`, `${name}.003`, `${name}.parts.json`]);
    expect(readdirSync(out).toSorted()).toEqual(written);
    const elsewhere = join(folder, 'stick');
    mkdirSync(elsewhere);
    renameSync(join(out, `${name}.002`), join(elsewhere, `${name}.002`));
    const path = await joinParts(join(out, `${name}.parts.json`), joined, {
      partPaths: [join(out, `${name}.003`), join(elsewhere, `${name}.002`), join(out, `${name}.001`)],
    });
    expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
    // And by any program that puts files together.
    renameSync(join(elsewhere, `${name}.002`), join(out, `${name}.002`));
    expect(Buffer.compare(execFileSync('sh', ['-c', `cat ${name}.0*`], { cwd: out }), bytes)).toBe(0);
  });

  test('names what is missing or damaged, and leaves nothing', async () => {
    await splitPackage(join(folder, name), out, 4000);
    const index = join(out, `${name}.parts.json`);
    const second = join(out, `${name}.002`);
    const content = readFileSync(second);
    rmSync(second);
    await expect(joinParts(index, joined)).rejects.toMatchObject({
      code: 'PARTS_MISSING',
      data: { names: [`${name}.002`] },
    });
    for (const damaged of [content.subarray(1), Buffer.concat([content, content]), content.toReversed()]) {
      writeFileSync(second, damaged);
      await expect(joinParts(index, joined)).rejects.toMatchObject({
        code: 'PARTS_DAMAGED',
        data: { name: `${name}.002` },
      });
    }
    // Two parts that changed places.
    writeFileSync(second, readFileSync(join(out, `${name}.001`)));
    writeFileSync(join(out, `${name}.001`), content);
    expect(await codeOf(joinParts(index, joined))).toBe('PARTS_DAMAGED');
    expect(readdirSync(joined)).toEqual([]);
  });

  test('an index that is none, or leads elsewhere, is refused', async () => {
    await splitPackage(join(folder, name), out, 4000);
    const index = join(out, `${name}.parts.json`);
    const good = readFileSync(index, 'utf8');
    for (const bad of [
      'hello',
      '{}',
      good.replaceAll(name, '../../etc/passwd'),
      good.replace(`${name}.002`, `${name}.003`),
      good.replace('"byteLength":10500', '"byteLength":10501'),
      good.replace(/"sha256":"[0-9a-f]{64}","version"/, `"sha256":"${'0'.repeat(64)}","version"`),
    ]) {
      expect(bad).not.toBe(good);
      writeFileSync(index, bad);
      expect(await codeOf(joinParts(index, joined)), bad.slice(0, 60)).toBe('PARTS_INDEX_INVALID');
    }
    expect(readdirSync(joined)).toEqual([]);
  });

  test('a cancelled cutting leaves no part, and none is written over', async () => {
    let calls = 0;
    await expect(
      splitPackage(join(folder, name), out, 4000, async () => {
        calls += 1;
        if (calls === 2) throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(readdirSync(out)).toEqual([]);
    await splitPackage(join(folder, name), out, 4000);
    expect(await codeOf(splitPackage(join(folder, name), out, 4000))).toBe('CONFLICT');
    expect(readdirSync(out)).toHaveLength(4);
    expect(await codeOf(splitPackage(join(folder, name), out, 2))).toBe('INVALID_VALUE too-many-parts');
  });
});
