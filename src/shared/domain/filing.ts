import { z } from 'zod';
import { attachment } from './attachment.ts';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { attachmentId, certificateId, filingId, objectionId, organizationId } from './ids.ts';
import { foundingVote, organizationFacts } from './organization.ts';

export const filingKind = z.enum(['initial', 'change', 'dissolution']);
export type FilingKind = z.infer<typeof filingKind>;

/** The steps of policy Art. 2 and 3 (DOMAIN 1.3). */
export const filingState = z.enum([
  'preparing', // 准备材料
  'applied', // 已申请,待居(村)委会初审
  'returned', // 退回补正
  'not-forwarded', // 不予上报 (end)
  'committee-passed', // 初审通过,待街道审核
  'refused', // 不予备案 (end)
  'street-agreed', // 街道审核同意,待公示
  'on-notice', // 公示中
  'objected', // 公示有异议,计时暂停
  'notice-cleared', // 公示期满无异议,待发证
  'filed', // 已备案,已发证 (end)
  'dissolved', // 已注销 (end)
  'withdrawn', // 申请人撤回 (end)
]);
export type FilingState = z.infer<typeof filingState>;

export const filingAction = z.enum([
  'submit',
  'committee-pass',
  'committee-return',
  'committee-decline',
  'street-agree',
  'street-return',
  'street-refuse',
  'start-notice',
  'record-objection',
  'resolve-objection',
  'close-notice',
  'issue-certificate',
  'close-dissolution',
  'withdraw',
]);
export type FilingAction = z.infer<typeof filingAction>;

/** 补录: paper from before this application; past dates and missing steps are allowed and marked. */
export const entryMode = z.enum(['live', 'back-entry']);
export type EntryMode = z.infer<typeof entryMode>;

/** One line of a correction notice (补正通知书) or refusal notice (不予备案通知书). */
export const noticeItem = z.object({
  /** The material that it is about, as the checklist names it; null for anything else. */
  material: z.string().trim().max(40).nullable(),
  text: z.string().trim().min(1).max(300),
});
export type NoticeItem = z.infer<typeof noticeItem>;

/** What became of the certificate that a new one replaces, or that an organization had when it ended. */
export const formerCertificate = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('collected'), by: z.string().trim().min(1).max(60), on: isoDate }),
  /** 遗失声明: where and when it was published. */
  z.object({ outcome: z.literal('lost'), place: z.string().trim().min(1).max(120), on: isoDate }),
]);
export type FormerCertificate = z.infer<typeof formerCertificate>;

export const filingStepInput = z.object({
  action: filingAction,
  /** Who did it, as signed on paper. */
  actor: z.string().trim().min(1).max(60),
  opinion: z.string().trim().max(1000).nullable(),
  actedOn: isoDate,
  /** Paper evidence in words (e.g. 备案表第2页盖章) and scans. */
  evidence: z.string().max(300).nullable(),
  attachmentIds: z.array(attachmentId).max(50),
  /** Why a rule was set aside (e.g. certificate before the notice ended). Required exactly then. */
  overrideReason: z.string().trim().max(300).nullable(),
  /** start-notice only */
  notice: z
    .object({
      place: z.string().trim().min(1).max(120),
      method: z.string().trim().min(1).max(60),
      days: z.int().min(1).max(60),
    })
    .nullable(),
  /** issue-certificate only; null takes the next number of the rule */
  filingNumber: z.string().trim().max(60).nullable(),
  /** A return lists every gap at once, a refusal every reason; where none is given the opinion is the only one. */
  noticeItems: z.array(noticeItem).max(50).default([]),
  /** A return only: by when the applicant is to mend it. */
  correctBy: isoDate.nullable().default(null),
  /** record-objection only; null where the objector gave no name */
  objector: z.string().trim().max(60).nullable().default(null),
  /** issue-certificate of a change, close-dissolution */
  formerCertificate: formerCertificate.nullable().default(null),
});
export type FilingStepInput = z.infer<typeof filingStepInput>;

export const filingStep = z.object({
  sequence: z.int(),
  action: filingAction,
  fromState: filingState,
  toState: filingState,
  actor: z.string(),
  opinion: z.string().nullable(),
  actedOn: partialDate,
  recordedAt: isoInstant,
  evidence: z.string().nullable(),
  attachmentIds: z.array(attachmentId),
  overrideReason: z.string().nullable(),
  /** 文号 of the paper that this step issues; assigned once. */
  documentNumber: z.string().nullable(),
  noticeItems: z.array(noticeItem),
  correctBy: isoDate.nullable(),
  backEntry: z.boolean(),
});
export type FilingStep = z.infer<typeof filingStep>;

export const publicNotice = z.object({
  startsOn: isoDate,
  /** Last day of the notice, computed from the rule pack; objections stop the clock. */
  endsOn: isoDate,
  days: z.int(),
  place: z.string(),
  method: z.string(),
  pausedOn: isoDate.nullable(),
});
export type PublicNotice = z.infer<typeof publicNotice>;

export const objectionResult = z.enum(['dismissed', 'upheld', 'withdrawn']);
export type ObjectionResult = z.infer<typeof objectionResult>;

/** An objection to a public notice; while one is open the clock stands still. */
export const noticeObjection = z.object({
  id: objectionId,
  receivedOn: isoDate,
  /** null where the objector gave no name */
  objector: z.string().nullable(),
  content: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: isoDate.nullable(),
  result: objectionResult.nullable(),
});
export type NoticeObjection = z.infer<typeof noticeObjection>;

