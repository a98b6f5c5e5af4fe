import { z } from 'zod';
import { isoDate, isoInstant, type IsoDate } from './dates.ts';
import type { DossierPart } from './dossier.ts';
import { organizationId, recordId } from './ids.ts';
import { surveyContent, surveyResult, surveyTally, type SurveyContent } from './survey.ts';

const text = (max: number) => z.string().trim().max(max).nullable();
const required = (max: number) => z.string().trim().min(1).max(max);

/** 向两委报告工作 (policy Art. 1, 档案 (三)). */
const committeeReport = z.object({
  kind: z.literal('committee-report'),
  period: z.string().max(20).nullable(),
  meeting: text(80),
  place: text(120),
  reporter: text(60),
  attendees: text(500),
  body: z.string().trim().max(20_000),
  committeeOpinion: text(1000),
});

export const voteSubject = z.enum(['founding', 'charter', 'leaders', 'dissolution', 'other']);
export type VoteSubject = z.infer<typeof voteSubject>;

const head = z.int().min(0).max(100_000);

/** 会议表决: 应到, 实到, 同意, 反对, 弃权. */
const meetingVote = z
  .object({
    kind: z.literal('meeting-vote'),
    subject: voteSubject,
    place: text(120),
    expected: head,
    present: head,
    inFavour: head,
    against: head,
    abstained: head,
    resolution: z.string().trim().max(4000),
  })
  .refine(({ present, expected }) => present <= expected, { path: ['present'], error: 'over-expected' })
  .refine((vote) => vote.inFavour + vote.against + vote.abstained === vote.present, {
    path: ['inFavour'],
    error: 'sum',
  });
export type MeetingVote = z.infer<typeof meetingVote>;

/** What a survey's result is used for (policy Art. 1, 结果运用). */
export const decisionUse = z.enum(['purchase', 'resources', 'exit']);
export type DecisionUse = z.infer<typeof decisionUse>;

const decision = z.object({
  kind: z.literal('decision'),
  use: decisionUse,
  /** The survey it rests on. */
  surveyId: recordId,
  decidedBy: required(60),
  body: z.string().trim().max(4000),
  amountYuan: z.number().min(0).max(1e9).nullable(),
});

/** Slips by which the public judged one activity (policy Art. 4, 成效让群众评判): counts only. */
const activityEvaluation = z
  .object({
    kind: z.literal('activity-evaluation'),
    place: text(120),
    issued: head,
    returned: head,
    void: head,
    tally: surveyTally,
    remark: text(1000),
  })
  .refine(({ issued, returned }) => returned <= issued, { path: ['returned'], error: 'over-issued' })
  .refine(
    ({ returned, void: spoilt, tally }) =>
      tally.satisfied + tally.mostly + tally.dissatisfied + tally.unknown === returned - spoilt,
    { path: ['tally'], error: 'sum' },
  );

export const disclosureSubject = z.enum([
  'filing',
  'change',
  'dissolution',
  'finance',
  'activity',
  'annual',
  'survey',
  'other',
]);

export type DisclosureSubject = z.infer<typeof disclosureSubject>;

/** An objection to what was disclosed, and its answer. */
export const disclosureObjection = z.object({
  receivedOn: isoDate,
  /** null where the objector gave no name */
  objector: text(60).default(null),
  body: required(1000),
  answer: text(1000),
  answeredOn: isoDate.nullable(),
  answeredBy: text(60),
});

export type DisclosureObjection = z.infer<typeof disclosureObjection>;

/** 信息公开 (档案 (四)); `occurredOn` is the first day. */
const disclosure = z.object({
  kind: z.literal('disclosure'),
  subject: disclosureSubject,
  /** Code of the period of the plan that it is for; null where the plan asks for no such disclosure. */
  period: z.string().max(20).nullable().default(null),
  body: z.string().trim().max(8000),
  means: required(60),
  place: text(120),
  endsOn: isoDate.nullable(),
  responsible: text(60),
  objections: z.array(disclosureObjection).max(50),
  /** Why personal data that was found in the text may be published; null while none was found. */
  personalDataReason: text(300),
  /** When it was searched for personal data and published, and the files that were searched; null for a draft. */
  published: z
    .object({ on: isoDate, findings: z.int().min(0), files: z.array(z.string().max(64)).max(200) })
    .nullable()
    .default(null),
});

const commendationForm = z.enum(['letter', 'plaque', 'both']);
export type CommendationForm = z.infer<typeof commendationForm>;

export const dispositionType = z.enum(['praise', 'talk', 'rectify', 'warn', 'withhold', 'revoke', 'other']);

export type DispositionType = z.infer<typeof dispositionType>;

