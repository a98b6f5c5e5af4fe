import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import {
  correctionFormatVersion,
  ledgerCorrection,
  type LedgerCorrection,
} from '../../shared/domain/ledger-correction.ts';
import {
  ledgerFormatVersion,
  ledgerSnapshot,
  type LedgerSnapshot,
} from '../../shared/domain/ledger-snapshot.ts';
import { openAgeFile, type AgeFile } from '../crypto/age-file.ts';
import { openBulkThreads, type BulkThreads } from '../crypto/bulk-threads.ts';
import { openChunkCipher } from '../crypto/chunk-ciphers.ts';
import { bagInZip, readTag, type BagFiles } from './bag-reader.ts';
import { keyIdOf, signerOf, verifyContent } from './minisign.ts';
import { parsePackageName } from './package-name.ts';
import { checkBag, hashHere, type BagReport, type HashFile } from './verify-bag.ts';
import { openZip } from './zip-reader.ts';

export interface VerifyOptions {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** minisign public key, or which one a key id stands for; without one the signature is reported but not trusted. */
  readonly signer: string | null | ((keyId: string) => string | null);
  /** Told of each file that has been checked. @throws to stop */
  readonly onFile?: (name: string, done: number, total: number) => void | Promise<void>;
  /** Threads that are open already; without them it opens its own. */
  readonly threads?: BulkThreads;
}

/** What a package brings: a whole ledger, or what has changed since an earlier one; told apart by `format`. */
export type PackageContent = LedgerSnapshot | LedgerCorrection;

export interface VerifiedPackage {
  readonly content: PackageContent;
  /** SHA-256 of ledger.json or correction.json as it lies in the bag. */
  readonly contentSha256: string;
  readonly bag: BagReport;
  /** Key id of the signature. */
  readonly signedBy: string | null;
  /** True when the signature was checked against a signer that was given. */
  readonly signatureTrusted: boolean;
  readonly trustedComment: string | null;
}

const signatureName = 'tagmanifest-sha256.txt.minisig';

const contents = [
  { name: 'data/ledger.json', version: ledgerFormatVersion, schema: ledgerSnapshot },
  { name: 'data/correction.json', version: correctionFormatVersion, schema: ledgerCorrection },
] as const;

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CodedError('PACKAGE_SCHEMA_INVALID', { path: '', reason: 'not-json' }, { cause: error });
  }
};

const readContent = async (bag: BagFiles): Promise<Pick<VerifiedPackage, 'content' | 'contentSha256'>> => {
  const known = contents.find(({ name }) => bag.files.has(name)) ?? contents[0];
  const bytes = await readTag(bag, known.name);
  const value = parseJson(bytes);
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
  if (Number(version.split('.')[0]) > Number(known.version.split('.')[0]))
    throw new CodedError('PACKAGE_NEWER_FORMAT', { version });
  const parsed = known.schema.safeParse(value);
  if (parsed.success)
    return { content: parsed.data, contentSha256: createHash('sha256').update(bytes).digest('hex') };
  const issue = parsed.error.issues[0];
  throw new CodedError('PACKAGE_SCHEMA_INVALID', {
    path: issue?.path.join('.') ?? '',
    reason: issue?.code ?? 'invalid',
  });
};

const correctionNumber = (content: PackageContent): number | null =>
  content.format === 'hub-archive-ledger-correction' ? content.number : null;

/** The name on the outside says what is inside, where it follows the rule at all. */
const checkName = (path: string, content: PackageContent): void => {
  const named = parsePackageName(basename(path));
  if (named === null) return;
  const words = (number: number | null): string => (number === null ? '0' : String(number));
  const pairs = [
    ['district', named.district, content.district.code],
    ['street', named.street, content.street.code],
    ['period', named.period, content.period],
    ['correction', words(named.correction), words(correctionNumber(content))],
  ] as const;
  for (const [part, found, expected] of pairs) {
    if (found !== expected) throw new CodedError('PACKAGE_NAME_MISMATCH', { part, expected, found });
  }
};

