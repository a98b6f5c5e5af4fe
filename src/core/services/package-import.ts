import type { PackageReview, ReceivedPackage, StreetKey } from '../../shared/domain/bureau.ts';
import { receivedPackageId, type ReceivedFileId, type ReceivedPackageId } from '../../shared/domain/ids.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import {
  ledgerSnapshot,
  type LedgerOrganization,
  type LedgerSnapshot,
} from '../../shared/domain/ledger-snapshot.ts';
import { figuresOf, isStanding } from '../../shared/domain/ledger-tables.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { replaceDistrictLedger, type DistrictLine } from '../db/repositories/district-ledgers.ts';
import { deleteReceivedFile, saveVerdict, type FileVerdict } from '../db/repositories/received-files.ts';
import {
  getReceivedPackage,
  insertReceivedPackage,
  listReceivedPackages,
  receivedLedger,
  receivedReview,
} from '../db/repositories/received-packages.ts';
import { listStreets, saveStreetRow } from '../db/repositories/registered-streets.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireBureauProfile, requireOfDistrict } from './bureau-profile.ts';
import { judgePackage } from './package-judgement.ts';
import { openReceived, UnknownSigner, type OpenedPackage } from './package-opening.ts';
import { reviewPackage } from './package-review.ts';
import { requireReceivedFile } from './received-files.ts';
import { wholeFile } from './received-parts.ts';
import { confirmKey, putStreetKey, signerIn, type KeyConfirmation } from './registered-streets.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

export interface PackageChoice {
  readonly id: ReceivedFileId;
  /** The period that is being collected; null takes any. */
  readonly expectedPeriod: PeriodCode | null;
}

const verdictOf = (error: CodedError): Omit<FileVerdict, 'checkedAt'> => ({
  refusal: { code: error.code, data: error.data },
  head: error instanceof UnknownSigner ? error.head : null,
  signer: error instanceof UnknownSigner ? error.signer : null,
});

/** Notes in the inbox what came of a look, so that the list says it; the ledgers stay as they are. */
const noteVerdict = async (
  { store, ports }: OpenArchive,
  id: ReceivedFileId,
  verdict: Omit<FileVerdict, 'checkedAt'>,
): Promise<void> => {
  await store.write((writer) => saveVerdict(writer, id, { ...verdict, checkedAt: ports.clock.instant() }));
};

/** Opens a file of the inbox for `use`; a refusal is noted there. */
const withOpened = async <Result>(
  archive: OpenArchive,
  id: ReceivedFileId,
  watch: Watch,
  use: (opened: OpenedPackage) => Promise<Result>,
): Promise<Result> => {
  await archive.store.read((reader) => requireReceivedFile(reader, id));
  try {
    return await use(await openReceived(archive, await wholeFile(archive, id, watch), watch));
  } catch (error) {
    if (error instanceof CodedError && error.code !== 'CANCELLED')
      await noteVerdict(archive, id, verdictOf(error));
    throw error;
  }
};

const check = (
  archive: OpenArchive,
  { id, expectedPeriod }: PackageChoice,
  watch: Watch,
): Promise<PackageReview> =>
  withOpened(archive, id, watch, async (opened) => {
    const today = archive.ports.clock.today();
    const review = await archive.store.read((reader) =>
      reviewPackage(reader, opened, judgePackage(reader, opened, { today, expectedPeriod }).snapshot),
    );
    await noteVerdict(archive, id, { refusal: null, head: opened.head, signer: null });
    return review;
  });

/**
 * Opens and checks a package of the inbox whole and says what taking it in would bring. Nothing changes but the note of
 * the inbox.
 *
 * @throws CodedError those of openReceived and judgePackage
 */
export const checkReceived = (
  archive: OpenArchive,
  choice: PackageChoice,
  signal?: AbortSignal,
): ProgressThen<PackageReview> => watched((watch) => check(archive, choice, watch), signal);

const lineOf = (line: LedgerOrganization, period: PeriodCode): DistrictLine => {
  const { filed, changed, ended } = figuresOf({ period, organizations: [line], dispositions: [] });
  const { id, name, community, communityCode, category, status, filingNumber, filedOn } = line;
  const { responsiblePerson, maskedPhone, members, partyMembers, dispositions, proposedRegistration } = line;
  return {
    id,
    name,
    community,
    communityCode,
    category,
    status,
    filingNumber,
    filedOn,
    responsiblePerson,
    maskedPhone,
    members,
    partyMembers,
    dispositions,
    proposedRegistration,
    filed,
    changed,
    ended,
    standing: isStanding(line),
  };
};

/** Puts a street's ledger where the district's figures are counted from. */
const countIn = (writer: Writer, packageId: ReceivedPackageId, snapshot: LedgerSnapshot): void =>
  replaceDistrictLedger(
    writer,
    {
      period: snapshot.period,
      streetCode: snapshot.street.code,
      packageId,
      communities: snapshot.statistics.communities,
      dispositions: snapshot.dispositions.length,
      trainings: snapshot.trainings.length,
      trainees: snapshot.trainings.reduce((sum, { participants }) => sum + participants, 0),
    },
    snapshot.organizations.map((line) => lineOf(line, snapshot.period)),
  );

