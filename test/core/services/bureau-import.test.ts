import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitPackage } from '../../../src/core/ledger/package-parts.ts';
import { answerPackage, givenReceipt } from '../../../src/core/services/package-answers.ts';
import { bureauCard, makeBureauKeys } from '../../../src/core/services/bureau-keys.ts';
import { reopenReceived } from '../../../src/core/services/bureau-recovery.ts';
import { districtReporting } from '../../../src/core/services/district-reporting.ts';
import { districtRollup } from '../../../src/core/services/district-rollup.ts';
import { officeCard } from '../../../src/core/services/ledger-keys.ts';
import {
  ledgerOf,
  receivedPackages,
  registerSigner,
  reviewOf,
} from '../../../src/core/services/package-import.ts';
import { importReceipt } from '../../../src/core/services/package-receipts.ts';
import { inbox } from '../../../src/core/services/received-files.ts';
import { registeredStreets } from '../../../src/core/services/registered-streets.ts';
import { ledgerView } from '../../../src/core/services/ledger.ts';
import type { BureauKeyId } from '../../../src/shared/domain/ids.ts';
import type { PackageRecord } from '../../../src/shared/domain/ledger.ts';
import {
  check,
  checkAndTrust,
  codeOf,
  openBureau,
  receive,
  receiveMade,
  resultOf,
  takeIn,
  trustBureau,
  type BureauArchive,
} from '../../support/bureau-archive.ts';
import { exportToEnd, openLedgerArchive, type LedgerArchive } from '../../support/ledger-archive.ts';

const period = '2026H1';

let made: BureauArchive;
let street: LedgerArchive;
let keyId: BureauKeyId;
let first: PackageRecord;

beforeAll(async () => {
  made = await openBureau();
  street = await openLedgerArchive(300_000);
  keyId = await trustBureau(street.archive, made.card);
  first = await exportToEnd(street.archive, { ...street.request, bureauKeyIds: [keyId] });
});
afterAll(async () => {
  await made.bureau.close();
  await street.archive.close();
});

const tables = [
  'received_packages',
  'received_ledgers',
  'district_ledgers',
  'district_organizations',
] as const;
const rows = (): Promise<number[]> =>
  made.bureau.store.read((reader) =>
    tables.map((table) => reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1),
  );

test('a package of an unknown street is taken in once a person has compared who signed it', async () => {
  const { bureau } = made;
  const id = await receiveMade(bureau, street.archive, first);
  expect(await codeOf(check(bureau, id))).toBe('PACKAGE_UNKNOWN_SIGNER');
  const { fingerprint, signingPublicKey, escrowRecipient } = await officeCard(street.archive);
  const [entry] = await inbox(bureau);
  expect(entry).toMatchObject({
    fileName: first.fileName,
    kind: 'package',
    byteLength: first.byteLength,
    refusal: { code: 'PACKAGE_UNKNOWN_SIGNER' },
    signer: {
      streetCode: '990101001',
      streetName: '新河街道',
      streetRegistered: false,
      card: { signingKey: signingPublicKey, recipient: escrowRecipient, fingerprint },
    },
  });
  const wrong = { id, card: null, confirmedBy: '陈晓', heard: '0000 0000' };
  expect(await codeOf(registerSigner(bureau, wrong))).toBe('FINGERPRINT_DIFFERS');
  expect(await registeredStreets(bureau)).toEqual([]);
  expect(await rows()).toEqual([0, 0, 0, 0]);

  const review = await checkAndTrust(bureau, id, fingerprint);
  expect(review).toMatchObject({
    head: { streetCode: '990101001', period, serial: 1, correction: null },
    sha256: first.sha256,
    counts: { organizations: 2, standing: 2, communities: 3, scans: 1 },
    differences: { against: null, added: 0, after: { organizations: 2 } },
  });
  expect(review.findings.map(({ code }) => code)).toContain('roster-empty');
  expect(await rows()).toEqual([0, 0, 0, 0]);

  const taken = await takeIn(bureau, id);
  expect(taken).toMatchObject({
    id,
    streetName: '新河街道',
    sha256: first.sha256,
    organizationCount: 2,
    scanCount: 1,
    importedBy: '陈晓',
    current: true,
    receipt: null,
  });
  expect(await rows()).toEqual([1, 1, 1, 2]);
  expect(await inbox(bureau)).toEqual([]);
  expect(await reviewOf(bureau, taken.id)).toEqual(review);
  expect(await ledgerOf(bureau, taken.id)).toEqual((await ledgerView(street.archive, period)).frozen);
  expect(await resultOf(reopenReceived(bureau, taken.id))).toMatchObject({ fileName: first.fileName });
});

test('the same package is refused a second time, and nothing changes', async () => {
  const { bureau } = made;
  const before = await rows();
  const id = await receiveMade(bureau, street.archive, first);
  expect(await codeOf(takeIn(bureau, id))).toBe('PACKAGE_DUPLICATE same-file');
  expect(await rows()).toEqual(before);
});

test('what the bureau answers is taken by the street, and the package sent again follows it', async () => {
  const { bureau } = made;
  const [taken] = await receivedPackages(bureau, { period, streetCode: null });
  if (taken === undefined) throw new Error('no package');
  const ledger = await ledgerOf(bureau, taken.id);
  const [line] = ledger.organizations;
  const answer = { id: taken.id, decidedBy: '陈晓' };
  expect(await codeOf(answerPackage(bureau, { ...answer, outcome: 'returned', reasons: [] }))).toBe(
    'RECEIPT_REASON_MISSING',
  );
  const reasons = [{ organizationId: line?.id ?? '', text: '花名册是空的，请补齐。' }];
  await answerPackage(bureau, { ...answer, outcome: 'returned', reasons });
  const receipt = await givenReceipt(bureau, taken.id);
  expect(receipt.name).toBe('990101-990101001-2026H1-001.receipt.txt');
  const known = await importReceipt(street.archive, new Uint8Array(await receipt.arrayBuffer()));
  expect(known.receipt).toMatchObject({
    outcome: 'returned',
    reasons: [{ ...reasons[0], organization: line?.name }],
    bureau: '新城区民政局',
    receivedOn: '2026-11-23',
  });
  const { period: summary, streets } = await districtReporting(bureau, period);
  expect(summary).toMatchObject({ dueOn: '2026-07-15', expected: 1, reported: 1, returned: 1, late: 1 });
  expect(streets).toMatchObject([{ state: 'returned', late: true, days: 131, serial: 1, organizations: 2 }]);
});

