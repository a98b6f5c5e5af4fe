import type { Community, CommunityInput, OfficeProfile } from '../../shared/domain/office.ts';
import { communityId, type CommunityId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  getOfficeProfile,
  listCommunities,
  saveCommunity,
  saveOfficeProfile,
} from '../db/repositories/office.ts';
import type { OpenArchive } from '../open-archive.ts';

export interface Office {
  readonly profile: OfficeProfile;
  readonly communities: readonly Community[];
}

/** The street, its hub organization and its communities. @throws CodedError NOT_FOUND in an archive without an office */
export const getOffice = ({ store }: OpenArchive): Promise<Office> =>
  store.read((reader) => {
    const profile = getOfficeProfile(reader);
    if (profile === null) throw new CodedError('NOT_FOUND', { what: 'office' });
    return { profile, communities: listCommunities(reader) };
  });

export const updateOffice = async (
  { store }: OpenArchive,
  profile: OfficeProfile,
): Promise<OfficeProfile> => {
  await store.write((writer) => saveOfficeProfile(writer, profile));
  return profile;
};

/** Saves a community; its code belongs to it alone. @throws CodedError CONFLICT when another one has the code */
export const putCommunity = (
  { store, ports }: OpenArchive,
  input: CommunityInput & { readonly id: CommunityId | null },
): Promise<Community> =>
  store.write((writer) => {
    const value = { ...input, id: input.id ?? communityId.parse(ports.random.id()) };
    const taken = listCommunities(writer).some(({ id, code }) => code === value.code && id !== value.id);
    if (taken) throw new CodedError('CONFLICT', { what: 'community-code' });
    saveCommunity(writer, value);
    return value;
  });
