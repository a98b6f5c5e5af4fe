import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { ageEncrypt } from '../crypto/age-encrypt.ts';
import { chunkBytes, type ChunkCipher } from '../crypto/chunk-cipher.ts';
import { syncFolder } from '../keys/key-file.ts';
import { layBag, type BagPlan, type WrittenBag } from './bag-writer.ts';
import { writeZip, type ZipSource } from './zip-writer.ts';

const partialSuffix = '.partial';

/** Removes what a killed process left behind: a package without its final name was never a package. */
export const removePartialPackages = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names
      .filter((name) => name.endsWith(partialSuffix))
      .map((name) => rm(join(folder, name), { force: true })),
  );
};

export interface PackagePlan {
  /** Where the finished package will lie. */
  readonly path: string;
  /** Base directory inside the zip (RFC 8493, 4.2). */
  readonly baseName: string;
  readonly bag: BagPlan;
  /** `age1…` of the bureau and of the office's escrow key. */
  readonly recipients: readonly string[];
}

export interface WrittenPackage {
  readonly byteLength: number;
  readonly sha256: string;
  readonly bag: WrittenBag;
}

async function* underBase(baseName: string, sources: AsyncIterable<ZipSource>): AsyncGenerator<ZipSource> {
  for await (const source of sources) yield { ...source, name: `${baseName}/${source.name}` };
}

/**
 * Writes a package in one pass: bag, signature, zip, age, hashes. It goes to a partial file, is synced, and gets its
 * name only after `prove` has opened it again; on failure or cancel nothing is left. The plain bag never touches the
 * disk.
 *
 * @param prove opens the written file again and throws when anything differs
 * @yields bytes written so far
 * @throws CodedError CANCELLED and those of the sources, the cipher and `prove`
 */
export async function* writePackage(
  plan: PackagePlan,
  cipher: ChunkCipher,
  prove: (path: string, written: WrittenPackage) => Promise<void>,
  signal: AbortSignal | undefined,
): AsyncGenerator<number, WrittenPackage> {
  await mkdir(dirname(plan.path), { recursive: true, mode: 0o700 });
  const partial = `${plan.path}${partialSuffix}`;
  const handle = await open(partial, 'w', 0o600);
  let finished = false;
  try {
    let bag: WrittenBag | null = null;
    const files = (async function* () {
      bag = yield* layBag(plan.bag);
    })();
    const hash = createHash('sha256');
    let byteLength = 0;
    for await (const part of ageEncrypt(
      writeZip(underBase(plan.baseName, files), chunkBytes),
      plan.recipients,
      cipher,
    )) {
      if (signal?.aborted) throw new CodedError('CANCELLED', {});
      hash.update(part);
      await handle.write(part);
      byteLength += part.length;
      yield byteLength;
    }
    await handle.sync();
    if (bag === null) throw new Error('the bag was not laid to its end');
    const written: WrittenPackage = { byteLength, sha256: hash.digest('hex'), bag };
    await prove(partial, written);
    await rename(partial, plan.path);
    syncFolder(dirname(plan.path));
    finished = true;
    return written;
  } finally {
    await handle.close();
    if (!finished) await rm(partial, { force: true });
  }
}
