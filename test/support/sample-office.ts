import type { OfficeProfile } from '../../src/shared/domain/office.ts';

/** The office of an invented street. */
export const officeProfileOf = (change: Partial<OfficeProfile> = {}): OfficeProfile => ({
  districtCode: '990101',
  districtName: '滨江区',
  streetCode: '990101001',
  streetName: '新河街道',
  authorityName: '新河街道办事处',
  partyCommittee: '新河街道党工委',
  hubName: '新河街道社会组织联合会',
  hubCreditCode: null,
  shortName: '新河街',
  contactName: null,
  contactPhone: null,
  address: null,
  fondsCode: null,
  ...change,
});
