import { CodedError, isCoded } from '../../shared/errors.ts';
import { readSealedPayload } from '../crypto/age-file.ts';

/**
 * Which of several identities, the one in use or an older one, opens a package.
 *
 * @param identities `AGE-SECRET-KEY-1…`, the likeliest first
 * @throws CodedError PACKAGE_WRONG_KEY where none does, PACKAGE_NOT_AGE and others of the header
 */
export const identityThatOpens = async (path: string, identities: readonly string[]): Promise<string> => {
  for (const identity of identities) {
    try {
      await readSealedPayload(path, identity);
      return identity;
    } catch (error) {
      if (!isCoded(error, 'PACKAGE_WRONG_KEY')) throw error;
    }
  }
  throw new CodedError('PACKAGE_WRONG_KEY', {});
};

/** What was typed off a recovery sheet: case, spaces and line breaks do not matter. @throws CodedError RECOVERY_SHEET_WRONG */
export const typedIdentity = (typed: string): string => {
  const identity = typed.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '');
  if (!/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(identity))
    throw new CodedError('RECOVERY_SHEET_WRONG', {});
  return identity;
};
