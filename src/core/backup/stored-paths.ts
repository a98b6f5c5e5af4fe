import { join } from 'node:path';
import { storedNameOf } from '../attachments/stored-path.ts';
import type { DatabaseContent } from '../db/copy-database.ts';
import { lookupKey } from '../keys/lookup-key.ts';

export interface StoredPath {
  /** From the root, with slashes. */
  readonly path: string;
  /** Where it lies in the living archive. */
  readonly source: string;
  /** SHA-256 of the clear bytes of a paper; null for a package. */
  readonly digest: string | null;
}

const safeName = /^[^/\\]+$/;
const safeReceived = /^[0-9a-z]+\/[^/\\]+$/;

/** Every stored file that a database names: papers by their keyed names, packages by their own. */
export function* storedPaths(
  archive: {
    readonly archiveFolder: string;
    readonly packagesFolder: string;
    readonly databaseKey: Uint8Array;
  },
  { digests, packages, received }: DatabaseContent,
): Generator<StoredPath> {
  const lookup = lookupKey(archive.databaseKey);
  for (const digest of digests) {
    const name = storedNameOf(lookup, digest);
    const path = `attachments/${name.slice(0, 2)}/${name}`;
    yield { path, source: join(archive.archiveFolder, path), digest };
  }
  // A package may have been deleted on purpose, once it was handed over.
  for (const name of packages.filter((each) => safeName.test(each)))
    yield { path: `packages/${name}`, source: join(archive.packagesFolder, name), digest: null };
  for (const name of received.filter((each) => safeReceived.test(each)))
    yield {
      path: `received/${name}`,
      source: join(archive.archiveFolder, 'received', ...name.split('/')),
      digest: null,
    };
}
