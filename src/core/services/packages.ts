import { join } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { packageFileName } from '../db/repositories/packages.ts';
import { receivedPackageFileName } from '../db/repositories/received-packages.ts';
import type { OpenArchive } from '../open-archive.ts';
import { receivedPath } from './received-files.ts';

export interface PackageFile {
  readonly path: string;
  readonly fileName: string;
}

/** Where a package lies that was made here, or was received, for the host that streams it. @throws CodedError NOT_FOUND */
export const packageFile = async ({ store, ports }: OpenArchive, id: string): Promise<PackageFile> => {
  const { made, received } = await store.read((reader) => ({
    made: packageFileName(reader, id),
    received: receivedPackageFileName(reader, id),
  }));
  if (made !== null) return { path: join(ports.paths.packages, made), fileName: made };
  if (received === null) throw new CodedError('NOT_FOUND', { what: 'package' });
  return { path: receivedPath({ ports }, { id, fileName: received }), fileName: received };
};
