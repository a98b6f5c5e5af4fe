import { join } from 'node:path';
import { packageId, attachmentId, type BureauKeyId } from '../../shared/domain/ids.ts';
import type { Progress } from '../../shared/contract/progress.ts';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { BureauKey, LedgerFinding, PackageRecord, PeriodCode } from '../../shared/domain/ledger.ts';
import { canonicalJson } from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';
import { readAttachment } from '../attachments/attachments.ts';
import type { ChunkCipher } from '../crypto/chunk-cipher.ts';
import { openChunkCipher } from '../crypto/chunk-ciphers.ts';
import { getAttachment } from '../db/repositories/attachments.ts';
import {
  insertPackage,
  listBureauKeys,
  listLedgerScans,
  nextPackageSerial,
} from '../db/repositories/ledger.ts';
import { coverLetter } from '../documents/templates/cover-letter.ts';
import { WordRenderer } from '../documents/word-renderer.ts';
import type { BagPlan } from '../ledger/bag-writer.ts';
import { checkReportHtml } from '../ledger/check-report.ts';
import { ledgerWorkbook } from '../ledger/ledger-workbook.ts';
import { signContent } from '../ledger/minisign.ts';
import { formatPackageName } from '../ledger/package-name.ts';
import { removePartialPackages, writePackage, type WrittenPackage } from '../ledger/package-writer.ts';
import { verifyPackage } from '../ledger/verify-package.ts';
import type { ZipSource } from '../ledger/zip-writer.ts';
import type { OpenArchive } from '../open-archive.ts';
import { checkLedger } from './ledger-check.ts';
import { officeKeys, type OfficeKeys } from './ledger-keys.ts';
import { freezeLedger, type FrozenLedger } from './ledger-snapshot.ts';
import { periodUnderRules } from './ledger.ts';

export interface LedgerExport {
  readonly period: PeriodCode;
  readonly bureauKeyIds: readonly BureauKeyId[];
  readonly includeScans: boolean;
}

/** Every recipient known and confirmed by a person: encryption never falls back. */
const confirmedRecipients = (keys: readonly BureauKey[], ids: readonly BureauKeyId[]): string[] => {
  if (ids.length === 0) throw new CodedError('RECIPIENT_MISSING', {});
  return ids.map((id) => {
    const key = keys.find((each) => each.id === id);
    if (key === undefined) throw new CodedError('RECIPIENT_MISSING', {});
    if (key.confirmedAt === null)
      throw new CodedError('RECIPIENT_UNCONFIRMED', { fingerprint: key.fingerprint });
    return key.recipient;
  });
};

interface Scan {
  /** Under data/, made by us: never a name from outside. */
  readonly name: string;
  readonly organizationId: string;
  readonly attachment: Attachment;
}

/** File name endings of what scanners make; anything else travels as .bin and keeps its name in index.csv. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
};

const folderOf = (filingNumber: string | null, organizationId: string): string =>
  (filingNumber ?? organizationId).replaceAll(/[^\p{L}\p{N}〔〕-]/gu, '_');

const scansOf = ({ store }: OpenArchive): Promise<readonly Scan[]> =>
  store.read((reader) =>
    listLedgerScans(reader).flatMap((scan, index) => {
      const attachment = getAttachment(reader, attachmentId.parse(scan.attachmentId));
      if (attachment === null) return [];
      const name = `organizations/${folderOf(scan.filingNumber, scan.organizationId)}/${String(index + 1).padStart(5, '0')}.${endings[attachment.mediaType] ?? 'bin'}`;
      return [{ name, organizationId: scan.organizationId, attachment }];
    }),
  );

const csvCell = (value: string | number): string =>
  `"${String(value)
    .replaceAll('"', '""')
    .replace(/^[=+\-@\t\r]/, "'$&")}"`;

const scanIndex = (scans: readonly Scan[]): Uint8Array => {
  const lines = [
    ['file', 'organization', 'original_name', 'media_type', 'bytes', 'sha256'],
    ...scans.map(({ name, organizationId, attachment }) => [
      name,
      organizationId,
      attachment.fileName,
      attachment.mediaType,
      attachment.byteLength,
      attachment.sha256,
    ]),
  ];
  return Buffer.from(`${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`);
};

const payloadOf = async (
  archive: OpenArchive,
  frozen: FrozenLedger,
  findings: readonly LedgerFinding[],
  scans: readonly Scan[],
  cipher: ChunkCipher,
): Promise<ZipSource[]> => {
  const { snapshot } = frozen;
  const checked = { period: snapshot.period, findings };
  return [
    { name: 'ledger.json', bytes: frozen.json },
    { name: '工作台账.xlsx', bytes: await ledgerWorkbook(snapshot) },
    {
      name: '报送函.docx',
      bytes: new WordRenderer().render(coverLetter(snapshot), `${snapshot.frozenOn}T00:00:00.000Z`),
    },
    {
      name: 'reports/check.json',
      bytes: Buffer.from(canonicalJson(checked)),
    },
    { name: 'reports/check.html', bytes: Buffer.from(checkReportHtml('报送前检查报告', findings)) },
    ...(scans.length === 0 ? [] : [{ name: 'organizations/index.csv', bytes: scanIndex(scans) }]),
    ...scans.map(({ name, attachment }) => ({
      name,
      byteLength: attachment.byteLength,
      stream: () => readAttachment(archive, attachment, cipher),
    })),
  ];
};

const planOf = (
  frozen: FrozenLedger,
  serial: number,
  payload: readonly ZipSource[],
  keys: OfficeKeys,
  at: string,
): BagPlan => {
  const { snapshot } = frozen;
  return {
    payload,
    info: [
      ['Source-Organization', snapshot.hub.name],
      [
        'External-Identifier',
        `${snapshot.district.code}-${snapshot.street.code}-${snapshot.period}-${serial}`,
      ],
      ['External-Description', `${snapshot.street.name}社区社会组织工作台账`],
      ['Bagging-Date', at.slice(0, 10)],
      ['Ledger-Period', snapshot.period],
      ['Ledger-Serial', String(serial)],
      ['Ledger-SHA256', frozen.sha256],
    ],
    sign: (tagManifest) =>
      signContent(
        keys.signing,
        tagManifest,
        `period:${snapshot.period} street:${snapshot.street.code} serial:${serial} at:${at}`,
      ),
  };
};

/** Opens the written file with the escrow key and compares what is inside with what went in. */
const proveWith =
  (keys: OfficeKeys, frozen: FrozenLedger) =>
  async (path: string, written: WrittenPackage): Promise<void> => {
    const seen = await verifyPackage(path, { identity: keys.escrowIdentity, signer: keys.signingPublicKey });
    const same =
      seen.bag.contentHash === written.bag.contentHash &&
      seen.bag.files === written.bag.files &&
      seen.bag.payloadBytes === written.bag.payloadBytes &&
      seen.snapshot.period === frozen.snapshot.period;
    if (!same) throw new CodedError('PACKAGE_CHANGED', { part: 'after-writing' });
  };

