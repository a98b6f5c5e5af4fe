import { createHash, type Hash } from 'node:crypto';
import type { ZipSource } from './zip-writer.ts';

/** The bag's digests: sha256 for everybody, sha512 for the long run (RFC 8493, 2.4). */
const algorithms = ['sha256', 'sha512'] as const;
type Algorithm = (typeof algorithms)[number];
type Digests = Readonly<Record<Algorithm, string>>;

interface Listed {
  readonly name: string;
  readonly byteLength: number;
  readonly digests: Digests;
}

export interface BagPlan {
  /** Files under `data/`, names without it, in order. */
  readonly payload: Iterable<ZipSource> | AsyncIterable<ZipSource>;
  /** Lines of bag-info.txt; Payload-Oxum is added. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** Signs the tag manifest. @returns the `.minisig` file */
  readonly sign: (tagManifest: Uint8Array) => Promise<string>;
}

export interface WrittenBag {
  readonly files: number;
  readonly payloadBytes: number;
  /** SHA-256 of tagmanifest-sha256.txt: stands for the whole content. */
  readonly contentHash: string;
}

const hashes = (): Readonly<Record<Algorithm, Hash>> => ({
  sha256: createHash('sha256'),
  sha512: createHash('sha512'),
});
const digestsOf = (running: Readonly<Record<Algorithm, Hash>>): Digests => ({
  sha256: running.sha256.digest('hex'),
  sha512: running.sha512.digest('hex'),
});

const digestsOfBytes = (bytes: Uint8Array): Digests => {
  const running = hashes();
  for (const algorithm of algorithms) running[algorithm].update(bytes);
  return digestsOf(running);
};

/** Line breaks and percent signs in names are escaped (RFC 8493, 2.1.3). */
const manifestName = (name: string): string =>
  name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const manifest = (algorithm: Algorithm, listed: readonly Listed[]): Uint8Array =>
  Buffer.from(listed.map(({ name, digests }) => `${digests[algorithm]}  ${manifestName(name)}\n`).join(''));

/**
 * Lays a BagIt 1.0 bag (RFC 8493) as a sequence of files: the payload first, hashed while it streams by, then the
 * manifests that name it, then the tag manifests and the signature over them.
 *
 * @returns what was written, once the sequence has been read to its end
 */
export async function* layBag(plan: BagPlan): AsyncGenerator<ZipSource, WrittenBag> {
  const payload: Listed[] = [];
  for await (const source of plan.payload) {
    const name = `data/${source.name}`;
    if ('bytes' in source) {
      payload.push({ name, byteLength: source.bytes.length, digests: digestsOfBytes(source.bytes) });
      yield { ...source, name };
      continue;
    }
    const running = hashes();
    yield {
      name,
      byteLength: source.byteLength,
      stream: async function* () {
        for await (const piece of source.stream()) {
          for (const algorithm of algorithms) running[algorithm].update(piece);
          yield piece;
        }
      },
    };
    payload.push({ name, byteLength: source.byteLength, digests: digestsOf(running) });
  }

  const payloadBytes = payload.reduce((total, { byteLength }) => total + byteLength, 0);
  const info = [...plan.info, ['Payload-Oxum', `${payloadBytes}.${payload.length}`] as const];
  const tags: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
    { name: 'bagit.txt', bytes: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    {
      name: 'bag-info.txt',
      bytes: Buffer.from(
        info.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ')}\n`).join(''),
      ),
    },
    ...algorithms.map((algorithm) => ({
      name: `manifest-${algorithm}.txt`,
      bytes: manifest(algorithm, payload),
    })),
  ];
  yield* tags;
  const listedTags = tags.map(({ name, bytes }) => ({
    name,
    byteLength: bytes.length,
    digests: digestsOfBytes(bytes),
  }));
  let contentHash = '';
  for (const algorithm of algorithms) {
    const bytes = manifest(algorithm, listedTags);
    yield { name: `tagmanifest-${algorithm}.txt`, bytes };
    if (algorithm !== 'sha256') continue;
    contentHash = digestsOfBytes(bytes).sha256;
    yield { name: 'tagmanifest-sha256.txt.minisig', bytes: Buffer.from(await plan.sign(bytes)) };
  }
  return { files: payload.length, payloadBytes, contentHash };
}
