import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSigningKey, publicKeyText } from '../../../src/core/ledger/minisign.ts';
import { verifyBag } from '../../../src/core/ledger/verify-bag.ts';
import { packageMark } from '../../../src/core/ledger/package-writer.ts';
import { verifyPackage } from '../../../src/core/ledger/verify-package.ts';
import { systemRandom } from '../../../src/core/system-ports.ts';
import { exportLedger } from '../../../src/core/services/ledger-export.ts';
import { addBureauKey, officeKeys } from '../../../src/core/services/ledger-keys.ts';
import { packages } from '../../../src/core/services/ledger.ts';
import type { PackageRecord } from '../../../src/shared/domain/ledger.ts';
import { exportToEnd, openLedgerArchive, type LedgerArchive } from '../../support/ledger-archive.ts';

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const hasJudges = ['age', 'minisign', 'unzip', 'sha256sum', 'sha512sum'].every(has);

let made: LedgerArchive;
let record: PackageRecord;
let path: string;
let folder: string;

beforeAll(async () => {
  made = await openLedgerArchive(300_000);
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-package-'));
  record = await exportToEnd(made.archive, made.request);
  path = join(made.archive.ports.paths.packages, record.fileName);
});
afterAll(async () => {
  await made.archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? 'no code',
  );

describe('a package', () => {
  test('is named by the rule, recorded, and nothing else lies beside it', async () => {
    expect(record).toMatchObject({
      fileName: '990101-990101001-2026H1-001.ledger.age',
      period: '2026H1',
      serial: 1,
      organizationCount: 2,
      scanCount: 1,
    });
    expect(readdirSync(made.archive.ports.paths.packages)).toEqual([record.fileName]);
    expect(await packages(made.archive)).toEqual([record]);
    expect(readFileSync(path)).toHaveLength(record.byteLength);
  });

  test.runIf(hasJudges)('is opened and checked by age, unzip, minisign and sha256sum alone', async () => {
    const { signingPublicKey } = await officeKeys(made.archive);
    const identityFile = join(folder, 'identity');
    writeFileSync(identityFile, `${made.identity}\n`, { mode: 0o600 });
    const zip = join(folder, 'package.zip');
    execFileSync('age', ['-d', '-i', identityFile, '-o', zip, path]);
    expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected');
    execFileSync('unzip', ['-q', '-o', zip, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    const bag = join(folder, '990101-990101001-2026H1-001');
    for (const algorithm of ['sha256', 'sha512']) {
      for (const manifest of ['manifest', 'tagmanifest']) {
        execFileSync(`${algorithm}sum`, ['--quiet', '--strict', '-c', `${manifest}-${algorithm}.txt`], {
          cwd: bag,
        });
      }
    }
    // RFC 8493, 3: complete both ways, and as large as it says. Asked of the file system, not of our reader.
    const onDisk = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const inManifest = readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8').trimEnd().split('\n');
    expect(inManifest.map((line) => join(bag, line.slice(66))).toSorted()).toEqual(onDisk.toSorted());
    const bytes = onDisk.reduce((total, file) => total + statSync(file).size, 0);
    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toContain(
      `Payload-Oxum: ${bytes}.${onDisk.length}\n`,
    );
    expect(readFileSync(join(bag, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    expect(
      execFileSync('minisign', ['-V', '-P', signingPublicKey, '-m', join(bag, 'tagmanifest-sha256.txt')], {
        encoding: 'utf8',
      }),
    ).toContain('Signature and comment signature verified');
    expect(await verifyBag(bag)).toMatchObject({ files: 7, algorithms: ['sha256', 'sha512'] });
    expect(await verifyBag(zip)).toMatchObject({ files: 7 });

    const ledger = JSON.parse(readFileSync(join(bag, 'data/ledger.json'), 'utf8')) as {
      organizations: { name: string; events: unknown[] }[];
    };
    expect(ledger.organizations.map(({ name, events }) => [name, events.length])).toEqual([
      ['阳光里夕阳红舞蹈队', 1],
      ['阳光里𠮷祥合唱团', 0],
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(bag, 'data/工作台账.xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '工作台账',
      '拟登记台账',
      '本期备案与变更',
      '处理结果',
      '轮训',
      '统计',
      '各期对比',
    ]);
    expect(workbook.worksheets[0]?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape' });
    const scans = readdirSync(join(bag, 'data/organizations/新河街社备〔2026〕1号'));
    expect(scans).toEqual(['00001.pdf']);
  });

  test('is verified by us, with and without the signer', async () => {
    const { signingPublicKey } = await officeKeys(made.archive);
    const checked = await verifyPackage(path, { identity: made.identity, signer: signingPublicKey });
    expect(checked).toMatchObject({ signatureTrusted: true, bag: { files: 7 } });
    expect(checked.trustedComment).toContain('period:2026H1');
    expect(await verifyPackage(path, { identity: made.identity, signer: null })).toMatchObject({
      signatureTrusted: false,
    });
  });

  test('names each kind of damage with a code of its own', async () => {
    const good = readFileSync(path);
    const copy = join(folder, record.fileName);
    const verify = (bytes: Uint8Array, identity = made.identity, to = copy): Promise<string> => {
      writeFileSync(to, bytes);
      return codeOf(verifyPackage(to, { identity, signer: null }));
    };
    expect(await verify(good)).toBe('accepted');
    for (const place of [good.length - 1, good.length - 100_000, Math.floor(good.length / 2), 2000]) {
      const changed = Buffer.from(good);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await verify(changed), `byte ${place}`).toBe('PACKAGE_CHANGED');
    }
    for (const length of [100, 1000, 65_536, good.length - 65_552, good.length - 1]) {
      expect(await verify(good.subarray(0, length)), `${length} bytes`).toBe('PACKAGE_CUT_SHORT');
    }
    expect(await verify(good, await generateX25519Identity())).toBe('PACKAGE_WRONG_KEY');
    expect(await verify(Buffer.from('hello'))).toBe('PACKAGE_NOT_AGE');
    expect(await verify(good, made.identity, join(folder, '990102-990101001-2026H1-001.ledger.age'))).toBe(
      'PACKAGE_NAME_MISMATCH',
    );
    const stranger = publicKeyText(generateSigningKey(systemRandom));
    writeFileSync(copy, good);
    expect(await codeOf(verifyPackage(copy, { identity: made.identity, signer: stranger }))).toBe(
      'PACKAGE_UNKNOWN_SIGNER',
    );
    const { signingPublicKey } = await officeKeys(made.archive);
    const forged = Buffer.from(signingPublicKey, 'base64');
    forged[41] = (forged[41] ?? 0) ^ 1;
    expect(
      await codeOf(verifyPackage(copy, { identity: made.identity, signer: forged.toString('base64') })),
    ).toMatch(/PACKAGE_BAD_SIGNATURE/);
  });

  test('of a frozen period stays the same though the archive goes on, and gets the next serial', async () => {
    const first = await verifyPackage(path, { identity: made.identity, signer: null });
    await made.archive.store.write((writer) => void writer.run("UPDATE organizations SET name = '改了名'"));
    const again = await exportToEnd(made.archive, made.request);
    const second = await verifyPackage(join(made.archive.ports.paths.packages, again.fileName), {
      identity: made.identity,
      signer: null,
    });
    expect(again.serial).toBe(2);
    expect(second.content).toEqual(first.content);
    expect(second.contentSha256).toBe(first.contentSha256);
    rmSync(join(made.archive.ports.paths.packages, again.fileName));
  });
});

describe('an export', () => {
  test('that is cancelled leaves nothing behind', async () => {
    const abort = new AbortController();
    const before = await packages(made.archive);
    const work = (async () => {
      for await (const event of exportLedger(made.archive, made.request, abort.signal)) {
        if (event.type === 'progress' && event.done > 0) abort.abort();
      }
    })();
    expect(await codeOf(work)).toBe('CANCELLED');
    expect(readdirSync(made.archive.ports.paths.packages)).toEqual([record.fileName]);
    expect(await packages(made.archive)).toEqual(before);
  });

  test('whose stream is closed leaves nothing behind', async () => {
    for await (const event of exportLedger(made.archive, made.request))
      if (event.type === 'progress' && event.done > 0) break;
    expect(readdirSync(made.archive.ports.paths.packages)).toEqual([record.fileName]);
  });

  test('clears what a killed process left', async () => {
    const mark = packageMark(made.archive.keys.lookup);
    const left = join(made.archive.ports.paths.packages, `x.ledger.age.${mark}.partial`);
    writeFileSync(left, 'half');
    const again = await exportToEnd(made.archive, made.request);
    expect(existsSync(left)).toBe(false);
    rmSync(join(made.archive.ports.paths.packages, again.fileName));
  });

  test('refuses without a recipient that a person has confirmed', async () => {
    const unconfirmed = await addBureauKey(made.archive, {
      name: '另一个',
      recipient: (await officeKeys(made.archive)).escrowRecipient,
    });
    const run = (bureauKeyIds: typeof made.request.bureauKeyIds): Promise<string> =>
      codeOf(exportToEnd(made.archive, { ...made.request, bureauKeyIds }));
    expect(await run([unconfirmed.id])).toBe('RECIPIENT_UNCONFIRMED');
    expect(await run([])).toBe('RECIPIENT_MISSING');
    expect(await codeOf(addBureauKey(made.archive, { name: 'x', recipient: 'age1nonsense' }))).toBe(
      'RECIPIENT_INVALID',
    );
    expect(await codeOf(exportToEnd(made.archive, { ...made.request, period: '2026H3' }))).toBe(
      'PERIOD_INVALID',
    );
  });
});
