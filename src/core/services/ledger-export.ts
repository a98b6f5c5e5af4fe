import { open, stat } from 'node:fs/promises';
import { packageId, attachmentId, type BureauKeyId } from '../../shared/domain/ids.ts';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { BureauKey, LedgerFinding, PackageRecord, PeriodCode } from '../../shared/domain/ledger.ts';
import { canonicalJson } from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';
import { keptScan } from '../attachments/kept-scan.ts';
import { getAttachment } from '../db/repositories/attachments.ts';
import {
  insertPackage,
  listBureauKeys,
  listLedgerScans,
  nextPackageSerial,
} from '../db/repositories/ledger.ts';
import { coverLetter } from '../documents/templates/cover-letter.ts';
import { WordRenderer } from '../documents/word-renderer.ts';
import { openBulkThreads, type BulkThreads } from '../crypto/bulk-threads.ts';
import { layBag, type BagLayout, type BagPlan, type PayloadFile } from '../ledger/bag-layout.ts';
import { checkReportHtml } from '../ledger/check-report.ts';
import { ledgerWorkbook } from '../ledger/ledger-workbook.ts';
import { signContent } from '../ledger/minisign.ts';
import { formatPackageName } from '../ledger/package-name.ts';
import { packageMark, removePartialPackages, writePackage } from '../ledger/package-writer.ts';
import { verifyPackage } from '../ledger/verify-package.ts';
import type { OpenArchive } from '../open-archive.ts';
import { checkLedger } from './ledger-check.ts';
import { officeKeys, type OfficeKeys } from './ledger-keys.ts';
import { freezeLedger, type FrozenLedger } from './ledger-snapshot.ts';
import { periodUnderRules } from './ledger.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

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
): Promise<PayloadFile[]> => {
  const { snapshot } = frozen;
  const kept: PayloadFile[] = [];
  for (const { name, attachment } of scans) {
    const { digests, ...file } = await keptScan(archive, attachment);
    kept.push({ name, kept: file, digests });
  }
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
    ...kept,
  ];
};

const planOf = (
  frozen: FrozenLedger,
  serial: number,
  payload: readonly PayloadFile[],
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
const proveWith = async (path: string, { bag, frozen, keys, threads, watch }: Making): Promise<void> => {
  const seen = await verifyPackage(path, {
    identity: keys.escrowIdentity,
    signer: keys.signingPublicKey,
    threads,
    onFile: (_, done, total) => watch.report('prove', done, total),
  });
  const same =
    seen.bag.contentHash === bag.contentHash &&
    seen.bag.files === bag.files &&
    seen.bag.payloadBytes === bag.payloadBytes &&
    seen.snapshot.period === frozen.snapshot.period;
  if (!same) throw new CodedError('PACKAGE_CHANGED', { part: 'whole', block: null });
};

interface Making {
  readonly bag: BagLayout;
  readonly frozen: FrozenLedger;
  readonly keys: OfficeKeys;
  readonly threads: BulkThreads;
  readonly watch: Watch;
}

/** SHA-256 of the file as it lies on disk: what the office tells the bureau by telephone. */
const fileDigest = async (path: string, byteLength: number, threads: BulkThreads): Promise<string> => {
  const handle = await open(path, 'r');
  try {
    const digest = {
      kind: 'digest',
      payload: null,
      start: 0,
      end: byteLength,
      algorithms: ['sha256'],
    } as const;
    const [sha256] = await threads.run({ ...digest, fd: handle.fd });
    if (sha256 === undefined) throw new Error('no digest');
    return sha256;
  } finally {
    await handle.close();
  }
};

const makePackage = async (
  archive: OpenArchive,
  { period: code, bureauKeyIds, includeScans }: LedgerExport,
  watch: Watch,
): Promise<PackageRecord> => {
  const { store, ports } = archive;
  const { period, rules } = await periodUnderRules(archive, code);
  const recipients = confirmedRecipients(await store.read(listBureauKeys), bureauKeyIds);
  const findings = await store.read((reader) => checkLedger(reader, rules, ports.clock.today()));
  const blocking = findings.filter(({ level }) => level === 'blocking').length;
  if (blocking > 0) throw new CodedError('LEDGER_BLOCKED', { count: blocking });
  await watch.report('freeze', 0, null);
  const mark = packageMark(archive.keys.lookup);
  await removePartialPackages(ports.paths.packages, mark);
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
  const payload = await payloadOf(archive, frozen, findings, scans);
  const bag = await layBag(planOf(frozen, serial, payload, keys, ports.clock.instant()));
  const threads = await openBulkThreads(bag.payloadBytes);
  try {
    let sha256 = '';
    const plan = {
      folder: ports.paths.packages,
      baseName: fileName.slice(0, -'.ledger.age'.length),
      mark,
      sources: bag.sources,
      recipients: [...recipients, keys.escrowRecipient],
    };
    const byteLength = await writePackage(plan, threads, {
      written: (done, total) => watch.report('pack', done, total),
      prove: async (path) => {
        const { size } = await stat(path);
        const digest = fileDigest(path, size, threads);
        digest.catch(() => {}); // reported when its turn comes
        await proveWith(path, { bag, frozen, keys, threads, watch });
        sha256 = await digest;
      },
    });
    const record: PackageRecord = {
      id: packageId.parse(ports.random.id()),
      period: period.code,
      serial,
      fileName,
      byteLength,
      sha256,
      recipients,
      organizationCount: frozen.snapshot.organizations.length,
      scanCount: scans.length,
      createdAt: ports.clock.instant(),
    };
    await store.write((writer) => insertPackage(writer, record));
    return record;
  } finally {
    await threads.close();
  }
};

/**
 * Freezes a period if it is not frozen yet and writes its encrypted, signed package. The package counts as made only
 * when it has been opened again with the escrow key and is recorded; a cancelled or failed export leaves no file.
 *
 * @throws CodedError LEDGER_BLOCKED, RECIPIENT_MISSING, RECIPIENT_UNCONFIRMED, PERIOD_INVALID, CIPHER_UNAVAILABLE,
 *   PACKAGE_CHANGED, ARCHIVE_DAMAGED, DISK_FULL, CANCELLED
 */
export const exportLedger = (
  archive: OpenArchive,
  input: LedgerExport,
  signal?: AbortSignal,
): ProgressThen<PackageRecord> => watched((watch) => makePackage(archive, input, watch), signal);
