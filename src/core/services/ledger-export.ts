import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { packageId, type BureauKeyId, type PackageId } from '../../shared/domain/ids.ts';
import type { LedgerFinding, PackageRecord, PeriodCode } from '../../shared/domain/ledger.ts';
import { CodedError } from '../../shared/errors.ts';
import { keptScan } from '../attachments/kept-scan.ts';
import { insertCorrection } from '../db/repositories/ledger.ts';
import { listBureauKeys, type StoredBureauKey } from '../db/repositories/ledger-keys.ts';
import { insertPackage, listPackages, nextPackageSerial } from '../db/repositories/packages.ts';
import { openBulkThreads, type BulkThreads } from '../crypto/bulk-threads.ts';
import { layBag, type BagLayout, type BagPlan, type PayloadFile } from '../ledger/bag-layout.ts';
import { signContent } from '../ledger/minisign.ts';
import { formatPackageName } from '../ledger/package-name.ts';
import { packageMark, removePartialPackages, writePackage } from '../ledger/package-writer.ts';
import { verifyPackage } from '../ledger/verify-package.ts';
import type { OpenArchive } from '../open-archive.ts';
import { keyStanding } from './bureau-key-standing.ts';
import { checkLedger } from './ledger-check.ts';
import { contentFiles, planContent, type PlannedContent } from './ledger-content.ts';
import { officeKeys, type OfficeKeys } from './ledger-keys.ts';
import { chosenScans, scanIndex, type Scan } from './ledger-scans.ts';
import { periodUnderRules } from './ledger.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';

export interface LedgerExport {
  readonly period: PeriodCode;
  readonly bureauKeyIds: readonly BureauKeyId[];
  readonly includeScans: boolean;
  /** Whose scans travel; null for those of all. */
  readonly scanOrganizationIds?: readonly string[] | null;
  /** 补报更正 of what was sent, instead of the whole ledger. */
  readonly correction?: { readonly reason: string } | null;
}

/** Every recipient known and confirmed by a person: encryption never falls back. */
const confirmedRecipients = (
  keys: readonly StoredBureauKey[],
  ids: readonly BureauKeyId[],
  today: IsoDate,
): string[] => {
  if (ids.length === 0) throw new CodedError('RECIPIENT_MISSING', {});
  return ids.map((id) => {
    const key = keys.find((each) => each.id === id);
    if (key === undefined) throw new CodedError('RECIPIENT_MISSING', {});
    if (key.confirmedAt === null)
      throw new CodedError('RECIPIENT_UNCONFIRMED', { fingerprint: key.fingerprint });
    if (keyStanding(key, today) === 'expired')
      throw new CodedError('RECIPIENT_EXPIRED', { name: key.name, validUntil: key.validUntil ?? '' });
    return key.recipient;
  });
};

const payloadOf = async (
  archive: OpenArchive,
  content: PlannedContent,
  findings: readonly LedgerFinding[],
  scans: readonly Scan[],
): Promise<PayloadFile[]> => {
  const kept: PayloadFile[] = [];
  for (const { name, attachment } of scans) {
    const { digests, ...file } = await keptScan(archive, attachment);
    kept.push({ name, kept: file, digests });
  }
  return [
    ...(await contentFiles(content, findings)),
    ...(scans.length === 0 ? [] : [{ name: 'organizations/index.csv', bytes: scanIndex(scans) }]),
    ...kept,
  ];
};

interface Planned {
  readonly content: PlannedContent;
  readonly serial: number;
  readonly keys: OfficeKeys;
  readonly at: string;
}

const planOf = (payload: readonly PayloadFile[], { content, serial, keys, at }: Planned): BagPlan => {
  const { snapshot, sha256 } = content.ledger;
  const correction = content.correction?.value ?? null;
  return {
    payload,
    info: [
      ['Source-Organization', snapshot.hub.name],
      [
        'External-Identifier',
        `${snapshot.district.code}-${snapshot.street.code}-${snapshot.period}-${serial}`,
      ],
      [
        'External-Description',
        `${snapshot.street.name}社区社会组织工作台账${correction === null ? '' : '补报更正'}`,
      ],
      ['Bagging-Date', dayOfInstant(at)],
      ['Ledger-Period', snapshot.period],
      ['Ledger-Serial', String(serial)],
      ['Ledger-SHA256', sha256],
      // Who signed, for a bureau that does not know the office yet: believed only once a person has compared them.
      ['Signing-Key', keys.signingPublicKey],
      ['Escrow-Recipient', keys.escrowRecipient],
      ...(correction === null
        ? []
        : [
            ['Correction-Number', String(correction.number)] as const,
            ['Corrects-Package', correction.corrects.fileName] as const,
            ['Corrects-Package-SHA256', correction.corrects.packageSha256] as const,
          ]),
    ],
    sign: (tagManifest) =>
      signContent(
        keys.signing,
        tagManifest,
        `period:${snapshot.period} street:${snapshot.street.code} serial:${serial}${correction === null ? '' : ` correction:${correction.number}`} at:${at}`,
      ),
  };
};

