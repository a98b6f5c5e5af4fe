import { z } from 'zod';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { communityId, importId, organizationId, personId } from './ids.ts';

/** Where an organization stands (DOMAIN 1.3). Exactly one at any time. */
export const organizationStatus = z.enum([
  'preparing', // 筹备
  'filing', // 备案办理中
  'filed', // 已备案
  'changing', // 变更重新备案中
  'rectifying', // 整改中
  'inactive', // 停止活动
  'dissolving', // 拟注销
  'dissolved', // 已注销
  'revoked', // 撤销备案
  'registered', // 转为依法登记
  'refused', // 不予备案
]);
export type OrganizationStatus = z.infer<typeof organizationStatus>;

/** Filed and not ended: it reports, is judged, and keeps its dossier. */
export const standingStatuses: readonly OrganizationStatus[] = [
  'filed',
  'changing',
  'rectifying',
  'inactive',
  'dissolving',
];

/** Its dossier is closed: nothing is asked of it any more. */
export const endedStatuses: readonly OrganizationStatus[] = ['dissolved', 'revoked', 'registered'];

/** Category schemes; an organization has at most one category in each (FEATURES A17). */
export const categoryScheme = z.enum(['four-class', 'domain', 'six-class', 'nature']);
export type CategoryScheme = z.infer<typeof categoryScheme>;

export const fourClass = z.enum(['public-welfare', 'living-service', 'community-affairs', 'culture-sports']);
/** The four domains of policy Art. 4. */
export const domainCategory = z.enum(['service-supply', 'consultation', 'safe-community', 'civility']);
export const sixClass = z.enum(['consultation', 'harmony', 'service', 'culture-sports', 'hub', 'other']);
/** The three priority natures of policy Art. 4. */
export const natureCategory = z.enum(['public-benefit', 'service', 'mutual-aid']);
export type FourClass = z.infer<typeof fourClass>;
export type DomainCategory = z.infer<typeof domainCategory>;
export type SixClass = z.infer<typeof sixClass>;
export type NatureCategory = z.infer<typeof natureCategory>;

export const categories = z.object({
  'four-class': fourClass.nullable(),
  domain: domainCategory.nullable(),
  'six-class': sixClass.nullable(),
  nature: natureCategory.nullable(),
});
export type Categories = z.infer<typeof categories>;

/** Fallback Party organization: exactly one of two kinds (policy Art. 1). */
export const fallbackPartyKind = z.enum(['community-party-organization', 'plaza-park-federation']);
export type FallbackPartyKind = z.infer<typeof fallbackPartyKind>;

export const foundingVote = z.object({
  heldOn: isoDate.nullable(),
  place: z.string().max(120).nullable(),
  expected: z.int().nonnegative().nullable(), // 应到
  present: z.int().nonnegative().nullable(), // 实到
  inFavour: z.int().nonnegative().nullable(), // 同意
  against: z.int().nonnegative().nullable(), // 反对
  abstained: z.int().nonnegative().nullable(), // 弃权
});
export type FoundingVote = z.infer<typeof foundingVote>;

export const founder = z.object({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['person', 'unit']),
  phone: z.string().max(30).nullable(),
  note: z.string().max(200).nullable(),
});
export type Founder = z.infer<typeof founder>;

const text = (max: number) => z.string().max(max).nullable();

/** The facts that a filing form states (DOMAIN 3, 备案表). Changing one of a filed organization is a change filing. */
export const organizationFacts = z.object({
  name: z.string().trim().min(2).max(60),
  shortName: text(30),
  communityId,
  categories,
  activityArea: text(120), // 活动地域
  premises: text(120), // 活动场所
  premisesSource: text(60), // 场所来源
  premisesAreaSquareMetres: z.number().nonnegative().nullable(),
  businessScope: text(500), // 业务范围
  purpose: text(500), // 宗旨
  funds: text(200), // 活动资金及来源
  fallbackParty: z.object({ kind: fallbackPartyKind, name: z.string().trim().min(1).max(60) }).nullable(),
  partyAdviser: text(30), // 党建指导员
  responsiblePersonId: personId.nullable(),
  contactName: text(30),
  contactPhone: text(30),
  foundedOn: partialDate.nullable(),
  charterAdoptedOn: isoDate.nullable(),
  foundingVote: foundingVote.nullable(),
  founders: z.array(founder).max(50),
  /** As stated by the office; the roster's own count is computed. */
  declaredMemberCount: z.int().nonnegative().nullable(),
  remark: text(500),
});
export type OrganizationFacts = z.infer<typeof organizationFacts>;

export const organization = organizationFacts.extend({
  id: organizationId,
  status: organizationStatus,
  filingNumber: z.string().nullable(),
  filedOn: partialDate.nullable(),
  /** 拟登记: candidate for legal registration (policy Art. 2). */
  proposedRegistration: z.boolean(),
  importId: importId.nullable(),
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type Organization = z.infer<typeof organization>;

/** One line of the organization list. */
export const organizationRow = z.object({
  id: organizationId,
  name: z.string(),
  communityId,
  communityName: z.string(),
  settlement: z.enum(['urban', 'rural']),
  status: organizationStatus,
  fourClass: fourClass.nullable(),
  filingNumber: z.string().nullable(),
  filedOn: partialDate.nullable(),
  responsiblePersonName: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  memberCount: z.int(),
  partyMemberCount: z.int(),
  fallbackPartyName: z.string().nullable(),
  proposedRegistration: z.boolean(),
  /** Share of required dossier items that are present, 0–100. */
  completeness: z.int(),
  /** What the office entered in its own fields, by their ids. */
  custom: z.record(z.string(), z.string()),
});
export type OrganizationRow = z.infer<typeof organizationRow>;
