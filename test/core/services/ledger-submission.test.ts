import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedgerCsv } from '../../../src/core/ledger/ledger-csv.ts';
import { generateSigningKey, publicKeyText } from '../../../src/core/ledger/minisign.ts';
import { joinParts } from '../../../src/core/ledger/package-parts.ts';
import { keyFingerprint } from '../../../src/core/ledger/recipient.ts';
import { receiptFile } from '../../../src/core/ledger/receipt-file.ts';
import { verifyPackage } from '../../../src/core/ledger/verify-package.ts';
import {
  checkPeriod,
  freezePeriod,
  ledgerPeriods,
  ledgerView,
  packages,
} from '../../../src/core/services/ledger.ts';
import {
  addBureauKey,
  bureauKeys,
  confirmBureauKey,
  officeCard,
  officeKeys,
  removeBureauKey,
  rotateOfficeKeys,
} from '../../../src/core/services/ledger-keys.ts';
import { ledgerFile, ledgerPaper } from '../../../src/core/services/ledger-papers.ts';
import { ledgerScans, previewCorrection } from '../../../src/core/services/ledger-preview.ts';
import { drillRecovery, recheckPackage, recoveryState } from '../../../src/core/services/ledger-recovery.ts';
import { pluggedMedia, recordHandOver, writeToMedium } from '../../../src/core/services/package-hand-over.ts';
import { importReceipt } from '../../../src/core/services/package-receipts.ts';
import { systemRandom } from '../../../src/core/system-ports.ts';
import { keyCardText, type KeyCard } from '../../../src/shared/domain/key-card.ts';
import type { PackageRecord } from '../../../src/shared/domain/ledger.ts';
import { applyCorrection } from '../../../src/shared/domain/ledger-correction.ts';
import { canonicalJson, type LedgerSnapshot } from '../../../src/shared/domain/ledger-snapshot.ts';
import { communitiesOf, standardTable } from '../../../src/shared/domain/ledger-tables.ts';
import { receiptFileName, type SubmissionReceipt } from '../../../src/shared/domain/submission-receipt.ts';
import { exportToEnd, openLedgerArchive, type LedgerArchive } from '../../support/ledger-archive.ts';

const period = '2026H1';
const bureauKey = generateSigningKey(systemRandom);

let made: LedgerArchive;
let stick: string;
let first: PackageRecord;
let firstLedger: LedgerSnapshot;

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'accepted',
    (error: { code?: string; data?: { reason?: string } }) =>
      error.data?.reason === undefined ? (error.code ?? error) : `${error.code} ${error.data.reason}`,
  );

const ended = async <T>(stream: AsyncIterable<{ type: string; result?: T }>): Promise<T> => {
  for await (const event of stream) if (event.type === 'result') return event.result as T;
  throw new Error('no result');
};

const pathOf = (each: PackageRecord): string => join(made.archive.ports.paths.packages, each.fileName);
const open = (each: PackageRecord) => verifyPackage(pathOf(each), { identity: made.identity, signer: null });

beforeAll(async () => {
  made = await openLedgerArchive(150_000);
  stick = mkdtempSync(join(tmpdir(), 'hub-archive-stick-'));
  first = await exportToEnd(made.archive, made.request);
  firstLedger = (await open(first)).content as LedgerSnapshot;
});
afterAll(async () => {
  await made.archive.close();
  rmSync(stick, { recursive: true, force: true });
});

const answer = (of: PackageRecord, more: Partial<SubmissionReceipt> = {}): SubmissionReceipt => ({
  format: 'hub-archive-receipt',
  version: '1.0',
  package: {
    fileName: of.fileName,
    sha256: of.sha256,
    period: of.period,
    serial: of.serial,
    correction: of.correction,
    streetCode: '990101001',
  },
  outcome: 'returned',
  reasons: [{ organizationId: null, organization: null, text: '缺兜底党组织' }],
  bureau: { name: '新城区民政局', districtCode: '990101' },
  receivedOn: '2026-07-10',
  decidedBy: '张处',
  decidedAt: '2026-07-12T01:02:03.000Z',
  ...more,
});
const fileOf = async (receipt: SubmissionReceipt): Promise<Buffer> =>
  Buffer.from(await receiptFile(bureauKey, receipt));

