import { z } from 'zod';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import {
  communityId,
  consentId,
  membershipId,
  organizationId,
  personId,
  personMergeId,
  personPostId,
  roleTermId,
} from './ids.ts';
import { leaveReason, memberRole, minority, politicalStatus, sex } from './person.ts';

/** Who a person is beyond the organization (policy Art. 4(2), 8). The office adds words of its own in the rule pack. */
export const knownPersonTag = z.enum([
  'veteran-party-member', // 老党员
  'party-delegate', // 党代表
  'people-congress-deputy', // 人大代表
  'cppcc-member', // 政协委员
  'social-worker', // 社会工作者
  'professional', // 专业人士
  'civil-affairs-assistant', // 民政助理
  'community-worker', // 社区工作者
  'child-director', // 儿童主任
  'volunteer-backbone', // 志愿者骨干
]);
export type KnownPersonTag = z.infer<typeof knownPersonTag>;

/** A known code, or the office's own word. */
export const personTag = z.string().trim().min(1).max(24);

export const ageBand = z.enum(['under-14', '14-17', '18-35', '36-59', '60-69', '70-up', 'unknown']);
export type AgeBand = z.infer<typeof ageBand>;

/** What somebody agreed to (PIPL Art. 13, 29, 31). */
export const consentKind = z.enum([
  'membership', // 成员信息告知同意
  'sensitive', // 敏感信息单独同意
  'guardian', // 监护人同意
]);
export type ConsentKind = z.infer<typeof consentKind>;

export const consentInput = z
  .object({
    kind: consentKind,
    givenOn: isoDate,
    guardianName: z.string().trim().min(1).max(30).nullable(),
    guardianRelation: z.string().trim().max(20).nullable(),
    /** Where the signed paper lies. */
    paper: z.string().trim().max(120).nullable(),
  })
  .refine(({ kind, guardianName }) => kind !== 'guardian' || guardianName !== null, {
    path: ['guardianName'],
    error: 'missing',
  });
export type ConsentInput = z.infer<typeof consentInput>;

export const consent = z.object({
  id: consentId,
  ...consentInput.shape,
  revokedOn: isoDate.nullable(),
  recordedAt: isoInstant,
});
export type Consent = z.infer<typeof consent>;

/** The way into the Party (policy Art. 1), in its order. */
export const partyStage = z.enum([
  'applicant', // 入党申请人
  'activist', // 入党积极分子
  'candidate', // 发展对象
  'probationary', // 预备党员
  'full', // 正式党员
]);
export type PartyStage = z.infer<typeof partyStage>;

export const stageReached = z.object({
  stage: partyStage,
  reachedOn: partialDate,
  note: z.string().trim().max(120).nullable(),
});
export type StageReached = z.infer<typeof stageReached>;

/**
 * Where members serve beyond their organization: the community's Party leadership (policy Art. 1) and the committees
 * under the residents' committee (Art. 4).
 */
export const postBody = z.enum([
  'party-leadership', // 社区党组织领导班子
  'mediation', // 人民调解委员会
  'public-security', // 治安保卫委员会
  'public-health', // 公共卫生委员会
  'welfare', // 社会福利委员会
  'culture', // 文化教育委员会
  'environment', // 环境和物业管理委员会
  'other-committee', // 其他下属委员会
]);
export type PostBody = z.infer<typeof postBody>;

export const postInput = z.object({
  body: postBody,
  /** Name of another committee. */
  bodyName: z.string().trim().max(30).nullable(),
  communityId,
  post: z.string().trim().max(30).nullable(),
  startsOn: partialDate.nullable(),
  endsOn: isoDate.nullable(),
});
export type PostInput = z.infer<typeof postInput>;
export const personPost = z.object({ id: personPostId, ...postInput.shape, communityName: z.string() });
export type PersonPost = z.infer<typeof personPost>;

