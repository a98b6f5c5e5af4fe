import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { asStorageError } from '../storage-error.ts';
import type { BagFiles } from './bag-reader.ts';
import { openPackage, type VerifiedPackage, type VerifyOptions } from './verify-package.ts';

const writeAll = async ({ files }: BagFiles, folder: string): Promise<void> => {
  for (const [name, file] of files) {
    // Names were judged by the zip's reader: none leaves the folder, none is a link.
    const path = join(folder, ...name.split('/'));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const target = await open(path, 'wx', 0o600);
    try {
      for await (const piece of file.read()) await target.writeFile(piece);
    } finally {
      await target.close();
    }
  }
};

/**
 * Unpacks a package into a new folder, after all of it was found right. The folder gets its name when it is whole.
 *
 * @throws CodedError CONFLICT `package` where the folder exists, DISK_FULL, STORAGE_UNWRITABLE, and as verifyPackage
 */
export const unpackPackage = (
  path: string,
  folder: string,
  options: VerifyOptions,
): Promise<VerifiedPackage> =>
  openPackage(path, options, async (verified, bag) => {
    const partial = `${folder}.unpacking.partial`;
    try {
      await mkdir(partial, { mode: 0o700 });
      await writeAll(bag, partial);
      await rename(partial, folder);
      return verified;
    } catch (error) {
      const isThere =
        error instanceof Error && 'code' in error && ['EEXIST', 'ENOTEMPTY'].includes(String(error.code));
      throw isThere
        ? new CodedError('CONFLICT', { what: 'package' }, { cause: error })
        : asStorageError(error);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  });
