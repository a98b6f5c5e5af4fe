import { disclosureMark, type DisclosureSubject } from './dossier-record.ts';
import type { IsoDate, PartialDate } from './dates.ts';
import {
  dueReportPeriod,
  owesReport,
  recentReportPeriods,
  reportPeriod,
  type ReportPeriod,
} from './report-plan.ts';
import type { RulePackBody } from './rule-pack.ts';

export type DisclosurePlan = RulePackBody['disclosurePlan'];
type PlanItem = DisclosurePlan[number];

/** A disclosure that the rules ask of every organization for one period. */
export interface PlannedDisclosure {
  readonly subject: DisclosureSubject;
  readonly period: ReportPeriod;
  /** What a published disclosure of this subject and period carries. */
  readonly mark: string;
}

/** Disclosures are planned by the same periods as reports, each subject with its own number a year. */
const asReports = ({ timesPerYear, graceDays }: PlanItem) => ({
  committeeReportsPerYear: timesPerYear,
  ledger: { dueDaysAfter: graceDays },
});

const planned = (subject: DisclosureSubject, period: ReportPeriod): PlannedDisclosure => ({
  subject,
  period,
  mark: disclosureMark(subject, period.code),
});

/** Disclosures planned in the year and a half before a day, newest first within a subject, running periods included. */
export const recentDisclosures = (today: IsoDate, plan: DisclosurePlan): readonly PlannedDisclosure[] =>
  plan.flatMap((item) =>
    recentReportPeriods(today, asReports(item)).map((period) => planned(item.subject, period)),
  );

/** The last disclosure of each subject that should have been made by now. */
export const dueDisclosures = (today: IsoDate, plan: DisclosurePlan): readonly PlannedDisclosure[] =>
  plan.flatMap((item) => {
    const period = dueReportPeriod(today, asReports(item));
    return period === null ? [] : [planned(item.subject, period)];
  });

/** An organization owes a disclosure where it was filed before the period ended, or nobody knows when. */
export const owesDisclosure = (filedOn: PartialDate | null, { period }: PlannedDisclosure): boolean =>
  owesReport(filedOn, period);

/** True for a period that the plan knows for this subject. */
export const isPlannedPeriod = (plan: DisclosurePlan, subject: DisclosureSubject, code: string): boolean =>
  plan.some((item) => item.subject === subject && reportPeriod(code, asReports(item)) !== null);
