import { z } from 'zod';
import { isoDate } from './dates.ts';
import { communityId } from './ids.ts';

/** Urban or rural, from the 3-digit class of the statistics bureau: 1xx urban, 2xx rural (DOMAIN 5.5). */
export const settlementKind = z.enum(['urban', 'rural']);
export type SettlementKind = z.infer<typeof settlementKind>;

/** 12-digit area code of a residents' or villagers' committee: province 2, city 2, county 2, town 3, village 3. */
export const areaCode12 = z.string().regex(/^\d{12}$/);

export const communityInput = z.object({
  code: areaCode12,
  name: z.string().trim().min(1).max(60),
  settlement: settlementKind,
  /** 3-digit urban-rural class where the office knows it, e.g. 111 or 220. */
  settlementClass: z
    .string()
    .regex(/^(1(11|12|21|22|23)|2(10|20))$/)
    .nullable(),
  /** The community's Party organization, the usual fallback Party organization (policy Art. 1). */
  partyOrganization: z.string().max(60).nullable(),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
});
export const community = communityInput.extend({ id: communityId });
export type CommunityInput = z.infer<typeof communityInput>;
export type Community = z.infer<typeof community>;

/** The street and its hub organization, as they appear on every paper. */
export const officeProfile = z.object({
  districtCode: z.string().regex(/^\d{6}$/),
  districtName: z.string().trim().min(1).max(40),
  streetCode: z.string().regex(/^\d{9}$/),
  /** e.g. 新河街道 */
  streetName: z.string().trim().min(1).max(40),
  /** The authority that agrees and stamps, e.g. 新河街道办事处. */
  authorityName: z.string().trim().min(1).max(60),
  /** Leading Party committee, e.g. 新河街道党工委 (policy Art. 1). */
  partyCommittee: z.string().max(60).nullable(),
  hubName: z.string().trim().min(1).max(60),
  hubCreditCode: z.string().max(18).nullable(),
  /** Short form used in filing numbers, e.g. 新河街. */
  shortName: z.string().trim().min(1).max(20),
  contactName: z.string().max(30).nullable(),
  contactPhone: z.string().max(30).nullable(),
  address: z.string().max(120).nullable(),
  /** 全宗号, left blank until the archive assigns one (DA/T 22-2015, 5.4.5). */
  fondsCode: z.string().max(20).nullable(),
});
export type OfficeProfile = z.infer<typeof officeProfile>;

/** What `init --office FILE.json` and the first-run guide hand over. */
export const officeInput = z.object({
  profile: officeProfile,
  communities: z
    .array(communityInput)
    .max(500)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, { error: 'code-twice' }),
});
export type OfficeInput = z.infer<typeof officeInput>;