/** 处理结果 of 民政部门, 街道, 居（村）委会 or any other authority (档案 (五)). */
const disposition = z.object({
  kind: z.literal('disposition'),
  authority: required(60),
  type: dispositionType,
  documentNumber: text(60),
  reason: z.string().trim().max(4000),
  basis: text(500),
  result: z.string().trim().max(4000),
  deliveredOn: isoDate.nullable(),
  /** Who took it, as signed. */
  deliveredTo: text(60).default(null),
  rectification: z
    .object({ dueOn: isoDate, closedOn: isoDate.nullable(), outcome: text(2000), closedBy: text(60) })
    .nullable(),
  /** 嘉奖 (policy Art. 3): a letter (表扬信), a plaque (纪念牌) or both; `facts` are what the letter says. */
  commendation: z
    .object({
      form: commendationForm,
      facts: z.string().trim().max(1000),
      presentedOn: isoDate.nullable(),
      receivedBy: text(60),
    })
    .nullable()
    .default(null),
});

export const recordContent = z.discriminatedUnion('kind', [
  committeeReport,
  surveyContent,
  decision,
  meetingVote,
  activityEvaluation,
  disclosure,
  disposition,
]);
export type RecordContent = z.infer<typeof recordContent>;
export type RecordKind = RecordContent['kind'];
/** The content of one kind. */
export type ContentOf<K extends RecordKind> = Extract<RecordContent, { readonly kind: K }>;

/** What a clerk enters: a day, a title, and the content of its kind. */
export const recordInput = z.object({
  organizationId,
  occurredOn: isoDate,
  title: required(80),
  content: recordContent,
});
export type RecordInput = z.infer<typeof recordInput>;

/** A dated record in parts three to five of a dossier. */
export const dossierRecord = recordInput.extend({
  id: recordId,
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type DossierRecord = z.infer<typeof dossierRecord>;

/** A record of a known kind. */
export type RecordOf<K extends RecordKind> = Omit<DossierRecord, 'content'> & {
  readonly content: ContentOf<K>;
};

export const isRecordOf = <K extends RecordKind>(record: DossierRecord, kind: K): record is RecordOf<K> =>
  record.content.kind === kind;

export const partOfRecord: Readonly<Record<RecordKind, DossierPart>> = {
  'committee-report': 'reports-and-surveys',
  survey: 'reports-and-surveys',
  decision: 'reports-and-surveys',
  'meeting-vote': 'reports-and-surveys',
  'activity-evaluation': 'reports-and-surveys',
  disclosure: 'disclosures',
  disposition: 'dispositions',
};

/** What lists ask of a record without reading its content. */
export interface RecordMarks {
  readonly period: string | null;
  /** Last day of something still to be done. */
  readonly dueOn: IsoDate | null;
  /** When a survey was counted, or what was to be done was done. */
  readonly closedOn: IsoDate | null;
  /** Result of a survey that was closed; see survey.ts. */
  readonly rate: number | null;
  readonly score: number | null;
  /** A closed survey's score lies below its line. */
  readonly low: boolean;
}

/** The mark by which a published disclosure counts for the plan. */
export const disclosureMark = (subject: DisclosureSubject, period: string): string => `${subject}:${period}`;

const noMarks: RecordMarks = {
  period: null,
  dueOn: null,
  closedOn: null,
  rate: null,
  score: null,
  low: false,
};

const marksOfSurvey = (content: SurveyContent): RecordMarks => {
  const { followUp, period, closedOn } = content;
  const open = followUp !== null && followUp.closedOn === null;
  const marks = { ...noMarks, period, dueOn: open ? followUp.dueOn : null, closedOn };
  if (closedOn === null) return marks;
  const { rate, score, low } = surveyResult(content);
  return { ...marks, rate, score, low };
};

export const marksOf = (content: RecordContent): RecordMarks => {
  switch (content.kind) {
    case 'committee-report':
      return { ...noMarks, period: content.period };
    case 'survey':
      return marksOfSurvey(content);
    case 'disposition': {
      const { rectification } = content;
      if (rectification === null) return noMarks;
      const { dueOn, closedOn } = rectification;
      return { ...noMarks, dueOn: closedOn === null ? dueOn : null, closedOn };
    }
    case 'disclosure': {
      const { subject, period, published } = content;
      return {
        ...noMarks,
        period: period === null || published === null ? null : disclosureMark(subject, period),
      };
    }
    case 'decision':
    case 'meeting-vote':
    case 'activity-evaluation':
      return noMarks;
  }
};

/** Objections that nobody has answered yet. */
export const openObjections = ({ objections }: ContentOf<'disclosure'>): number =>
  objections.filter(({ answeredOn }) => answeredOn === null).length;
