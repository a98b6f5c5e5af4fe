import type { ReceivedPackageId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { listBureauIdentities } from '../db/repositories/bureau.ts';
import {
  keysOfReceivedPackage,
  listReceivedPackages,
  receivedPackageFileName,
} from '../db/repositories/received-packages.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import { minisignSecretFile, parseSigningKey } from '../ledger/minisign.ts';
import { identityThatOpens, typedIdentity } from '../ledger/opening-identity.ts';
import { verifyPackage } from '../ledger/verify-package.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireBureauIdentity } from './bureau-keys.ts';
import type { RecoverySecrets, RecoveryState } from './ledger-recovery.ts';
import { receivedPath } from './received-files.ts';
import { watched, type ProgressThen } from './watched-work.ts';

const settingKeys = { printed: 'bureau-recovery-printed', drilled: 'bureau-recovery-drilled' } as const;

export const bureauRecoveryState = ({ store }: OpenArchive): Promise<RecoveryState> =>
  store.read((reader) => ({
    printedAt: getSetting(reader, settingKeys.printed),
    drilledAt: getSetting(reader, settingKeys.drilled),
  }));

/** What goes on the bureau's recovery sheet; that it was handed out is noted. @throws CodedError BUREAU_KEY_MISSING */
export const takeBureauSecrets = async ({ store, ports }: OpenArchive): Promise<RecoverySecrets> => {
  const { identity, signingKey, signingSecret } = await store.read(requireBureauIdentity);
  await store.write((writer) => saveSetting(writer, settingKeys.printed, ports.clock.instant()));
  return {
    escrowIdentity: identity,
    signingPublicKey: signingKey,
    signingFile: await minisignSecretFile(parseSigningKey(signingSecret)),
  };
};

/**
 * 演练: the identity typed off the paper is the one in use, and opens the newest package that came for it.
 *
 * @returns name of the package that was opened; null while none has come
 * @throws CodedError RECOVERY_SHEET_WRONG, BUREAU_KEY_MISSING, and those of verifyPackage
 */
export const drillBureauRecovery = async (archive: OpenArchive, typed: string): Promise<string | null> => {
  const { store, ports } = archive;
  const identity = typedIdentity(typed);
  const { inUse, newest } = await store.read((reader) => {
    const known = requireBureauIdentity(reader);
    const ofKey = listReceivedPackages(reader).find(
      ({ id }) => keysOfReceivedPackage(reader, id)?.recipient === known.recipient,
    );
    return { inUse: known, newest: ofKey ?? null };
  });
  if (identity !== inUse.identity) throw new CodedError('RECOVERY_SHEET_WRONG', {});
  if (newest !== null) await verifyPackage(receivedPath(archive, newest), { identity, signer: null });
  await store.write((writer) => saveSetting(writer, settingKeys.drilled, ports.clock.instant()));
  return newest?.fileName ?? null;
};

/** What opening a kept package again has shown. */
export interface Reopened {
  readonly fileName: string;
  readonly files: number;
  readonly payloadBytes: number;
}

/**
 * Opens a package that was taken in again, with the keys of its time, and compares all of it.
 *
 * @throws CodedError NOT_FOUND `received-package`, and those of verifyPackage
 */
export const reopenReceived = (
  archive: OpenArchive,
  id: ReceivedPackageId,
  signal?: AbortSignal,
): ProgressThen<Reopened> =>
  watched(async (watch) => {
    const { fileName, keys, identities } = await archive.store.read((reader) => ({
      fileName: receivedPackageFileName(reader, id),
      keys: keysOfReceivedPackage(reader, id),
      identities: listBureauIdentities(reader),
    }));
    if (fileName === null || keys === null) throw new CodedError('NOT_FOUND', { what: 'received-package' });
    const path = receivedPath(archive, { id, fileName });
    const identity = await identityThatOpens(
      path,
      identities.map((each) => each.identity),
    ).catch((error: unknown): never => {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw isGone ? new CodedError('NOT_FOUND', { what: 'package' }) : error;
    });
    const { bag } = await verifyPackage(path, {
      identity,
      signer: keys.signingKey,
      onFile: (_, done, total) => watch.report('check', done, total),
    });
    return { fileName, files: bag.files, payloadBytes: bag.payloadBytes };
  }, signal);
