import type { ClaimedSigner, PackageHead } from '../../shared/domain/bureau.ts';
import type { LedgerHead } from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';
import { listBureauIdentities } from '../db/repositories/bureau.ts';
import type { StoredFile } from '../db/repositories/received-files.ts';
import { listStreetKeys, listStreets, type StoredStreetKey } from '../db/repositories/registered-streets.ts';
import type { BagFiles } from '../ledger/bag-reader.ts';
import { keyIdOf } from '../ledger/minisign.ts';
import { identityThatOpens } from '../ledger/opening-identity.ts';
import { parsePackageName } from '../ledger/package-name.ts';
import { keyFingerprint, keyFingerprintWords, keysIn } from '../ledger/recipient.ts';
import {
  holdsSignatureOf,
  openPackage,
  type PackageContent,
  type VerifiedPackage,
} from '../ledger/verify-package.ts';
import type { OpenArchive } from '../open-archive.ts';
import { receivedPath } from './received-files.ts';
import type { Watch } from './watched-work.ts';

/** A package that is whole, authentic, well formed, and signed by the key in force of a registered street. */
export interface OpenedPackage {
  readonly file: StoredFile;
  readonly content: PackageContent;
  /** SHA-256 of ledger.json or correction.json. */
  readonly contentSha256: string;
  readonly head: PackageHead;
  readonly signedBy: string;
  readonly key: StoredStreetKey;
  /** Of the bureau's identity that opened it. */
  readonly recipient: string;
  readonly scans: number;
  readonly files: number;
  readonly payloadBytes: number;
}

/** Signed by nobody whom a person here has confirmed; with what a person would have to compare. */
export class UnknownSigner extends CodedError<'PACKAGE_UNKNOWN_SIGNER'> {
  readonly signer: ClaimedSigner;
  readonly head: PackageHead;

  constructor(signer: ClaimedSigner, head: PackageHead) {
    super('PACKAGE_UNKNOWN_SIGNER', { keyId: signer.keyId });
    this.signer = signer;
    this.head = head;
  }
}

const infoOf = ({ bag }: VerifiedPackage, label: string): string | null =>
  bag.info.find(([each]) => each === label)?.[1] ?? null;

/** The signed bag says it; the name on the outside is only what people see. */
const serialOf = (verified: VerifiedPackage, fileName: string): number => {
  const told = infoOf(verified, 'Ledger-Serial');
  const serial = told === null ? parsePackageName(fileName)?.serial : Number(told);
  if (serial === undefined || !Number.isSafeInteger(serial) || serial < 1)
    throw new CodedError('PACKAGE_SCHEMA_INVALID', { path: 'bag-info.txt', reason: 'Ledger-Serial' });
  return serial;
};

const headOf = (verified: VerifiedPackage, fileName: string): PackageHead => {
  const { content } = verified;
  const { street, hub, period, frozenOn }: LedgerHead & { readonly frozenOn: string } = content;
  const isCorrection = content.format === 'hub-archive-ledger-correction';
  return {
    streetCode: street.code,
    streetName: street.name,
    hubName: hub.name,
    period,
    serial: serialOf(verified, fileName),
    correction: isCorrection ? content.number : null,
    reason: isCorrection ? content.reason : '',
    frozenOn,
  };
};

/** The keys that a package names itself, where they are the ones that signed it. */
const claimedCard = async (verified: VerifiedPackage, bag: BagFiles): Promise<ClaimedSigner['card']> => {
  const [signingKey, recipient] = ['Signing-Key', 'Escrow-Recipient'].map((label) => infoOf(verified, label));
  if (!signingKey || !recipient || keyIdOf(signingKey) === null) return null;
  if (!(await holdsSignatureOf(bag, signingKey))) return null;
  const keys = { recipient: keysIn(recipient, 'x').recipient, signingKey, validUntil: null };
  return {
    signingKey,
    recipient: keys.recipient,
    fingerprint: keyFingerprint(keys),
    fingerprintWords: keyFingerprintWords(keys),
  };
};

const isInForce = ({ confirmedAt, retiredAt }: StoredStreetKey): boolean =>
  confirmedAt !== null && retiredAt === null;

const countScans = (bag: BagFiles): number =>
  [...bag.files.keys()].filter(
    (name) => name.startsWith('data/organizations/') && name !== 'data/organizations/index.csv',
  ).length;

/**
 * Opens a package of the inbox and checks all of it before anything may be used: whole and authentic, harmless names,
 * signature, manifests, schema, name on the outside; last, that a person here has confirmed who signed it.
 *
 * @throws CodedError BUREAU_KEY_MISSING, those of openPackage, PACKAGE_UNKNOWN_SIGNER (an UnknownSigner)
 */
export const openReceived = async (
  archive: OpenArchive,
  file: StoredFile,
  watch: Watch,
): Promise<OpenedPackage> => {
  const { identities, keys, streets } = await archive.store.read((reader) => ({
    identities: listBureauIdentities(reader),
    keys: listStreetKeys(reader),
    streets: listStreets(reader),
  }));
  if (identities.length === 0) throw new CodedError('BUREAU_KEY_MISSING', {});
  const path = receivedPath(archive, file);
  const identity = await identityThatOpens(
    path,
    identities.map((each) => each.identity),
  );
  const keyOf = (keyId: string): StoredStreetKey | null =>
    keys.find((each) => each.keyId === keyId && isInForce(each)) ?? null;
  const options = {
    identity,
    signer: (keyId: string) => keyOf(keyId)?.signingKey ?? null,
    onFile: (_: string, done: number, total: number) => watch.report('check', done, total),
  };
  return openPackage(path, options, async (verified, bag) => {
    const head = headOf(verified, file.fileName);
    const signedBy = verified.signedBy ?? '';
    const key = keyOf(signedBy);
    if (key === null || !verified.signatureTrusted) {
      const { streetCode, streetName, hubName } = head;
      const card = await claimedCard(verified, bag);
      const streetRegistered = streets.some(({ code }) => code === streetCode);
      throw new UnknownSigner(
        { keyId: signedBy, streetCode, streetName, hubName, card, streetRegistered },
        head,
      );
    }
    return {
      file,
      content: verified.content,
      contentSha256: verified.contentSha256,
      head,
      signedBy,
      key,
      recipient: identities.find((each) => each.identity === identity)?.recipient ?? '',
      scans: countScans(bag),
      files: verified.bag.files,
      payloadBytes: verified.bag.payloadBytes,
    };
  });
};
