import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { CodedError } from '../../shared/errors.ts';
import type { BagFlaw } from '../../shared/refusal-causes.ts';
import { openFileBytes } from './byte-source.ts';
import { bagInFolder, bagInZip, readTag, type BagFile, type BagFiles } from './bag-reader.ts';
import { unsafeNameReason } from './safe-name.ts';
import { openZip } from './zip-reader.ts';

const knownAlgorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
type Algorithm = (typeof knownAlgorithms)[number];

/** Digest lengths in hex digits. */
const hexDigits: Readonly<Record<Algorithm, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

interface Manifest {
  readonly algorithm: Algorithm;
  readonly lines: ReadonlyMap<string, string>;
}

export interface BagReport {
  readonly files: number;
  readonly payloadBytes: number;
  readonly algorithms: readonly string[];
  readonly info: readonly (readonly [label: string, value: string])[];
  /** SHA-256 of tagmanifest-sha256.txt; null where the bag has none. */
  readonly contentHash: string | null;
}

const invalid = (reason: BagFlaw, name: string): never => {
  throw new CodedError('BAG_INVALID', { reason, name });
};

const text = (bytes: Uint8Array, name: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return invalid('encoding', name);
  }
};

/** bagit.txt: exactly two lines (RFC 8493, 2.1.1); versions 0.93 to 1.0. */
const checkDeclaration = async (bag: BagFiles): Promise<void> => {
  const declaration = text(await readTag(bag, 'bagit.txt'), 'bagit.txt');
  const match =
    /^BagIt-Version: (\d+\.\d+)(?:\r\n|\n|\r)Tag-File-Character-Encoding: (\S+)(?:\r\n|\n|\r)?$/.exec(
      declaration,
    );
  const version = match?.[1];
  if (version === undefined || !['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].includes(version))
    invalid('declaration', 'bagit.txt');
  if (match?.[2]?.toUpperCase() !== 'UTF-8') invalid('encoding', 'bagit.txt');
};

const unescaped = (name: string): string =>
  name.replaceAll(/%(25|0[aAdD])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const parseManifest = (algorithm: Algorithm, content: string, name: string): Manifest => {
  const lines = new Map<string, string>();
  for (const line of content.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const match = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line);
    const [, digest = '', raw = ''] = match ?? [];
    const file = unescaped(raw.replace(/^\.\//, ''));
    if (digest.length !== hexDigits[algorithm]) invalid('manifest-line', name);
    const reason = unsafeNameReason(file);
    if (reason === 'traversal' || reason === 'absolute')
      throw new CodedError('ZIP_UNSAFE', { name: file.slice(0, 120), reason });
    if (lines.has(file)) invalid('manifest-duplicate', file);
    lines.set(file, digest.toLowerCase());
  }
  return { algorithm, lines };
};

const manifestsOf = async (
  bag: BagFiles,
  prefix: 'manifest' | 'tagmanifest',
): Promise<readonly Manifest[]> => {
  const found: Manifest[] = [];
  for (const name of bag.files.keys()) {
    const algorithm = new RegExp(`^${prefix}-([a-z0-9]+)\\.txt$`).exec(name)?.[1];
    if (algorithm === undefined) continue;
    const known = knownAlgorithms.find((each) => each === algorithm) ?? invalid('algorithm', name);
    found.push(parseManifest(known, text(await readTag(bag, name), name), name));
  }
  return found;
};

const parseInfo = (content: string): (readonly [string, string])[] => {
  const info: [string, string][] = [];
  for (const line of content.split(/\r\n|\n|\r/)) {
    const last = info.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else if (line !== '') {
      const colon = line.indexOf(':');
      if (colon < 1) invalid('info-line', 'bag-info.txt');
      info.push([line.slice(0, colon), line.slice(colon + 1).trim()]);
    }
  }
  return info;
};

/** Everything the manifests name is there, and nothing under data/ that they do not. */
const checkPresence = (bag: BagFiles, payload: readonly Manifest[], tags: readonly Manifest[]): void => {
  const present = [...bag.files.keys()].filter((name) => name.startsWith('data/'));
  for (const { lines } of payload) {
    for (const name of lines.keys()) {
      if (!name.startsWith('data/')) invalid('manifest-outside', name);
      if (!bag.files.has(name)) throw new CodedError('BAG_FILE_MISSING', { name });
    }
    const extra = present.find((name) => !lines.has(name));
    if (extra !== undefined) throw new CodedError('BAG_FILE_EXTRA', { name: extra });
  }
  for (const { lines } of tags) {
    for (const name of lines.keys())
      if (!bag.files.has(name)) throw new CodedError('BAG_FILE_MISSING', { name });
  }
};

const checkOxum = (info: readonly (readonly [string, string])[], bytes: number, files: number): void => {
  const oxum = info.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1];
  if (oxum !== undefined && oxum !== `${bytes}.${files}`) invalid('payload-sum', 'bag-info.txt');
};

/** Hashes one file: on this thread, or where it lies. @returns hex digests in the order of `algorithms` */
export type HashFile = (file: BagFile, algorithms: readonly string[]) => Promise<readonly string[]>;

export const hashHere: HashFile = async (file, algorithms) => {
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  for await (const piece of file.read()) for (const hash of hashes) hash.update(piece);
  return hashes.map((hash) => hash.digest('hex'));
};

/** How the digests of a bag are computed and followed. */
export interface BagHashing {
  readonly hash: HashFile;
  /** Files that are hashed at once. */
  readonly lanes: number;
  /** @throws to stop */
  readonly hashed: (name: string, file: BagFile) => Promise<void>;
}

const unhurried: BagHashing = { hash: hashHere, lanes: 1, hashed: async () => {} };

const checkDigests = async (
  bag: BagFiles,
  manifests: readonly Manifest[],
  { hash, lanes, hashed }: BagHashing,
): Promise<void> => {
  const wanted = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    for (const name of manifest.lines.keys()) wanted.set(name, [...(wanted.get(name) ?? []), manifest]);
  }
  // In the order in which the files lie, so that an encrypted package is read from front to back.
  const files = bag.files.entries();
  const lane = async (): Promise<void> => {
    for (const [name, file] of files) {
      const naming = wanted.get(name) ?? [];
      if (naming.length === 0) continue;
      const digests = await hash(
        file,
        naming.map(({ algorithm }) => algorithm),
      );
      if (naming.some(({ lines }, index) => digests[index] !== lines.get(name)))
        throw new CodedError('BAG_HASH_MISMATCH', { name });
      await hashed(name, file);
    }
  };
  // Every lane has ended before anybody closes the file.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

/**
 * Checks a bag whole (RFC 8493, 3): declaration, manifests, presence both ways, Payload-Oxum, every digest. Never
 * fetches anything: a bag with a fetch.txt is incomplete.
 *
 * @throws CodedError BAG_INVALID, BAG_FILE_MISSING, BAG_FILE_EXTRA, BAG_HASH_MISMATCH, ZIP_UNSAFE
 */
export const checkBag = async (bag: BagFiles, hashing: BagHashing = unhurried): Promise<BagReport> => {
  await checkDeclaration(bag);
  if (bag.files.has('fetch.txt')) invalid('fetch', 'fetch.txt');
  const payload = await manifestsOf(bag, 'manifest');
  const tags = await manifestsOf(bag, 'tagmanifest');
  if (payload.length === 0) invalid('no-manifest', '');
  checkPresence(bag, payload, tags);
  const info = bag.files.has('bag-info.txt')
    ? parseInfo(text(await readTag(bag, 'bag-info.txt'), 'bag-info.txt'))
    : [];
  const data = [...bag.files].filter(([name]) => name.startsWith('data/'));
  const payloadBytes = data.reduce((total, [, { byteLength }]) => total + byteLength, 0);
  checkOxum(info, payloadBytes, data.length);
  await checkDigests(bag, [...payload, ...tags], hashing);
  const tagManifest = bag.files.has('tagmanifest-sha256.txt')
    ? await readTag(bag, 'tagmanifest-sha256.txt')
    : null;
  return {
    files: data.length,
    payloadBytes,
    algorithms: payload.map(({ algorithm }) => algorithm),
    info,
    contentHash: tagManifest === null ? null : createHash('sha256').update(tagManifest).digest('hex'),
  };
};

/** Checks the bag in a folder or an unencrypted zip. @throws CodedError as checkBag, and NOT_FOUND, ZIP_DAMAGED */
export const verifyBag = async (path: string): Promise<BagReport> => {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CodedError('NOT_FOUND', { what: 'bag' });
  if (found.isDirectory()) return checkBag(await bagInFolder(path));
  const source = await openFileBytes(path);
  try {
    return await checkBag(bagInZip(await openZip(source)));
  } finally {
    await source.close();
  }
};
