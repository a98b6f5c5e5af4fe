import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { makeBureauKeys } from '../../src/core/services/bureau-keys.ts';
import { addBureauKey, confirmBureauKey } from '../../src/core/services/ledger-keys.ts';
import { checkReceived, importReceived, registerSigner } from '../../src/core/services/package-import.ts';
import { receiveFile } from '../../src/core/services/received-files.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import type { BureauCard, PackageReview, ReceivedPackage } from '../../src/shared/domain/bureau.ts';
import type { BureauKeyId, ReceivedFileId } from '../../src/shared/domain/ids.ts';
import type { PackageRecord } from '../../src/shared/domain/ledger.ts';
import { isCoded } from '../../src/shared/errors.ts';
import { openTestBureau, type TestArchive } from './open-test-archive.ts';

export interface BureauArchive {
  readonly bureau: TestArchive;
  readonly card: BureauCard;
}

/** A bureau after its key ceremony. */
export const openBureau = async (): Promise<BureauArchive> => {
  const bureau = await openTestBureau();
  return { bureau, card: await makeBureauKeys(bureau, null) };
};

/** The bureau's card in a street's archive, compared and confirmed. */
export const trustBureau = async (street: OpenArchive, { text }: BureauCard): Promise<BureauKeyId> => {
  const { id, fingerprint } = await addBureauKey(street, { name: '', recipient: text });
  await confirmBureauKey(street, { id, confirmedBy: '刘敏', heard: fingerprint });
  return id;
};

export const resultOf = async <T>(
  stream: AsyncIterable<{ readonly type: 'progress' } | { readonly type: 'result'; readonly result: T }>,
): Promise<T> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

/** What a refused call says: its code and, where there is one, its reason. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'accepted',
    (error: { code?: string; data?: { reason?: string } }) =>
      error.data?.reason === undefined ? (error.code ?? error) : `${error.code} ${error.data.reason}`,
  );

/** Puts files of a disk into the inbox. @returns ids in the same order */
export const receive = async (bureau: OpenArchive, paths: readonly string[]): Promise<ReceivedFileId[]> => {
  const ids: ReceivedFileId[] = [];
  for (const path of paths) ids.push((await receiveFile(bureau, basename(path), createReadStream(path))).id);
  return ids;
};

export const receiveMade = async (
  bureau: OpenArchive,
  street: OpenArchive,
  made: PackageRecord,
): Promise<ReceivedFileId> => {
  const [id] = await receive(bureau, [join(street.ports.paths.packages, made.fileName)]);
  if (id === undefined) throw new Error('nothing came in');
  return id;
};

export const check = (bureau: OpenArchive, id: ReceivedFileId): Promise<PackageReview> =>
  resultOf(checkReceived(bureau, { id, expectedPeriod: null }));

export const takeIn = (bureau: OpenArchive, id: ReceivedFileId): Promise<ReceivedPackage> =>
  resultOf(importReceived(bureau, { id, expectedPeriod: null, importedBy: '陈晓' }));

/** Checks a package of a street that is not known yet, and registers who signed it by the fingerprint it shows. */
export const checkAndTrust = async (
  bureau: OpenArchive,
  id: ReceivedFileId,
  fingerprint: string,
): Promise<PackageReview> => {
  await check(bureau, id).catch((error: unknown) => {
    if (!isCoded(error, 'PACKAGE_UNKNOWN_SIGNER')) throw error;
  });
  await registerSigner(bureau, { id, card: null, confirmedBy: '陈晓', heard: fingerprint });
  return check(bureau, id);
};
