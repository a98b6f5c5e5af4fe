import { z } from 'zod';
import { attachment } from './attachment.ts';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { attachmentId, certificateId, filingId, organizationId } from './ids.ts';
import { organizationFacts } from './organization.ts';

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
  steps: z.array(filingStep),
  notice: publicNotice.nullable(),
  copies: z.array(heldCopy),
  /** Scans in the order they were added; a step names those that prove it. */
  attachments: z.array(attachment),
  certificateId: certificateId.nullable(),
  filingNumber: z.string().nullable(),
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

/** 备案证书 with its stub (DOMAIN 3: 发证原因、制证人、领取人、收缴…). */
export const certificate = z.object({
  id: certificateId,
  organizationId,
  filingId,
  filingNumber: z.string(),
  kind: z.enum(['original', 'reissue']),
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
});
export type Certificate = z.infer<typeof certificate>;