describe('the ledger of a period', () => {
  test('is the same bytes however often it is frozen, and its sums agree', async () => {
    const again = await freezePeriod(made.archive, period);
    expect(again).toEqual({ sha256: first.ledgerSha256, frozenOn: firstLedger.frozenOn, organizations: 2 });
    expect((await ledgerView(made.archive, period)).frozen).toEqual(firstLedger);
    const { rows, total } = standardTable(firstLedger.organizations, communitiesOf(firstLedger));
    expect(total.organizations).toBe(firstLedger.statistics.organizations);
    expect(rows.reduce((sum, row) => sum + row.organizations, 0)).toBe(total.organizations);
    for (const row of [...rows, total])
      expect(row.counts.reduce((sum, count) => sum + count, 0)).toBe(row.organizations);
    total.counts.forEach((count, at) =>
      expect(rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)).toBe(count),
    );
  });

  test('goes out as CSV and JSON and comes back whole', async () => {
    const csv = await ledgerFile(made.archive, { kind: 'csv', period });
    expect(readLedgerCsv(new Uint8Array(await csv.arrayBuffer()))).toEqual(firstLedger.organizations);
    const json = await ledgerFile(made.archive, { kind: 'json', period });
    expect(await json.text()).toBe(canonicalJson(firstLedger));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(
      await (await ledgerFile(made.archive, { kind: 'candidates', period })).arrayBuffer(),
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['拟登记台账']);
  });

  test('names organizations whose numbers clash, and what is unusual of the whole', async () => {
    expect(
      (await checkPeriod(made.archive, period)).map(({ level, code }) => `${level} ${code}`),
    ).not.toContain('blocking filing-number-twice');
    const running = await checkPeriod(made.archive, '2027H1');
    expect(running.map(({ code }) => code)).toContain('period-running');
  });

  test('knows whose scans may travel', async () => {
    const [scans] = await ledgerScans(made.archive, period);
    expect(scans).toMatchObject({ name: '阳光里夕阳红舞蹈队', scans: 1, byteLength: 150_000 });
    const none = await exportToEnd(made.archive, { ...made.request, scanOrganizationIds: ['nobody'] });
    expect(none.scanCount).toBe(0);
  });
});

describe('a bureau', () => {
  let card: KeyCard;
  beforeAll(async () => {
    card = {
      name: '新城区民政局',
      recipient: made.recipient,
      signingKey: publicKeyText(bureauKey),
      validUntil: '2027-12-31',
    };
  });

  test('that answers before its signing key is known is not heard', async () => {
    expect(await codeOf(importReceipt(made.archive, await fileOf(answer(first))))).toBe(
      'RECEIPT_INVALID no-signing-key',
    );
  });

  test('hands over a card that takes the place of its bare key and is confirmed anew', async () => {
    const key = await addBureauKey(made.archive, { name: '', recipient: keyCardText(card) });
    expect(key).toMatchObject({
      name: card.name,
      validUntil: '2027-12-31',
      confirmedBy: null,
      standing: 'valid',
    });
    expect(key.fingerprint).toBe(keyFingerprint(card));
    expect(await bureauKeys(made.archive)).toEqual([key]);
    const confirm = (heard: string): Promise<unknown> =>
      codeOf(confirmBureauKey(made.archive, { id: key.id, confirmedBy: '刘敏', heard }));
    expect(await confirm('0000 0000')).toBe('FINGERPRINT_DIFFERS');
    expect((await bureauKeys(made.archive))[0]?.confirmedAt).toBeNull();
    expect(await codeOf(exportToEnd(made.archive, made.request))).toBe('RECIPIENT_UNCONFIRMED');
    expect(await confirm(key.fingerprintWords.join(' '))).toBe('accepted');
  });

  test('whose key has run out gets nothing', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    const old = { ...card, recipient, validUntil: '2020-01-01' };
    expect(await codeOf(addBureauKey(made.archive, { name: '', recipient: keyCardText(old) }))).toBe(
      'RECIPIENT_EXPIRED',
    );
    const soon = made.archive.ports.clock.today();
    const key = await addBureauKey(made.archive, {
      name: '',
      recipient: keyCardText({ ...old, validUntil: soon }),
    });
    expect(key.standing).toBe('expiring');
    await confirmBureauKey(made.archive, { id: key.id, confirmedBy: '刘敏', heard: key.fingerprint });
    expect((await checkPeriod(made.archive, period)).map(({ code }) => code)).toContain('key-expiring');
    await made.archive.store.write((writer) =>
      writer.run("UPDATE bureau_keys SET valid_until = '2020-01-01' WHERE id = ?", [key.id]),
    );
    expect(await codeOf(exportToEnd(made.archive, { ...made.request, bureauKeyIds: [key.id] }))).toBe(
      'RECIPIENT_EXPIRED',
    );
    await removeBureauKey(made.archive, key.id);
    expect(await bureauKeys(made.archive)).toHaveLength(1);
  });

  test('returns a package with reasons, and the one sent again keeps the link', async () => {
    expect(await codeOf(importReceipt(made.archive, Buffer.from('x')))).toBe('RECEIPT_INVALID format');
    const stranger = await receiptFile(generateSigningKey(systemRandom), answer(first));
    expect(await codeOf(importReceipt(made.archive, Buffer.from(stranger)))).toBe('RECEIPT_INVALID signer');
    const other = answer(first);
    const elsewhere = { ...other, package: { ...other.package, streetCode: '990101002' } };
    expect(await codeOf(importReceipt(made.archive, await fileOf(elsewhere)))).toBe(
      'RECEIPT_INVALID other-street',
    );
    const unknown = { ...other, package: { ...other.package, sha256: '0'.repeat(64) } };
    expect(await codeOf(importReceipt(made.archive, await fileOf(unknown)))).toBe(
      'RECEIPT_INVALID other-package',
    );

    const newest = (await packages(made.archive))[0] ?? first;
    const returned = await importReceipt(made.archive, await fileOf(answer(newest)));
    expect(returned.receipt).toMatchObject({
      outcome: 'returned',
      reasons: [{ text: '缺兜底党组织' }],
      bureau: '新城区民政局',
    });
    expect((await ledgerPeriods(made.archive)).find(({ code }) => code === period)?.standing).toBe(
      'returned',
    );
    const again = await exportToEnd(made.archive, made.request);
    expect(again).toMatchObject({ follows: newest.id, ledgerSha256: first.ledgerSha256, correction: null });
    const accepted = answer(again, { outcome: 'accepted', reasons: [] });
    await importReceipt(made.archive, await fileOf(accepted));
    await importReceipt(made.archive, await fileOf(accepted));
    expect((await ledgerPeriods(made.archive)).find(({ code }) => code === period)?.standing).toBe(
      'accepted',
    );
    expect(receiptFileName(again.fileName)).toBe(again.fileName.replace('.ledger.age', '.receipt.txt'));
  });
});

