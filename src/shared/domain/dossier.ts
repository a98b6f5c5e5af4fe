import { z } from 'zod';
import { isoDate, partialDate } from './dates.ts';
import { certificate, filingRow } from './filing.ts';
import { recordId } from './ids.ts';
import { organization } from './organization.ts';

/** The five parts of policy Art. 2 (五项档案), in its order. */
export const dossierPart = z.enum([
  'charter-and-form',
  'roster',
  'reports-and-surveys',
  'disclosures',
  'dispositions',
]);
export type DossierPart = z.infer<typeof dossierPart>;

/** Everything that can be missing; see completeness.ts for when it is. */
export const dossierGapCode = z.enum([
  'responsible-person',
  'category',
  'business-scope',
  'premises',
  'fallback-party',
  'charter-adopted',
  'filing-number',
  'filed-on',
  'certificate',
  'held-copies',
  'roster-empty',
  'responsible-person-on-roster',
  'member-count',
  'committee-report',
  'survey',
  'disclosure',
  'overdue-matter',
  'required-paper',
]);
export type DossierGapCode = z.infer<typeof dossierGapCode>;

/** What is missing; the screen knows which form mends it. */
export const dossierGap = z.object({
  /** null for a part that the office keeps besides the five */
  part: dossierPart.nullable(),
  code: dossierGapCode,
  title: z.string(),
  /** Clause behind it, e.g. 第二条(三). */
  basis: z.string(),
});
export type DossierGap = z.infer<typeof dossierGap>;

export const dossierPartState = z.object({
  part: dossierPart,
  percent: z.int().min(0).max(100),
  summary: z.string(),
});
export type DossierPartState = z.infer<typeof dossierPartState>;

export const timelineEvent = z.object({
  on: partialDate,
  kind: z.enum([
    'founded',
    'filing-step',
    'certificate',
    'certificate-collected',
    'member-joined',
    'imported',
    'copy-received',
    'record',
    'area-change',
    'service-line',
  ]),
  title: z.string(),
  detail: z.string().nullable(),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

export const reportPeriodState = z.object({
  code: z.string(),
  label: z.string(),
  endsOn: isoDate,
  dueOn: isoDate,
  state: z.enum(['done', 'running', 'due', 'overdue', 'not-owed']),
});
export type ReportPeriodState = z.infer<typeof reportPeriodState>;

/** What a dossier owes, as the forms that settle it want to know it. */
export const dossierDebts = z.object({
  /** Period whose report is owed. */
  reportPeriod: z.string().nullable(),
  /** Marks of planned disclosures that nobody has published. */
  disclosures: z.array(z.string()),
  /** The follow-up or rectification that is past its day the longest. */
  matter: z.object({ kind: z.enum(['survey', 'disposition']), recordId }).nullable(),
  /** A survey that was begun and never counted. */
  openSurveyId: recordId.nullable(),
});
export type DossierDebts = z.infer<typeof dossierDebts>;

export const dossier = z.object({
  organization,
  communityName: z.string(),
  settlement: z.enum(['urban', 'rural']),
  responsiblePersonName: z.string().nullable(),
  responsiblePersonParty: z.boolean(),
  maskedPhone: z.string().nullable(),
  memberCount: z.int(),
  partyMemberCount: z.int(),
  completeness: z.int().min(0).max(100),
  parts: z.array(dossierPartState),
  gaps: z.array(dossierGap),
  debts: dossierDebts,
  timeline: z.array(timelineEvent),
  filings: z.array(filingRow),
  certificates: z.array(certificate),
  /** Periods for which the rules ask a report, newest first, and whether it is there. */
  reportPeriods: z.array(reportPeriodState),
});
export type Dossier = z.infer<typeof dossier>;