test('a correction goes onto its first package, and comes in parts, in any order', async () => {
  const { bureau } = made;
  await street.archive.store.write((writer) =>
    writer.run("UPDATE organizations SET name = '阳光里常青合唱团' WHERE name LIKE '%合唱团'"),
  );
  const correction = await exportToEnd(street.archive, {
    ...street.request,
    bureauKeyIds: [keyId],
    includeScans: false,
    correction: { reason: '名称有误' },
  });
  const path = join(street.archive.ports.paths.packages, correction.fileName);
  const folder = street.archive.folder;
  const names = await splitPackage(path, folder, Math.ceil(correction.byteLength / 3));
  const [index = '', ...parts] = names.reverse().map((name) => join(folder, name));
  const before = await rows();

  const [late = '', ...early] = parts;
  await receive(bureau, early);
  expect((await inbox(bureau)).map(({ kind }) => kind)).toContain('stray-part');
  const [id] = await receive(bureau, [index]);
  if (id === undefined) throw new Error('no index');
  const entry = (await inbox(bureau)).find((each) => each.id === id);
  expect(entry).toMatchObject({ kind: 'parts', partsReceived: 2, missingParts: [late.split('/').at(-1)] });
  expect(await codeOf(check(bureau, id))).toBe('PARTS_MISSING');
  await receive(bureau, [late]);
  const review = await check(bureau, id);
  expect(review).toMatchObject({
    head: { serial: 2, correction: 1, reason: '名称有误' },
    fileName: correction.fileName,
    sha256: correction.sha256,
    differences: {
      against: { kind: 'earlier-package', period, serial: 1 },
      added: 0,
      removed: 0,
      changed: 1,
      changes: [
        { kind: 'changed', field: '组织名称', before: '阳光里𠮷祥合唱团', after: '阳光里常青合唱团' },
      ],
    },
  });
  expect(await rows()).toEqual(before);
  const corrected = await takeIn(bureau, id);
  expect(await rows()).toEqual([2, 2, 1, 2]);
  const taken = await receivedPackages(bureau, { period, streetCode: '990101001' });
  expect(Object.fromEntries(taken.map(({ serial, current }) => [serial, current]))).toEqual({
    1: false,
    2: true,
  });
  expect(await ledgerOf(bureau, corrected.id)).toEqual((await ledgerView(street.archive, period)).frozen);
  const rollup = await districtRollup(bureau, period);
  expect(rollup.total).toMatchObject({ organizations: 2, communities: 3 });
});

test('a correction whose first package never came is refused, and so is what another bureau should get', async () => {
  const other = await openBureau();
  try {
    const correction = (await receivedPackages(made.bureau, { period, streetCode: null })).find(
      (each) => each.correction !== null,
    );
    const path = join(street.archive.ports.paths.packages, correction?.fileName ?? '');
    const [id] = await receive(other.bureau, [path]);
    if (id === undefined) throw new Error('nothing came in');
    expect(await codeOf(check(other.bureau, id))).toBe('PACKAGE_WRONG_KEY');
    const key = await trustBureau(street.archive, other.card);
    await street.archive.store.write((writer) =>
      writer.run("UPDATE organizations SET name = '阳光里春晖合唱团' WHERE name LIKE '%合唱团'"),
    );
    const again = await exportToEnd(street.archive, {
      ...street.request,
      bureauKeyIds: [key],
      correction: { reason: '再报' },
    });
    const newer = await receiveMade(other.bureau, street.archive, again);
    const { fingerprint } = await officeCard(street.archive);
    expect(await codeOf(checkAndTrust(other.bureau, newer, fingerprint))).toBe('CORRECTION_BASE_MISSING');
    expect(readdirSync(join(other.bureau.ports.paths.archive, 'received'))).toHaveLength(2);
  } finally {
    await other.bureau.close();
  }
});

test('packages made for keys that were changed since still open, and are answered with the key of their card', async () => {
  const { bureau, card } = made;
  const renewed = await makeBureauKeys(bureau, '2028-12-31');
  expect(renewed.former.map(({ recipient }) => recipient)).toEqual([card.recipient]);
  expect((await bureauCard(bureau))?.recipient).toBe(renewed.recipient);
  const [taken] = await receivedPackages(bureau, { period, streetCode: null });
  if (taken === undefined) throw new Error('no package');
  expect(await resultOf(reopenReceived(bureau, taken.id))).toMatchObject({ fileName: taken.fileName });
  bureau.ports.clock.set('2026-11-24T01:00:00.000Z');
  await answerPackage(bureau, { id: taken.id, outcome: 'accepted', reasons: [], decidedBy: '陈晓' });
  const receipt = await givenReceipt(bureau, taken.id);
  expect(
    (await importReceipt(street.archive, new Uint8Array(await receipt.arrayBuffer()))).receipt?.outcome,
  ).toBe('accepted');
  expect(readFileSync(join(bureau.ports.paths.archive, 'received', taken.id, taken.fileName)).length).toBe(
    taken.byteLength,
  );
});
