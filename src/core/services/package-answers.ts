import type { ReceivedPackage } from '../../shared/domain/bureau.ts';
import type { ReceivedPackageId } from '../../shared/domain/ids.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';
import {
  receiptFileName,
  receiptFormatVersion,
  type SubmissionReceipt,
} from '../../shared/domain/submission-receipt.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { listBureauIdentities } from '../db/repositories/bureau.ts';
import {
  getReceivedPackage,
  insertGivenReceipt,
  keysOfReceivedPackage,
  lastGivenReceipt,
  lastReceiptFacts,
} from '../db/repositories/received-packages.ts';
import { receiptPaper } from '../documents/templates/submission-receipt.ts';
import { parseSigningKey, type SigningKey } from '../ledger/minisign.ts';
import { receiptFile } from '../ledger/receipt-file.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireBureauProfile } from './bureau-profile.ts';
import { ledgerOf } from './package-import.ts';
import { paperFileOf, requirePrinter, type PaperFormat } from './paper-files.ts';

export interface PackageAnswer {
  readonly id: ReceivedPackageId;
  readonly outcome: SubmissionReceipt['outcome'];
  readonly reasons: readonly { readonly organizationId: string | null; readonly text: string }[];
  readonly decidedBy: string;
}

const requirePackage = (reader: Reader, id: ReceivedPackageId): ReceivedPackage => {
  const found = getReceivedPackage(reader, id);
  if (found === null) throw new CodedError('NOT_FOUND', { what: 'received-package' });
  return found;
};

/** Of the card that the package was made for: the street has certainly compared that one. */
const signingKeyFor = (reader: Reader, id: ReceivedPackageId): SigningKey => {
  const recipient = keysOfReceivedPackage(reader, id)?.recipient;
  const identity = listBureauIdentities(reader).find((each) => each.recipient === recipient);
  if (identity === undefined) throw new CodedError('BUREAU_KEY_MISSING', {});
  return parseSigningKey(identity.signingSecret);
};

/** Reasons name organizations as the ledger does. @throws CodedError NOT_FOUND `organization` */
const namedReasons = async (
  archive: OpenArchive,
  { id, reasons }: PackageAnswer,
): Promise<SubmissionReceipt['reasons']> => {
  if (reasons.every(({ organizationId }) => organizationId === null))
    return reasons.map((reason) => ({ ...reason, organization: null }));
  const lines = new Map((await ledgerOf(archive, id)).organizations.map((line) => [line.id, line.name]));
  return reasons.map((reason) => {
    if (reason.organizationId === null) return { ...reason, organization: null };
    const organization = lines.get(reason.organizationId);
    if (organization === undefined) throw new CodedError('NOT_FOUND', { what: 'organization' });
    return { ...reason, organization: organization.slice(0, 80) };
  });
};

/**
 * 回执: accepts a package, or returns it with reasons, signed by the bureau. A later answer to the same package counts
 * before an earlier one; all are kept.
 *
 * @throws CodedError RECEIPT_REASON_MISSING, NOT_FOUND `received-package` or `organization`, BUREAU_KEY_MISSING
 */
export const answerPackage = async (
  archive: OpenArchive,
  answer: PackageAnswer,
): Promise<ReceivedPackage> => {
  const { id, outcome, decidedBy } = answer;
  if (outcome === 'returned' && answer.reasons.length === 0)
    throw new CodedError('RECEIPT_REASON_MISSING', {});
  const { found, profile, key } = await archive.store.read((reader) => ({
    found: requirePackage(reader, id),
    profile: requireBureauProfile(reader),
    key: signingKeyFor(reader, id),
  }));
  const { fileName, sha256, period, serial, correction, streetCode, receivedAt } = found;
  const receipt: SubmissionReceipt = {
    format: 'hub-archive-receipt',
    version: receiptFormatVersion,
    package: { fileName: fileName.slice(0, 120), sha256, period, serial, correction, streetCode },
    outcome,
    reasons: await namedReasons(archive, answer),
    bureau: { name: profile.bureauName, districtCode: profile.districtCode },
    receivedOn: dayOfInstant(receivedAt),
    decidedBy,
    decidedAt: archive.ports.clock.instant(),
  };
  const signed = await receiptFile(key, receipt);
  return archive.store.write((writer) => {
    insertGivenReceipt(writer, id, receipt, signed);
    return requirePackage(writer, id);
  });
};

/** The last receipt of a package as it is handed to the street. @throws CodedError NOT_FOUND */
export const givenReceipt = ({ store }: OpenArchive, id: ReceivedPackageId): Promise<File> =>
  store.read((reader) => {
    const { fileName } = requirePackage(reader, id);
    const signed = lastGivenReceipt(reader, id);
    if (signed === null) throw new CodedError('NOT_FOUND', { what: 'receipt' });
    return new File([signed], receiptFileName(fileName), { type: 'text/plain;charset=utf-8' });
  });

/** The last receipt of a package on paper. @throws CodedError NOT_FOUND, PDF_PRINTER_MISSING, PDF_FAILED */
export const receiptOnPaper = async (
  archive: OpenArchive,
  { id, format }: { readonly id: ReceivedPackageId; readonly format: PaperFormat },
): Promise<File> => {
  await requirePrinter(archive, format);
  const paper = await archive.store.read((reader) => {
    const { streetName, organizationCount } = requirePackage(reader, id);
    const receipt = lastReceiptFacts(reader, id);
    if (receipt === null) throw new CodedError('NOT_FOUND', { what: 'receipt' });
    return receiptPaper({ streetName, organizationCount, receipt });
  });
  return paperFileOf(archive, paper, format);
};