describe('a correction', () => {
  test('needs something to correct, brings the differences only, and gives the new ledger to the byte', async () => {
    expect(await codeOf(previewCorrection(made.archive, '2025H2'))).toBe('LEDGER_NOT_SENT');
    expect(await codeOf(previewCorrection(made.archive, period))).toBe('LEDGER_UNCHANGED');
    await made.archive.store.write((writer) =>
      writer.run(
        "UPDATE organizations SET fallback_party_name = '阳光里社区第二党支部' WHERE name LIKE '%舞蹈队'",
      ),
    );
    const preview = await previewCorrection(made.archive, period);
    expect(preview.changes).toMatchObject([
      {
        organization: '阳光里夕阳红舞蹈队',
        kind: 'changed',
        field: '兜底党组织',
        after: '阳光里社区第二党支部',
      },
    ]);
    const request = { ...made.request, includeScans: false, correction: { reason: '补兜底党组织' } };
    // With the scans of whom it brings, because somebody asked for them.
    const corrected = await exportToEnd(made.archive, {
      ...request,
      includeScans: true,
      scanOrganizationIds: preview.changes.map(({ id }) => id),
    });
    expect(corrected).toMatchObject({ correction: 1, organizationCount: 1, scanCount: 1 });
    expect(corrected.fileName).toMatch(/-corr1\.ledger\.age$/);
    const { content } = await open(corrected);
    if (!('resultSha256' in content)) throw new Error('not a correction');
    expect(content.lines.map(({ name }) => name)).toEqual(['阳光里夕阳红舞蹈队']);
    expect(content.corrects.ledgerSha256).toBe(first.ledgerSha256);
    const result = canonicalJson(applyCorrection(firstLedger, content));
    const frozen = (await ledgerView(made.archive, period)).frozen;
    expect(result).toBe(canonicalJson(frozen));
    expect(corrected.ledgerSha256).toBe(content.resultSha256);
    // A second one rests on the first ledger as well: one of both is enough.
    expect(await codeOf(exportToEnd(made.archive, request))).toBe('LEDGER_UNCHANGED');
    await made.archive.store.write((writer) =>
      writer.run("UPDATE organizations SET remark = '更名' WHERE name LIKE '%合唱团'"),
    );
    const second = await exportToEnd(made.archive, request);
    expect(second.scanCount).toBe(0);
    const next = (await open(second)).content;
    if (!('resultSha256' in next)) throw new Error('not a correction');
    expect(next).toMatchObject({ number: 2, corrects: content.corrects });
    expect(next.lines).toHaveLength(2);
    const { frozen: last } = await ledgerView(made.archive, period);
    expect(canonicalJson(applyCorrection(firstLedger, next))).toBe(canonicalJson(last));
  });
});

