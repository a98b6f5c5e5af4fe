import { z } from 'zod';
import { isoDate } from './dates.ts';
import { organizationId } from './ids.ts';
import { organizationRow } from './organization.ts';

/** 规模较大, 影响力强, 作用明显 (policy Art. 2). */
export const candidateCriterion = z.enum(['scale', 'influence', 'effect']);
export type CandidateCriterion = z.infer<typeof candidateCriterion>;

const reason = z.string().trim().min(1).max(500).nullable();

/** 拟登记: why an organization is fit for legal registration, and whether it is a demonstration point (培育示范点). */
export const registrationCandidate = z.object({
  since: isoDate,
  reasons: z.object({ scale: reason, influence: reason, effect: reason }),
  demonstration: z.object({ since: isoDate, note: z.string().trim().max(300).nullable() }).nullable(),
  note: z.string().trim().max(500).nullable(),
  /** Items of the rule pack's list that are done on the way to registration. */
  done: z.array(z.string().max(80)).max(30),
});
export type RegistrationCandidate = z.infer<typeof registrationCandidate>;

/** 转为依法登记: what the registrar registered. */
export const legalRegistration = z.object({
  creditCode: z.string(),
  registeredName: z.string().trim().min(2).max(80),
  registrar: z.string().trim().min(1).max(60),
  registeredOn: isoDate,
});
export type LegalRegistration = z.infer<typeof legalRegistration>;

/** One line of 拟登记台账. */
export const candidateRow = organizationRow
  .pick({
    name: true,
    communityName: true,
    status: true,
    fourClass: true,
    filingNumber: true,
    responsiblePersonName: true,
    memberCount: true,
    partyMemberCount: true,
  })
  .extend({
    organizationId,
    /** null where only the mark is known, e.g. from an old ledger. */
    candidate: registrationCandidate.nullable(),
    registration: legalRegistration.nullable(),
  });
export type CandidateRow = z.infer<typeof candidateRow>;

/** Items on the way to legal registration, until the rule pack says otherwise (general knowledge, not an official list). */
export const defaultRegistrationSteps: readonly string[] = [
  '成员（会员）数量符合登记要求',
  '有固定的住所和使用证明',
  '有合法的资产和经费来源',
  '有与业务活动相适应的专职工作人员',
  '章程草案已按登记要求修订并表决',
  '名称已经查重',
  '业务主管单位（如需）已出具意见',
  '登记申请已提交登记机关',
];
