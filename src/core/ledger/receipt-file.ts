import { canonicalJson } from '../../shared/domain/ledger-snapshot.ts';
import {
  receiptFormatVersion,
  submissionReceipt,
  type SubmissionReceipt,
} from '../../shared/domain/submission-receipt.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { signContent, verifyContent, type SigningKey } from './minisign.ts';

/** A receipt of thousands of reasons fits; a larger file is not one. */
const maxReceiptBytes = 4 * 1024 * 1024;

/**
 * The receipt as one text file: its content in the first line, then the minisign signature over that line, its line
 * break included. `head -n 1` and `tail -n 4` give the two files that `minisign -V` wants.
 */
export const receiptFile = async (key: SigningKey, receipt: SubmissionReceipt): Promise<string> => {
  const content = canonicalJson(submissionReceipt.parse(receipt));
  const comment = `receipt:${receipt.outcome} package:${receipt.package.sha256} at:${receipt.decidedAt}`;
  return content + (await signContent(key, Buffer.from(content), comment));
};

const refuse = (reason: 'format' | 'newer' | 'signature' | 'signer', cause?: unknown): never => {
  throw new CodedError('RECEIPT_INVALID', { reason }, { cause });
};

const parsed = (content: string): SubmissionReceipt => {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return refuse('format', error);
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  if (typeof version === 'string' && version.split('.')[0] !== receiptFormatVersion.split('.')[0])
    refuse('newer');
  const receipt = submissionReceipt.safeParse(value);
  return receipt.success ? receipt.data : refuse('format', receipt.error);
};

/**
 * Reads a receipt file and checks its signature before anything else of it is believed.
 *
 * @param signers minisign public keys that may have signed it
 * @throws CodedError RECEIPT_INVALID `format`, `newer`, `signature`, or `signer` where none of them has
 */
export const readReceiptFile = async (
  bytes: Uint8Array,
  signers: readonly string[],
): Promise<{ readonly receipt: SubmissionReceipt; readonly signer: string }> => {
  if (bytes.length > maxReceiptBytes) refuse('format');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return refuse('format', error);
  }
  const lineEnd = text.indexOf('\n') + 1;
  if (lineEnd === 0 || !text.startsWith('{')) refuse('format');
  const content = text.slice(0, lineEnd);
  for (const signer of signers) {
    try {
      await verifyContent(signer, Buffer.from(content), text.slice(lineEnd));
      return { receipt: parsed(content), signer };
    } catch (error) {
      if (isCoded(error, 'PACKAGE_UNKNOWN_SIGNER')) continue;
      if (isCoded(error, 'PACKAGE_BAD_SIGNATURE')) refuse('signature', error);
      throw error;
    }
  }
  return refuse('signer');
};
