import { basename } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import {
  ledgerFormatVersion,
  ledgerSnapshot,
  type LedgerSnapshot,
} from '../../shared/domain/ledger-snapshot.ts';
import { openAgeFile } from '../crypto/age-file.ts';
import { openChunkCipher } from '../crypto/chunk-ciphers.ts';
import { bagInZip, readTag, type BagFiles } from './bag-reader.ts';
import { signerOf, verifyContent } from './minisign.ts';
import { parsePackageName } from './package-name.ts';
import { checkBag, type BagReport } from './verify-bag.ts';
import { openZip } from './zip-reader.ts';

export interface VerifyOptions {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** minisign public key; without one the signature is reported but not trusted. */
  readonly signer: string | null;
  readonly onFile?: (name: string, done: number, total: number) => void;
}

export interface VerifiedPackage {
  readonly snapshot: LedgerSnapshot;
  readonly bag: BagReport;
  /** Key id of the signature. */
  readonly signedBy: string | null;
  /** True when the signature was checked against a signer that was given. */
  readonly signatureTrusted: boolean;
  readonly trustedComment: string | null;
}

const signatureName = 'tagmanifest-sha256.txt.minisig';

const readSnapshot = async (bag: BagFiles): Promise<LedgerSnapshot> => {
  const bytes = await readTag(bag, 'data/ledger.json');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CodedError('PACKAGE_SCHEMA_INVALID', { path: '', reason: 'not-json' }, { cause: error });
  }
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
  if (Number(version.split('.')[0]) > Number(ledgerFormatVersion.split('.')[0]))
    throw new CodedError('PACKAGE_NEWER_FORMAT', { version });
  const parsed = ledgerSnapshot.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CodedError('PACKAGE_SCHEMA_INVALID', {
    path: issue?.path.join('.') ?? '',
    reason: issue?.code ?? 'invalid',
  });
};

/** The name on the outside says what is inside, where it follows the rule at all. */
const checkName = (path: string, { district, street, period }: LedgerSnapshot): void => {
  const named = parsePackageName(basename(path));
  if (named === null) return;
  const pairs = [
    ['district', named.district, district.code],
    ['street', named.street, street.code],
    ['period', named.period, period],
  ] as const;
  for (const [part, found, expected] of pairs) {
    if (found !== expected) throw new CodedError('PACKAGE_NAME_MISMATCH', { part, expected, found });
  }
};

const checkSignature = async (
  bag: BagFiles,
  signer: string | null,
): Promise<Pick<VerifiedPackage, 'signedBy' | 'signatureTrusted' | 'trustedComment'>> => {
  if (!bag.files.has(signatureName)) throw new CodedError('PACKAGE_UNSIGNED', {});
  const minisig = new TextDecoder().decode(await readTag(bag, signatureName));
  const signedBy = signerOf(minisig);
  if (signedBy === null) throw new CodedError('PACKAGE_BAD_SIGNATURE', {});
  if (signer === null) return { signedBy, signatureTrusted: false, trustedComment: null };
  const trustedComment = await verifyContent(signer, await readTag(bag, 'tagmanifest-sha256.txt'), minisig);
  return { signedBy, signatureTrusted: true, trustedComment };
};

/**
 * Opens a package and checks everything before anything of it may be used (LEDGER-PACKAGE rule 4): whole and
 * authentic, harmless names, signature, manifests, schema, name on the outside. Nothing is written to disk.
 *
 * @throws CodedError PACKAGE_*, ZIP_*, BAG_*
 */
export const verifyPackage = async (
  path: string,
  { identity, signer, onFile }: VerifyOptions,
): Promise<VerifiedPackage> => {
  const cipher = await openChunkCipher();
  try {
    const file = await openAgeFile(path, identity, cipher);
    try {
      const bag = bagInZip(await openZip(file));
      const signature = await checkSignature(bag, signer);
      let done = 0;
      const report = await checkBag(bag, (name) => onFile?.(name, (done += 1), bag.files.size));
      const snapshot = await readSnapshot(bag);
      checkName(path, snapshot);
      return { snapshot, bag: report, ...signature };
    } finally {
      await file.close();
    }
  } finally {
    await cipher.close();
  }
};
