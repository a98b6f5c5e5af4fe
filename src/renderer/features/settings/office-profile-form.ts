import { officeProfile, type OfficeProfile } from '../../../shared/domain/office.ts';

export const emptyOfficeProfile: OfficeProfile = {
  districtCode: '',
  districtName: '',
  streetCode: '',
  streetName: '',
  authorityName: '',
  partyCommittee: null,
  hubName: '',
  hubCreditCode: null,
  shortName: '',
  contactName: null,
  contactPhone: null,
  address: null,
  fondsCode: null,
};

const hints: Readonly<Partial<Record<keyof OfficeProfile, string>>> = {
  districtCode: '6 位数字',
  streetCode: '9 位数字',
};

/** What is wrong with a field that has been filled in; an empty one is not yet wrong. */
export const officeFieldError = (profile: OfficeProfile, field: keyof OfficeProfile): string | undefined => {
  const value = profile[field];
  if (value === null || value === '') return undefined;
  return officeProfile.shape[field].safeParse(value).success ? undefined : (hints[field] ?? '写得太长');
};
