import { stat } from 'node:fs/promises';
import type { PackageId } from '../../shared/domain/ids.ts';
import type { PackageRecord } from '../../shared/domain/ledger.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { listOfficeKeys } from '../db/repositories/ledger-keys.ts';
import { getPackage, listPackages } from '../db/repositories/packages.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import { identityThatOpens, typedIdentity } from '../ledger/opening-identity.ts';
import { parseSigningKey, minisignSecretFile } from '../ledger/minisign.ts';
import { verifyPackage, type VerifiedPackage } from '../ledger/verify-package.ts';
import type { OpenArchive } from '../open-archive.ts';
import { officeKeys } from './ledger-keys.ts';
import { packageFile } from './packages.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

/** What opening an own package again has shown. */
export interface Rechecked {
  readonly fileName: string;
  readonly files: number;
  readonly payloadBytes: number;
  readonly organizations: number;
}

const requireFile = async (
  archive: OpenArchive,
  id: PackageId,
): Promise<{ made: PackageRecord; path: string }> => {
  const made = await archive.store.read((reader) => getPackage(reader, id));
  const { path } = await packageFile(archive, id);
  if (made === null || (await stat(path).catch(() => null)) === null)
    throw new CodedError('NOT_FOUND', { what: 'package' });
  return { made, path };
};

/** The escrow identity that opens a file: the one in use, or the one that was when it was made. */
const openingIdentity = async (archive: OpenArchive, path: string): Promise<string> => {
  const keys = await archive.store.read((reader) => listOfficeKeys(reader, 'escrow'));
  return identityThatOpens(
    path,
    keys.map(({ secretKey }) => secretKey),
  );
};

const summaryOf = (made: PackageRecord, { bag, content }: VerifiedPackage): Rechecked => ({
  fileName: made.fileName,
  files: bag.files,
  payloadBytes: bag.payloadBytes,
  organizations: 'organizations' in content ? content.organizations.length : content.lines.length,
});

const recheck = async (archive: OpenArchive, id: PackageId, watch: Watch): Promise<Rechecked> => {
  const { made, path } = await requireFile(archive, id);
  const identity = await openingIdentity(archive, path);
  const seen = await verifyPackage(path, {
    identity,
    signer: null,
    onFile: (_, done, total) => watch.report('prove', done, total),
  });
  const ledger = 'resultSha256' in seen.content ? seen.content.resultSha256 : seen.contentSha256;
  if (ledger !== made.ledgerSha256) throw new CodedError('PACKAGE_CHANGED', { part: 'whole', block: null });
  return summaryOf(made, seen);
};

/**
 * Opens a package of one's own again with the escrow key, whenever it was made, and compares all of it.
 *
 * @throws CodedError NOT_FOUND `package`, CANCELLED, and those of verifyPackage
 */
export const recheckPackage = (
  archive: OpenArchive,
  id: PackageId,
  signal?: AbortSignal,
): ProgressThen<Rechecked> => watched((watch) => recheck(archive, id, watch), signal);

const settingKeys = { printed: 'ledger-recovery-printed', drilled: 'ledger-recovery-drilled' } as const;

export interface RecoveryState {
  /** When the sheet was printed last. */
  readonly printedAt: string | null;
  /** When a person last proved that the paper opens a package. */
  readonly drilledAt: string | null;
}

export const recoveryState = ({ store }: OpenArchive): Promise<RecoveryState> =>
  store.read((reader) => ({
    printedAt: getSetting(reader, settingKeys.printed),
    drilledAt: getSetting(reader, settingKeys.drilled),
  }));

/** The office's secret keys as the paper carries them. */
export interface RecoverySecrets {
  readonly escrowIdentity: string;
  /** minisign's own file, without a password. */
  readonly signingFile: string;
  readonly signingPublicKey: string;
}

/** What goes on the recovery sheet; that it was handed out is noted. */
export const takeRecoverySecrets = async (archive: OpenArchive): Promise<RecoverySecrets> => {
  const { escrowIdentity, signingPublicKey } = await officeKeys(archive);
  const [signing] = await archive.store.read((reader) => listOfficeKeys(reader, 'signing'));
  if (signing === undefined) throw new Error('the office has no signing key');
  await archive.store.write((writer) =>
    saveSetting(writer, settingKeys.printed, archive.ports.clock.instant()),
  );
  return {
    escrowIdentity,
    signingPublicKey,
    signingFile: await minisignSecretFile(parseSigningKey(signing.secretKey)),
  };
};

/**
 * 演练: opens the newest package with nothing but the key that was typed off the paper.
 *
 * @throws CodedError NOT_FOUND `package` while there is none, RECOVERY_SHEET_WRONG
 */
export const drillRecovery = async (archive: OpenArchive, typed: string): Promise<Rechecked> => {
  const [newest] = await archive.store.read(listPackages);
  if (newest === undefined) throw new CodedError('NOT_FOUND', { what: 'package' });
  const { made, path } = await requireFile(archive, newest.id);
  const identity = typedIdentity(typed);
  const seen = await verifyPackage(path, { identity, signer: null }).catch((error: unknown) => {
    // A typing slip breaks the key's own checksum, which the library tells in words of its own.
    throw isCoded(error, 'PACKAGE_WRONG_KEY') || !(error instanceof CodedError)
      ? new CodedError('RECOVERY_SHEET_WRONG', {}, { cause: error })
      : error;
  });
  await archive.store.write((writer) =>
    saveSetting(writer, settingKeys.drilled, archive.ports.clock.instant()),
  );
  return summaryOf(made, seen);
};
