import type { PackageRecord } from '../../shared/domain/ledger.ts';
import { CodedError } from '../../shared/errors.ts';
import { listBureauKeys } from '../db/repositories/ledger-keys.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import { getPackage, insertReceipt, packageBySha256 } from '../db/repositories/packages.ts';
import { readReceiptFile } from '../ledger/receipt-file.ts';
import type { OpenArchive } from '../open-archive.ts';

/**
 * Takes in the bureau's answer to a package. Its signature must be by a signing key whose fingerprint a person has
 * compared; keys taken out of use since count too, because receipts may be old.
 *
 * @returns the package with its answer
 * @throws CodedError RECEIPT_INVALID
 */
export const importReceipt = async (
  { store, ports }: OpenArchive,
  bytes: Uint8Array,
): Promise<PackageRecord> => {
  const signers = await store.read((reader) =>
    listBureauKeys(reader, { retired: true }).flatMap(({ signingKey, confirmedAt }) =>
      signingKey === null || confirmedAt === null ? [] : [signingKey],
    ),
  );
  if (signers.length === 0) throw new CodedError('RECEIPT_INVALID', { reason: 'no-signing-key' });
  const { receipt } = await readReceiptFile(bytes, signers);
  return store.write((writer) => {
    if (getOfficeProfile(writer)?.streetCode !== receipt.package.streetCode)
      throw new CodedError('RECEIPT_INVALID', { reason: 'other-street' });
    const made = packageBySha256(writer, receipt.package.sha256);
    if (made === null) throw new CodedError('RECEIPT_INVALID', { reason: 'other-package' });
    insertReceipt(writer, made.id, receipt, bytes, ports.clock.instant());
    const known = getPackage(writer, made.id);
    if (known === null) throw new Error('the package just answered is not there');
    return known;
  });
};
