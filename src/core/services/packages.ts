import { join } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { packageFileName } from '../db/repositories/packages.ts';
import type { OpenArchive } from '../open-archive.ts';

export interface PackageFile {
  readonly path: string;
  readonly fileName: string;
}

/** Where a finished package lies, for the host that streams it. @throws CodedError NOT_FOUND */
export const packageFile = async ({ store, ports }: OpenArchive, id: string): Promise<PackageFile> => {
  const fileName = await store.read((reader) => packageFileName(reader, id));
  if (fileName === null) throw new CodedError('NOT_FOUND', { what: 'package' });
  return { path: join(ports.paths.packages, fileName), fileName };
};
