import { CodedError } from '../shared/errors.ts';

const full: readonly string[] = ['ENOSPC', 'EDQUOT'];
const unwritable: readonly string[] = [
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'ENODEV',
  'ENOTDIR',
  'ENAMETOOLONG',
];

/** What a failing disk means to the product: DISK_FULL or STORAGE_UNWRITABLE; anything else stays a bug. */
export const asStorageError = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof CodedError || !('code' in error)) return error;
  const code = String(error.code);
  if (full.includes(code)) return new CodedError('DISK_FULL', {}, { cause: error });
  if (unwritable.includes(code)) return new CodedError('STORAGE_UNWRITABLE', {}, { cause: error });
  return error;
};