describe('handing over', () => {
  const media = (free = 1e9) => [{ id: 'm1', label: '报送盘', path: stick, freeBytes: free }];
  const onStick = () => ({
    ...made.archive,
    ports: { ...made.archive.ports, media: async () => media() },
  });
  const input = () => ({ id: first.id, mediumId: 'm1', partBytes: null, to: '区民政局', by: '刘敏' });

  test('is recorded, and a stick is written, read back and compared', async () => {
    const handed = await recordHandOver(made.archive, {
      id: first.id,
      means: 'mail',
      to: '区民政局',
      by: '刘敏',
    });
    expect(handed.handOvers).toMatchObject([{ means: 'mail', to: '区民政局', by: '刘敏', readBack: false }]);
    expect(await pluggedMedia(onStick())).toEqual([{ id: 'm1', label: '报送盘', freeBytes: 1e9 }]);
    const written = await ended(writeToMedium(onStick(), input()));
    expect(written).toMatchObject({ label: '报送盘', files: [first.fileName] });
    expect(written.package.handOvers.at(-1)).toMatchObject({ means: 'stick', readBack: true });
    expect(readdirSync(stick)).toEqual([first.fileName]);
    expect(Buffer.compare(readFileSync(join(stick, first.fileName)), readFileSync(pathOf(first)))).toBe(0);
  });

  test('in parts can be joined again', async () => {
    const written = await ended(writeToMedium(onStick(), { ...input(), partBytes: 100_000 }));
    expect(written.files.length).toBeGreaterThan(2);
    const joined = join(stick, 'joined');
    mkdirSync(joined);
    const whole = await joinParts(join(stick, `${first.fileName}.parts.json`), joined);
    expect(Buffer.compare(readFileSync(whole), readFileSync(pathOf(first)))).toBe(0);
    rmSync(joined, { recursive: true });
  });

  test('that fails or is cancelled leaves nothing behind', async () => {
    const before = readdirSync(stick);
    const full = { ...made.archive, ports: { ...made.archive.ports, media: async () => media(10) } };
    expect(await codeOf(ended(writeToMedium(full, input())))).toBe('DISK_FULL');
    expect(await codeOf(ended(writeToMedium(onStick(), { ...input(), mediumId: 'm2' })))).toBe('NOT_FOUND');
    for await (const _ of writeToMedium(onStick(), input())) break;
    expect(readdirSync(stick)).toEqual(before);
    const handOvers = (await packages(made.archive)).find(({ id }) => id === first.id)?.handOvers.length;
    expect(handOvers).toBe(3);
    // What the medium gives back differs from what was written: here the file in the archive is not what was recorded.
    const good = readFileSync(pathOf(first));
    writeFileSync(pathOf(first), Buffer.concat([good.subarray(0, -1), Buffer.from([1])]));
    expect(await codeOf(ended(writeToMedium(onStick(), input())))).toBe('MEDIUM_DIFFERS');
    writeFileSync(pathOf(first), good);
    expect(readdirSync(stick)).toEqual(before);
  });
});

describe('keys of the office', () => {
  test('open old packages after they were changed, and from the recovery sheet alone', async () => {
    const before = await officeKeys(made.archive);
    expect(await ended(recheckPackage(made.archive, first.id))).toMatchObject({ organizations: 2 });
    const after = await rotateOfficeKeys(made.archive);
    expect(after.signingPublicKey).not.toBe(before.signingPublicKey);
    expect((await officeCard(made.archive)).former.map(({ publicKey }) => publicKey)).toEqual([
      before.signingPublicKey,
      before.escrowRecipient,
    ]);
    expect(await ended(recheckPackage(made.archive, first.id))).toMatchObject({ organizations: 2 });

    expect(await recoveryState(made.archive)).toEqual({ printedAt: null, drilledAt: null });
    const typed = before.escrowIdentity.toLowerCase().replaceAll(/.{4}/g, '$& ');
    expect(await drillRecovery(made.archive, typed)).toMatchObject({ organizations: 2 });
    expect((await recoveryState(made.archive)).drilledAt).not.toBeNull();
    const slip = before.escrowIdentity.slice(0, -1) + (before.escrowIdentity.endsWith('Q') ? 'P' : 'Q');
    for (const wrong of ['', slip, after.escrowIdentity])
      expect(await codeOf(drillRecovery(made.archive, wrong)), wrong).toBe('RECOVERY_SHEET_WRONG');
  });

  test('and all papers print as Word', async () => {
    for (const kind of ['check', 'cover-letter', 'office-card', 'recovery-sheet'] as const) {
      const file = await ledgerPaper(made.archive, { kind, period, format: 'docx' });
      expect(file.name).toMatch(/\.docx$/);
      expect(file.size).toBeGreaterThan(2000);
    }
    expect((await recoveryState(made.archive)).printedAt).not.toBeNull();
  });
});