const requirePackage = (reader: Reader, id: ReceivedPackageId): ReceivedPackage => {
  const found = getReceivedPackage(reader, id);
  if (found === null) throw new CodedError('NOT_FOUND', { what: 'received-package' });
  return found;
};

/** One transaction: the package, its ledger, the lines that are counted, and the inbox without it. */
const takeIn = (
  { store, ports }: OpenArchive,
  opened: OpenedPackage,
  { importedBy, expectedPeriod }: PackageImport,
): Promise<ReceivedPackage> =>
  store.write((writer) => {
    const { file, head, key, signedBy, recipient } = opened;
    const after = judgePackage(writer, opened, { today: ports.clock.today(), expectedPeriod });
    const review = reviewPackage(writer, opened, after.snapshot);
    const id = receivedPackageId.parse(file.id);
    const { fileName, byteLength, sha256, receivedAt } = file;
    insertReceivedPackage(
      writer,
      {
        id,
        streetCode: head.streetCode,
        period: head.period,
        serial: head.serial,
        correction: head.correction,
        baseId: after.baseId,
        fileName,
        byteLength,
        sha256,
        signedBy,
        streetKeyId: key.id,
        recipient,
        ledgerSha256: after.sha256,
        review,
        receivedAt,
        importedAt: ports.clock.instant(),
        importedBy,
      },
      after.json,
    );
    countIn(writer, id, after.snapshot);
    deleteReceivedFile(writer, file.id);
    return requirePackage(writer, id);
  });

export interface PackageImport extends PackageChoice {
  readonly importedBy: string;
}

/**
 * Takes a package in: opened and checked again, then in one transaction. Its file stays where it lies, so that it can be
 * opened again.
 *
 * @throws CodedError as checkReceived
 */
export const importReceived = (
  archive: OpenArchive,
  choice: PackageImport,
  signal?: AbortSignal,
): ProgressThen<ReceivedPackage> =>
  watched(
    (watch) =>
      withOpened(archive, choice.id, watch, async (opened) => {
        await watch.report('import', 0, null);
        return takeIn(archive, opened, choice);
      }),
    signal,
  );

/**
 * Registers who signed a package of the inbox, once a person has compared the fingerprint by telephone; the street comes
 * onto the list with it.
 *
 * @throws CodedError FINGERPRINT_DIFFERS, SIGNER_CARD_INVALID, PACKAGE_UNKNOWN_SIGNER where the card is not of who signed,
 *   PACKAGE_WRONG_DISTRICT, NOT_FOUND `received-file`, CONFLICT `street-key`
 */
export const registerSigner = (
  { store, ports }: OpenArchive,
  {
    id,
    card,
    ...confirmation
  }: KeyConfirmation & { readonly id: ReceivedFileId; readonly card: string | null },
): Promise<StreetKey> =>
  store.write((writer) => {
    const file = requireReceivedFile(writer, id);
    if (file.signer === null) throw new CodedError('NOT_FOUND', { what: 'street-key' });
    const { streetCode: code, streetName: name, keyId } = file.signer;
    requireOfDistrict(requireBureauProfile(writer).districtCode, [{ code }]);
    const keys = file.signer.card ?? signerIn(card ?? '');
    if (!listStreets(writer).some((each) => each.code === code))
      saveStreetRow(
        writer,
        {
          code,
          name,
          contactName: null,
          contactPhone: null,
          remark: '',
          expectedFrom: null,
          expectedUntil: null,
        },
        ports.clock.instant(),
      );
    const key = putStreetKey(writer, ports, code, keys);
    if (key.keyId !== keyId) throw new CodedError('PACKAGE_UNKNOWN_SIGNER', { keyId });
    const confirmed = confirmKey(writer, ports, key, confirmation);
    saveVerdict(writer, id, { checkedAt: null, refusal: null, head: file.head, signer: null });
    return confirmed;
  });

/** Packages taken in, the newest first. */
export const receivedPackages = async (
  { store }: OpenArchive,
  choice: { readonly period: PeriodCode | null; readonly streetCode: string | null },
): Promise<ReceivedPackage[]> => [...(await store.read((reader) => listReceivedPackages(reader, choice)))];

/** What a package brought when it was taken in. @throws CodedError NOT_FOUND `received-package` */
export const reviewOf = ({ store }: OpenArchive, id: ReceivedPackageId): Promise<PackageReview> =>
  store.read((reader) => {
    const review = receivedReview(reader, id);
    if (review === null) throw new CodedError('NOT_FOUND', { what: 'received-package' });
    return review;
  });

/** The ledger as it was after a package. @throws CodedError NOT_FOUND `received-package` */
export const ledgerOf = ({ store }: OpenArchive, id: ReceivedPackageId): Promise<LedgerSnapshot> =>
  store.read((reader) => {
    const kept = receivedLedger(reader, id);
    if (kept === null) throw new CodedError('NOT_FOUND', { what: 'received-package' });
    return ledgerSnapshot.parse(JSON.parse(kept.json));
  });