const checkSignature = async (
  bag: BagFiles,
  signerOrChoice: VerifyOptions['signer'],
): Promise<Pick<VerifiedPackage, 'signedBy' | 'signatureTrusted' | 'trustedComment'>> => {
  if (!bag.files.has(signatureName)) throw new CodedError('PACKAGE_UNSIGNED', {});
  const minisig = new TextDecoder().decode(await readTag(bag, signatureName));
  const signedBy = signerOf(minisig);
  if (signedBy === null) throw new CodedError('PACKAGE_BAD_SIGNATURE', {});
  const signer = typeof signerOrChoice === 'function' ? signerOrChoice(signedBy) : signerOrChoice;
  if (signer === null) return { signedBy, signatureTrusted: false, trustedComment: null };
  const trustedComment = await verifyContent(signer, await readTag(bag, 'tagmanifest-sha256.txt'), minisig);
  return { signedBy, signatureTrusted: true, trustedComment };
};

/** Hashes what lies in one piece on a thread of its own; the thread checks the tags of what it reads. */
const hashIn =
  (file: AgeFile, threads: BulkThreads): HashFile =>
  async (content, algorithms) => {
    const stored = await content.storedAt();
    if (stored === null) return hashHere(content, algorithms);
    const { start, end } = stored;
    const { fd, payload } = file;
    const digests = await threads.run({ kind: 'digest', fd, payload, start, end, algorithms });
    file.markRead(start, end);
    return digests;
  };

/** What no file of the bag covers (zip records, padding) is authentic too. @throws CodedError PACKAGE_CHANGED */
const checkTheRest = async (file: AgeFile, threads: BulkThreads): Promise<void> => {
  const { fd, payload } = file;
  for (const [start, end] of file.unread()) {
    await threads.run({ kind: 'digest', fd, payload, start, end, algorithms: [] });
  }
};

/** What may be done with a package once all of it was found right. */
export type UsePackage<Result> = (verified: VerifiedPackage, bag: BagFiles) => Promise<Result>;

const checkContent = async <Result>(
  file: AgeFile,
  path: string,
  { signer, onFile }: VerifyOptions,
  threads: BulkThreads,
  use: UsePackage<Result>,
): Promise<Result> => {
  const bag = bagInZip(await openZip(file));
  const signature = await checkSignature(bag, signer);
  let done = 0;
  const report = await checkBag(bag, {
    hash: hashIn(file, threads),
    lanes: threads.lanes,
    hashed: async (name) => onFile?.(name, (done += 1), bag.files.size),
  });
  await checkTheRest(file, threads);
  const read = await readContent(bag);
  checkName(path, read.content);
  return use({ ...read, bag: report, ...signature }, bag);
};

/**
 * Opens a package and checks everything before anything of it may be used (LEDGER-PACKAGE rule 4): whole and
 * authentic, harmless names, signature, manifests, schema, name on the outside. Then `use` may read its files; every
 * byte it gets is checked again as it is read.
 *
 * @throws CodedError PACKAGE_*, ZIP_*, BAG_*, and what `use` throws
 */
export const openPackage = async <Result>(
  path: string,
  options: VerifyOptions,
  use: UsePackage<Result>,
): Promise<Result> => {
  const file = await openAgeFile(path, options.identity, await openChunkCipher());
  try {
    if (options.threads !== undefined) return await checkContent(file, path, options, options.threads, use);
    const threads = await openBulkThreads(file.length);
    try {
      return await checkContent(file, path, options, threads, use);
    } finally {
      await threads.close();
    }
  } finally {
    await file.close();
  }
};

/** Checks a package whole and writes nothing. @throws CodedError PACKAGE_*, ZIP_*, BAG_* */
export const verifyPackage = (path: string, options: VerifyOptions): Promise<VerifiedPackage> =>
  openPackage(path, options, async (verified) => verified);

/**
 * True when this key signed a package that was opened without a signer.
 *
 * @throws CodedError PACKAGE_BAD_SIGNATURE where the key id fits and the signature does not
 */
export const holdsSignatureOf = async (bag: BagFiles, signer: string): Promise<boolean> => {
  const minisig = new TextDecoder().decode(await readTag(bag, signatureName));
  if (keyIdOf(signer) !== signerOf(minisig)) return false;
  await verifyContent(signer, await readTag(bag, 'tagmanifest-sha256.txt'), minisig);
  return true;
};