/** Of the file that a reader finds first: ledger.json or correction.json. */
const digestOfContent = ({ ledger, correction }: PlannedContent): string =>
  correction === null ? ledger.sha256 : createHash('sha256').update(correction.json).digest('hex');

/** Opens the written file with the escrow key and compares what is inside with what went in. */
const proveWith = async (path: string, { bag, content, keys, threads, watch }: Making): Promise<void> => {
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
    seen.contentSha256 === digestOfContent(content);
  if (!same) throw new CodedError('PACKAGE_CHANGED', { part: 'whole', block: null });
};

interface Making {
  readonly bag: BagLayout;
  readonly content: PlannedContent;
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

/** What stands in the way is said before anything is frozen. */
const prepare = async (
  archive: OpenArchive,
  { period: code, bureauKeyIds, includeScans, scanOrganizationIds = null, correction = null }: LedgerExport,
) => {
  const { store, ports } = archive;
  const today = ports.clock.today();
  const { period, rules } = await periodUnderRules(archive, code);
  const recipients = confirmedRecipients(
    await store.read((reader) => listBureauKeys(reader)),
    bureauKeyIds,
    today,
  );
  const findings = await store.read((reader) => checkLedger(reader, period, rules, today));
  const blocking = findings.filter(({ level }) => level === 'blocking').length;
  if (blocking > 0) throw new CodedError('LEDGER_BLOCKED', { count: blocking });
  const content = await planContent(archive, period, rules, correction);
  const scans = includeScans
    ? await store.read((reader) => chosenScans(reader, period, scanOrganizationIds ?? 'all'))
    : [];
  const { serial, follows } = await store.read((reader) => ({
    serial: nextPackageSerial(reader, period.code),
    follows: followed(listPackages(reader), content),
  }));
  return { period, recipients, findings, content, scans, serial, follows };
};

/** The package that comes back to life in this one: what a correction corrects, or what was returned. */
const followed = (
  made: readonly PackageRecord[],
  { ledger, correction }: PlannedContent,
): PackageId | null => {
  const ofPeriod = made.filter(({ period }) => period === ledger.snapshot.period);
  if (correction !== null)
    return ofPeriod.find(({ sha256 }) => sha256 === correction.value.corrects.packageSha256)?.id ?? null;
  const [newest] = ofPeriod;
  return newest?.receipt?.outcome === 'returned' ? newest.id : null;
};

const storeMade = (
  { store, ports }: OpenArchive,
  record: PackageRecord,
  { ledger, correction }: PlannedContent,
): Promise<void> =>
  store.write((writer) => {
    insertPackage(writer, record);
    if (correction === null) return;
    insertCorrection(writer, {
      period: record.period,
      number: correction.value.number,
      packageId: record.id,
      frozenAt: ports.clock.instant(),
      json: correction.json,
      ledgerJson: ledger.json,
      sha256: ledger.sha256,
    });
  });

const makePackage = async (
  archive: OpenArchive,
  input: LedgerExport,
  watch: Watch,
): Promise<PackageRecord> => {
  const { ports } = archive;
  await watch.report('freeze', 0, null);
  const mark = packageMark(archive.keys.lookup);
  await removePartialPackages(ports.paths.packages, mark);
  const { period, recipients, findings, content, scans, serial, follows } = await prepare(archive, input);
  const keys = await officeKeys(archive);
  const { district, street, organizations } = content.ledger.snapshot;
  const correction = content.correction?.value ?? null;
  const fileName = formatPackageName({
    district: district.code,
    street: street.code,
    period: period.code,
    serial,
    correction: correction?.number ?? null,
  });
  const payload = await payloadOf(archive, content, findings, scans);
  const bag = await layBag(planOf(payload, { content, serial, keys, at: ports.clock.instant() }));
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
        await proveWith(path, { bag, content, keys, threads, watch });
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
      organizationCount: correction === null ? organizations.length : correction.lines.length,
      scanCount: scans.length,
      createdAt: ports.clock.instant(),
      correction: correction?.number ?? null,
      follows,
      ledgerSha256: content.ledger.sha256,
      handOvers: [],
      receipt: null,
    };
    await storeMade(archive, record, content);
    return record;
  } finally {
    await threads.close();
  }
};

/**
 * Freezes a period if it is not frozen yet and writes its encrypted, signed package. The package counts as made only
 * when it has been opened again with the escrow key and is recorded; a cancelled or failed export leaves no file.
 *
 * @throws CodedError LEDGER_BLOCKED, RECIPIENT_MISSING, RECIPIENT_UNCONFIRMED, RECIPIENT_EXPIRED, PERIOD_INVALID,
 *   LEDGER_NOT_SENT, LEDGER_UNCHANGED, CIPHER_UNAVAILABLE,
 *   PACKAGE_CHANGED, ARCHIVE_DAMAGED, DISK_FULL, CANCELLED
 */
export const exportLedger = (
  archive: OpenArchive,
  input: LedgerExport,
  signal?: AbortSignal,
): ProgressThen<PackageRecord> => watched((watch) => makePackage(archive, input, watch), signal);
