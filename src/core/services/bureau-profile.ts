import type { BureauProfile, StreetCode } from '../../shared/domain/bureau.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { getBureauProfile, saveBureauProfile } from '../db/repositories/bureau.ts';
import { listStreets } from '../db/repositories/registered-streets.ts';
import type { OpenArchive } from '../open-archive.ts';

/** @throws CodedError NOT_FOUND `office` in an archive that is no bureau's */
export const requireBureauProfile = (reader: Reader): BureauProfile => {
  const profile = getBureauProfile(reader);
  if (profile === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  return profile;
};

/** Streets carry their district's code in front. @throws CodedError PACKAGE_WRONG_DISTRICT */
export const requireOfDistrict = (
  districtCode: string,
  streets: readonly { readonly code: StreetCode }[],
): void => {
  const stranger = streets.find(({ code }) => !code.startsWith(districtCode));
  if (stranger !== undefined)
    throw new CodedError('PACKAGE_WRONG_DISTRICT', { expected: districtCode, found: stranger.code });
};

export const bureauProfileOf = ({ store }: OpenArchive): Promise<BureauProfile> =>
  store.read(requireBureauProfile);

/** @throws CodedError PACKAGE_WRONG_DISTRICT where a street on the list is of another district than the new code says */
export const updateBureauProfile = ({ store }: OpenArchive, profile: BureauProfile): Promise<BureauProfile> =>
  store.write((writer) => {
    requireOfDistrict(profile.districtCode, listStreets(writer));
    saveBureauProfile(writer, profile);
    return profile;
  });
