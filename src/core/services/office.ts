import type { Community, CommunityInput, OfficeProfile } from '../../shared/domain/office.ts';
import { communityId, type CommunityId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  getOfficeProfile,
  getSealPicture,
  listCommunities,
  saveCommunity,
  saveOfficeProfile,
  saveSealPicture,
  type SealPicture,
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

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const maxSealBytes = 2 * 1024 * 1024;
const maxSealPixels = 2000;

/** Width and height of a PNG, from its first chunk; null for anything else. */
const pngSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } | null => {
  if (bytes.length < 33 || pngSignature.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isHeader = String.fromCharCode(...bytes.subarray(12, 16)) === 'IHDR';
  return isHeader ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
};

/**
 * Keeps or removes the seal picture. Only PNG: it has the transparency that lets name and date show through.
 *
 * @throws CodedError SEAL_IMAGE_INVALID
 */
export const setSealPicture = async ({ store }: OpenArchive, bytes: Uint8Array | null): Promise<void> => {
  if (bytes !== null) {
    if (bytes.length > maxSealBytes) throw new CodedError('SEAL_IMAGE_INVALID', { reason: 'too-large' });
    const size = pngSize(bytes);
    if (size === null) throw new CodedError('SEAL_IMAGE_INVALID', { reason: 'not-png' });
    if (Math.max(size.width, size.height) > maxSealPixels || Math.min(size.width, size.height) < 50) {
      throw new CodedError('SEAL_IMAGE_INVALID', { reason: 'dimensions' });
    }
  }
  await store.write((writer) =>
    saveSealPicture(writer, bytes === null ? null : { bytes, mediaType: 'image/png' }),
  );
};

export const sealPicture = ({ store }: OpenArchive): Promise<SealPicture | null> =>
  store.read(getSealPicture);