/** 任期: how long somebody holds a role. */
export const termInput = z
  .object({
    role: memberRole,
    startsOn: isoDate,
    endsOn: isoDate.nullable(),
    note: z.string().trim().max(120).nullable(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn > startsOn, {
    path: ['endsOn'],
    error: 'before-start',
  });
export type TermInput = z.infer<typeof termInput>;
export const roleTerm = z.object({ id: roleTermId, membershipId, ...termInput.shape });
export type RoleTerm = z.infer<typeof roleTerm>;

/** A term that ends soon or has ended without a new one. */
export const endingTerm = z.object({
  id: roleTermId,
  personId,
  personName: z.string(),
  organizationId,
  organizationName: z.string(),
  role: memberRole,
  roleTitle: z.string().nullable(),
  endsOn: isoDate,
  /** Negative once it is over. */
  daysLeft: z.int(),
});
export type EndingTerm = z.infer<typeof endingTerm>;

/** Facts that a rule pack may allow to be kept; none by default (PIPL Art. 6: no more than the purpose needs). */
export const memberField = z.enum(['address', 'nation', 'education', 'speciality', 'workUnit']);
export type MemberField = z.infer<typeof memberField>;

export const personDetails = z.object({
  address: z.string().trim().max(120).nullable(),
  nation: z.string().trim().max(20).nullable(),
  education: z.string().trim().max(20).nullable(),
  speciality: z.string().trim().max(60).nullable(),
  workUnit: z.string().trim().max(60).nullable(),
});
export type PersonDetails = z.infer<typeof personDetails>;

/** One line of the list of people: each once, however many organizations they belong to. */
export const personRow = z.object({
  id: personId,
  name: z.string(),
  sex: sex.nullable(),
  birthMonth: z.string().nullable(),
  minority: minority.nullable(),
  politicalStatus: politicalStatus.nullable(),
  tags: z.array(z.string()),
  organizations: z.array(z.object({ id: organizationId, name: z.string(), role: memberRole })),
  communities: z.array(z.string()),
  maskedIdentityNumber: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  lacksConsents: z.array(consentKind),
});
export type PersonRow = z.infer<typeof personRow>;

/** A stay in one of a person's organizations. */
export const personStay = z.object({
  membershipId,
  organizationId,
  organizationName: z.string(),
  role: memberRole,
  roleTitle: z.string().nullable(),
  joinedOn: partialDate.nullable(),
  leftOn: isoDate.nullable(),
  leaveReason: leaveReason.nullable(),
});
export type PersonStay = z.infer<typeof personStay>;

/** Everything that is kept of a person; numbers masked, the address up to the community. */
export const personProfile = z.object({
  person: personRow,
  details: personDetails,
  stays: z.array(personStay),
  terms: z.array(roleTerm),
  consents: z.array(consent),
  stages: z.array(stageReached),
  posts: z.array(personPost),
});
export type PersonProfile = z.infer<typeof personProfile>;

/** How alike two entries are. */
export const likeness = z.enum([
  'name-birth-phone', // 姓名、出生日期、电话都相同
  'name-birth', // 姓名和出生日期相同
  'name-phone', // 姓名和电话相同
]);
export type Likeness = z.infer<typeof likeness>;

/** Two entries that may be one person. */
export const likelyPair = z.object({ one: personRow, other: personRow, likeness });
export type LikelyPair = z.infer<typeof likelyPair>;

/** Facts of which a merge keeps one of two. */
export const mergedField = z.enum(['name', 'sex', 'birthDate', 'politicalStatus', 'identityNumber', 'phone']);
export type MergedField = z.infer<typeof mergedField>;

/** What a merge would make of two entries; numbers masked, birth dates to the month. */
export const mergePreview = z.object({
  kept: personRow,
  merged: personRow,
  fields: z.array(
    z.object({ field: mergedField, kept: z.string().nullable(), merged: z.string().nullable() }),
  ),
  /** Organizations in which both are members now: their two stays become one. */
  bothIn: z.array(z.string()),
});
export type MergePreview = z.infer<typeof mergePreview>;

export const personMerge = z.object({
  id: personMergeId,
  keptId: personId,
  keptName: z.string(),
  mergedName: z.string(),
  mergedAt: isoInstant,
});
export type PersonMerge = z.infer<typeof personMerge>;