/** A photo that shows the notice where it hung; one of the filing's attachments. */
export const noticePhoto = z.object({ attachmentId, caption: z.string().trim().max(120) });
export type NoticePhoto = z.infer<typeof noticePhoto>;

/** Why the filed facts change, and how the organization decided it (DOMAIN 3, 变更). */
export const changeGrounds = z.object({
  reason: z.string().trim().max(1000).nullable(),
  /** 内部履行程序 in words */
  procedure: z.string().trim().max(1000).nullable(),
  vote: foundingVote.nullable(),
});
export type ChangeGrounds = z.infer<typeof changeGrounds>;

export const copyHolder = z.enum(['street', 'committee', 'organization']);
export type CopyHolder = z.infer<typeof copyHolder>;
export const copyDocument = z.enum(['charter', 'filing-form']);
export type CopyDocument = z.infer<typeof copyDocument>;

/** 三方留存: who holds a stamped copy (policy Art. 2(3)). */
export const heldCopy = z.object({
  document: copyDocument,
  holder: copyHolder,
  receivedOn: isoDate.nullable(),
  signer: z.string().nullable(),
});
export type HeldCopy = z.infer<typeof heldCopy>;

export const filing = z.object({
  id: filingId,
  organizationId,
  organizationName: z.string(),
  communityName: z.string(),
  kind: filingKind,
  state: filingState,
  entryMode,
  /** The facts applied for; for a change filing they differ from the organization's until it ends. */
  facts: organizationFacts,
  /** For a change filing: the facts before. */
  factsBefore: organizationFacts.nullable(),
  /** For a change filing. */
  changeGrounds: changeGrounds.nullable(),
  steps: z.array(filingStep),
  notice: publicNotice.nullable(),
  /** In the order in which they came in. */
  objections: z.array(noticeObjection),
  photos: z.array(noticePhoto),
  copies: z.array(heldCopy),
  /** Scans in the order they were added; a step names those that prove it. */
  attachments: z.array(attachment),
  certificateId: certificateId.nullable(),
  filingNumber: z.string().nullable(),
  /** The certificate that the organization holds from before this filing. */
  formerCertificate: z.object({ id: certificateId, issuedOn: partialDate }).nullable(),
  /** Deadline of the step that is waited for, if the rule pack sets one. */
  dueOn: isoDate.nullable(),
  allowedActions: z.array(filingAction),
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type Filing = z.infer<typeof filing>;

export const filingRow = z.object({
  id: filingId,
  organizationId,
  organizationName: z.string(),
  communityName: z.string(),
  kind: filingKind,
  state: filingState,
  entryMode,
  /** Partial only for back-entered filings. */
  startedOn: partialDate,
  dueOn: isoDate.nullable(),
  overdueDays: z.int(),
});
export type FilingRow = z.infer<typeof filingRow>;

export const certificateStatus = z.enum(['valid', 'replaced', 'lost', 'recovered', 'void']);
export type CertificateStatus = z.infer<typeof certificateStatus>;

/** First issue, 换发 after a change, 补发 after loss or damage, 延续 at the end of its validity. */
export const certificateKind = z.enum(['original', 'reissue', 'replacement', 'renewal']);
export type CertificateKind = z.infer<typeof certificateKind>;

/** 备案证书 with its stub (DOMAIN 3: 发证原因、制证人、领取人、收缴…). */
export const certificate = z.object({
  id: certificateId,
  organizationId,
  filingId,
  filingNumber: z.string(),
  kind: certificateKind,
  issueReason: z.string(),
  /** What is printed, frozen at issue, so that a reprint says the same. */
  organizationName: z.string(),
  responsiblePersonName: z.string().nullable(),
  businessScope: z.string().nullable(),
  premises: z.string().nullable(),
  activityArea: z.string().nullable(),
  category: z.string().nullable(),
  authorityName: z.string(),
  /** Partial only for back-entered certificates. */
  issuedOn: partialDate,
  validTo: isoDate.nullable(),
  issuedBy: z.string(),
  collectedBy: z.string().nullable(),
  collectorPhone: z.string().nullable(),
  collectedOn: isoDate.nullable(),
  status: certificateStatus,
  recoveredBy: z.string().nullable(),
  recoveredOn: isoDate.nullable(),
  /** 遗失声明 */
  lossStatement: z.object({ place: z.string(), publishedOn: isoDate }).nullable(),
  voidReason: z.string().nullable(),
});
export type Certificate = z.infer<typeof certificate>;

/** Why a certificate is issued again with the same facts (补发). */
export const replacementCause = z.enum(['lost', 'damaged', 'misprint']);
export type ReplacementCause = z.infer<typeof replacementCause>;

/** One line of the register of certificates. */
export const certificateRow = certificate
  .pick({
    id: true,
    organizationId: true,
    filingId: true,
    filingNumber: true,
    kind: true,
    issueReason: true,
    organizationName: true,
    issuedOn: true,
    validTo: true,
    issuedBy: true,
    collectedBy: true,
    collectedOn: true,
    status: true,
    recoveredBy: true,
    recoveredOn: true,
    lossStatement: true,
    voidReason: true,
  })
  .extend({
    communityName: z.string(),
    standing: z.enum(['valid', 'expiring', 'expired', 'outstanding', 'ended']),
  });
export type CertificateRow = z.infer<typeof certificateRow>;
