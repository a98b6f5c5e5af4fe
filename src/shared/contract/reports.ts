import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { reportPeriodState } from '../domain/dossier.ts';
import { decisionUse, dossierRecord } from '../domain/dossier-record.ts';
import { communityId, organizationId, recordId } from '../domain/ids.ts';
import { evaluatorGroup } from '../domain/survey.ts';
import { onArchive, refusals } from './base.ts';

const place = z.object({ organizationId, organizationName: z.string(), communityName: z.string() });
const shared = z.object({ text: z.string().max(60), communityIds: z.array(communityId).max(500) });
const page = z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) });
const year = z.int().min(1990).max(2200).nullable();

/** A period of reports over the whole street; it is `done` when nobody owes any more. */
export const streetPeriod = reportPeriodState.extend({ owed: z.int(), reported: z.int() });
export type StreetPeriod = z.infer<typeof streetPeriod>;

/** How many of a community's organizations have reported for a period. */
export const communityPlan = z.object({
  communityId,
  name: z.string(),
  owed: z.int(),
  reported: z.int(),
});
export type CommunityPlan = z.infer<typeof communityPlan>;

export const planFilter = shared.extend({ period: z.string().max(20), reported: z.boolean().nullable() });
export type PlanFilter = z.infer<typeof planFilter>;

/** An organization and its report of a period. */
export const planRow = place.extend({
  responsiblePersonName: z.string().nullable(),
  state: reportPeriodState.shape.state,
  overdueDays: z.int(),
  reportId: recordId.nullable(),
  reportedOn: isoDate.nullable(),
});
export type PlanRow = z.infer<typeof planRow>;

export const surveyFilter = shared.extend({
  year,
  /** Counted, still open, or either. */
  closed: z.boolean().nullable(),
  lowOnly: z.boolean(),
});
export type SurveyFilter = z.infer<typeof surveyFilter>;

export const surveySort = z.object({
  by: z.enum(['date', 'score', 'rate', 'name']),
  descending: z.boolean(),
});
export type SurveySort = z.infer<typeof surveySort>;

const figures = z.object({ rate: z.number().nullable(), score: z.number().nullable() });

export const surveyRow = place.extend({
  id: recordId,
  title: z.string(),
  occurredOn: isoDate,
  closedOn: isoDate.nullable(),
  /** Valid ballots of all groups. */
  valid: z.int(),
  groups: z.record(evaluatorGroup, figures),
  rate: z.number().nullable(),
  score: z.number().nullable(),
  low: z.boolean(),
  /** A group has fewer ballots than the rules ask. */
  tooFew: z.boolean(),
  followUp: z.enum(['none', 'open', 'overdue', 'done']),
  decisions: z.int(),
});
export type SurveyRow = z.infer<typeof surveyRow>;

export const decisionFilter = shared.extend({ year, uses: z.array(decisionUse) });
export type DecisionFilter = z.infer<typeof decisionFilter>;

/** A decision with the survey that it cites (policy Art. 1, 结果运用). */
export const decisionRow = place.extend({
  id: recordId,
  occurredOn: isoDate,
  title: z.string(),
  use: decisionUse,
  decidedBy: z.string(),
  amountYuan: z.number().nullable(),
  surveyId: recordId,
  surveyTitle: z.string(),
  surveyClosedOn: isoDate.nullable(),
  rate: z.number().nullable(),
  score: z.number().nullable(),
});
export type DecisionRow = z.infer<typeof decisionRow>;

export const followUpFilter = shared.extend({ openOnly: z.boolean() });
export type FollowUpFilter = z.infer<typeof followUpFilter>;

export const followUpRow = place.extend({
  surveyId: recordId,
  surveyTitle: z.string(),
  score: z.number().nullable(),
  measures: z.string(),
  dueOn: isoDate,
  closedOn: isoDate.nullable(),
  outcome: z.string().nullable(),
  overdueDays: z.int(),
});
export type FollowUpRow = z.infer<typeof followUpRow>;

const onBallots = onArchive.errors(refusals('SURVEY_CLOSED', 'BALLOTS_REFUSED'));
const paged = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.int() });
const onPeriod = onArchive.errors(refusals('PERIOD_UNKNOWN'));

/** Reports, surveys, decisions and follow-ups of the whole street; every list also as a workbook, as shown. */
export const reportsContract = {
  /** Newest first. */
  periods: onArchive.output(z.array(streetPeriod)),
  communities: onPeriod.input(z.object({ period: z.string().max(20) })).output(z.array(communityPlan)),
  plan: onPeriod.input(page.extend({ filter: planFilter })).output(paged(planRow)),
  exportPlan: onPeriod.input(z.object({ filter: planFilter })).output(z.file()),
  surveys: onArchive.input(page.extend({ filter: surveyFilter, sort: surveySort })).output(paged(surveyRow)),
  exportSurveys: onArchive.input(z.object({ filter: surveyFilter, sort: surveySort })).output(z.file()),
  decisions: onArchive.input(page.extend({ filter: decisionFilter })).output(paged(decisionRow)),
  exportDecisions: onArchive.input(z.object({ filter: decisionFilter })).output(z.file()),
  followUps: onArchive.input(page.extend({ filter: followUpFilter })).output(paged(followUpRow)),
  exportFollowUps: onArchive.input(z.object({ filter: followUpFilter })).output(z.file()),
  /** A page for phones that collects the ballots of a group without network. */
  ballotPage: onBallots.input(z.object({ surveyId: recordId, group: evaluatorGroup })).output(z.file()),
  /** Takes a file of such ballots into the survey, once. */
  takeBallots: onBallots
    .input(z.object({ surveyId: recordId, file: z.file().max(1_000_000) }))
    .output(dossierRecord),
};
