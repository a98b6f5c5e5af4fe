import { createHash } from 'node:crypto';
import type { KeptFile, ZipSource } from './zip-layout.ts';

/** The bag's digests: sha256 for everybody, sha512 for the long run (RFC 8493, 2.4). */
const algorithms = ['sha256', 'sha512'] as const;
type Algorithm = (typeof algorithms)[number];
type Digests = Readonly<Record<Algorithm, string>>;

/** A file under `data/`; its name is without that. */
export type PayloadFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly kept: KeptFile; readonly digests: Digests };

interface Listed {
  readonly name: string;
  readonly byteLength: number;
  readonly digests: Digests;
}

export interface BagPlan {
  /** In order. */
  readonly payload: readonly PayloadFile[];
  /** Lines of bag-info.txt; Payload-Oxum is added. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** Signs the tag manifest. @returns the `.minisig` file */
  readonly sign: (tagManifest: Uint8Array) => Promise<string>;
}

export interface BagLayout {
  readonly sources: readonly ZipSource[];
  /** Payload files. */
  readonly files: number;
  readonly payloadBytes: number;
  /** SHA-256 of tagmanifest-sha256.txt: stands for the whole content. */
  readonly contentHash: string;
}

const digestsOf = (bytes: Uint8Array): Digests => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  sha512: createHash('sha512').update(bytes).digest('hex'),
});

const listed = (file: PayloadFile): Listed => {
  const name = `data/${file.name}`.normalize('NFC');
  return 'bytes' in file
    ? { name, byteLength: file.bytes.length, digests: digestsOf(file.bytes) }
    : { name, byteLength: file.kept.byteLength, digests: file.digests };
};

/** Line breaks and percent signs in names are escaped (RFC 8493, 2.1.3). */
const manifestName = (name: string): string =>
  name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const manifest = (algorithm: Algorithm, lines: readonly Listed[]): Uint8Array =>
  Buffer.from(lines.map(({ name, digests }) => `${digests[algorithm]}  ${manifestName(name)}\n`).join(''));

interface Tag {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Lays out a BagIt 1.0 bag (RFC 8493) as a sequence of files: the payload first, then the manifests that name it, then
 * the tag manifests and the signature over them. What is kept in the archive is not read: its digests were computed
 * when it was taken in, and the finished package is opened again and compared with them.
 */
export const layBag = async ({ payload, info, sign }: BagPlan): Promise<BagLayout> => {
  const lines = payload.map(listed);
  const payloadBytes = lines.reduce((total, { byteLength }) => total + byteLength, 0);
  const allInfo = [...info, ['Payload-Oxum', `${payloadBytes}.${lines.length}`] as const];
  const tags: readonly Tag[] = [
    { name: 'bagit.txt', bytes: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    {
      name: 'bag-info.txt',
      bytes: Buffer.from(
        allInfo.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ')}\n`).join(''),
      ),
    },
    ...algorithms.map((algorithm) => ({
      name: `manifest-${algorithm}.txt`,
      bytes: manifest(algorithm, lines),
    })),
  ];
  const tagLines = tags.map(({ name, bytes }) => ({
    name,
    byteLength: bytes.length,
    digests: digestsOf(bytes),
  }));
  const tagManifest = manifest('sha256', tagLines);
  const sources: readonly ZipSource[] = [
    ...payload.map((file) => ({ ...file, name: `data/${file.name}` })),
    ...tags,
    { name: 'tagmanifest-sha256.txt', bytes: tagManifest },
    { name: 'tagmanifest-sha256.txt.minisig', bytes: Buffer.from(await sign(tagManifest)) },
    { name: 'tagmanifest-sha512.txt', bytes: manifest('sha512', tagLines) },
  ];
  return { sources, files: lines.length, payloadBytes, contentHash: digestsOf(tagManifest).sha256 };
};