/** Reports written bytes; a stream that is closed closes the writing with it, which removes the partial file. */
async function* withProgress(
  writing: ReturnType<typeof writePackage>,
  total: number,
): AsyncGenerator<Progress, WrittenPackage> {
  try {
    for (;;) {
      const step = await writing.next();
      if (step.done) return step.value;
      yield { type: 'progress', stage: 'pack', done: Math.min(step.value, total), total };
    }
  } finally {
    await writing.return(undefined as never); // ends it early, or does nothing when it has ended
  }
}

/**
 * Freezes a period if it is not frozen yet and writes its encrypted, signed package. The package counts as made only
 * when it has been opened again with the escrow key and is recorded; a cancelled or failed export leaves no file.
 *
 * @throws CodedError LEDGER_BLOCKED, RECIPIENT_MISSING, RECIPIENT_UNCONFIRMED, PERIOD_INVALID, CIPHER_UNAVAILABLE,
 *   PACKAGE_CHANGED, CANCELLED
 */
export async function* exportLedger(
  archive: OpenArchive,
  { period: code, bureauKeyIds, includeScans }: LedgerExport,
  signal?: AbortSignal,
): AsyncGenerator<Progress | { readonly type: 'result'; readonly result: PackageRecord }> {
  const { store, ports } = archive;
  const { period, rules } = await periodUnderRules(archive, code);
  const recipients = confirmedRecipients(await store.read(listBureauKeys), bureauKeyIds);
  const findings = await store.read((reader) => checkLedger(reader, rules, ports.clock.today()));
  const blocking = findings.filter(({ level }) => level === 'blocking').length;
  if (blocking > 0) throw new CodedError('LEDGER_BLOCKED', { count: blocking });
  yield { type: 'progress', stage: 'freeze', done: 0, total: null };
  await removePartialPackages(ports.paths.packages);
  const frozen = await freezeLedger(archive, period, rules);
  const keys = await officeKeys(archive);
  const scans = includeScans ? await scansOf(archive) : [];
  const serial = await store.read((reader) => nextPackageSerial(reader, period.code));
  const { district, street } = frozen.snapshot;
  const fileName = formatPackageName({
    district: district.code,
    street: street.code,
    period: period.code,
    serial,
  });
  const cipher = await openChunkCipher();
  try {
    const payload = await payloadOf(archive, frozen, findings, scans, cipher);
    const total = payload.reduce(
      (sum, source) => sum + ('bytes' in source ? source.bytes.length : source.byteLength),
      0,
    );
    const plan = {
      path: join(ports.paths.packages, fileName),
      baseName: fileName.slice(0, -'.ledger.age'.length),
      bag: planOf(frozen, serial, payload, keys, ports.clock.instant()),
      recipients: [...recipients, keys.escrowRecipient],
    };
    const written = yield* withProgress(writePackage(plan, cipher, proveWith(keys, frozen), signal), total);
    const record: PackageRecord = {
      id: packageId.parse(ports.random.id()),
      period: period.code,
      serial,
      fileName,
      byteLength: written.byteLength,
      sha256: written.sha256,
      recipients,
      organizationCount: frozen.snapshot.organizations.length,
      scanCount: scans.length,
      createdAt: ports.clock.instant(),
    };
    await store.write((writer) => insertPackage(writer, record));
    yield { type: 'result', result: record };
  } finally {
    await cipher.close();
  }
}
