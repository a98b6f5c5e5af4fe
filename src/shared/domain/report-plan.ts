import { addDays, addMonths } from './calendar-days.ts';
import type { IsoDate, PartialDate } from './dates.ts';
import type { RulePackBody } from './rule-pack.ts';

/** A period for which an organization reports to the two committees (policy Art. 1: 定期报告工作). */
export interface ReportPeriod {
  /** e.g. `2026-1/2`: the first of two periods of 2026. */
  readonly code: string;
  /** e.g. 2026 年上半年 */
  readonly label: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** Last day on which its report is in time. */
  readonly dueOn: IsoDate;
}

type ReportRules = Pick<RulePackBody, 'committeeReportsPerYear'> & {
  readonly ledger: Pick<RulePackBody['ledger'], 'dueDaysAfter'>;
};

const labelOf = (year: number, index: number, perYear: number): string => {
  if (perYear === 1) return `${year} 年`;
  if (perYear === 2) return `${year} 年${index === 1 ? '上' : '下'}半年`;
  if (perYear === 4) return `${year} 年第 ${index} 季度`;
  if (perYear === 12) return `${year} 年 ${index} 月`;
  return `${year} 年第 ${index} 次`;
};

/** First day of the period with this index; where the year does not divide evenly, months are rounded down. */
const startOf = (year: number, index: number, perYear: number): IsoDate =>
  addMonths(`${year}-01-01`, Math.floor(((index - 1) * 12) / perYear));

const periodAt = (year: number, index: number, rules: ReportRules): ReportPeriod => {
  const perYear = rules.committeeReportsPerYear;
  const endsOn = addDays(startOf(year, index + 1, perYear), -1);
  return {
    code: `${year}-${index}/${perYear}`,
    label: labelOf(year, index, perYear),
    startsOn: startOf(year, index, perYear),
    endsOn,
    dueOn: addDays(endsOn, rules.ledger.dueDaysAfter),
  };
};

/** Periods that touch the years before a day, newest first, the running one included. */
export const reportPeriodsBack = (
  today: IsoDate,
  rules: ReportRules,
  months: number,
): readonly ReportPeriod[] => {
  const perYear = rules.committeeReportsPerYear;
  const since = addMonths(today, -months);
  const first = Number(since.slice(0, 4));
  const years = Array.from({ length: Number(today.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years
    .flatMap((year) => Array.from({ length: perYear }, (_, index) => periodAt(year, index + 1, rules)))
    .filter(({ startsOn, endsOn }) => startsOn <= today && endsOn >= since)
    .reverse();
};

/** Periods that touch the year and a half before a day, newest first, the running one included. */
export const recentReportPeriods = (today: IsoDate, rules: ReportRules): readonly ReportPeriod[] =>
  reportPeriodsBack(today, rules, 18);

/** The period of a code by these rules; null where they know none. */
export const reportPeriod = (code: string, rules: ReportRules): ReportPeriod | null => {
  const [, year = '', index = '', perYear = ''] = /^(\d{4})-(\d{1,2})\/(\d{1,2})$/.exec(code) ?? [];
  const known =
    Number(perYear) === rules.committeeReportsPerYear &&
    Number(index) >= 1 &&
    Number(index) <= Number(perYear);
  return known ? periodAt(Number(year), Number(index), rules) : null;
};

/** Words for a period's code, also for codes of rules that no longer hold. */
export const reportPeriodLabel = (code: string): string => {
  const [, year = '', index = '', perYear = ''] = /^(\d{4})-(\d+)\/(\d+)$/.exec(code) ?? [];
  return year === '' ? code : labelOf(Number(year), Number(index), Number(perYear));
};

/** The last period whose report should be in by now; null where the rules ask for none. */
export const dueReportPeriod = (today: IsoDate, rules: ReportRules): ReportPeriod | null =>
  recentReportPeriods(today, rules).find(({ dueOn }) => dueOn < today) ?? null;

/** An organization owes the report of a period where it was filed before the period ended, or nobody knows when. */
export const owesReport = (filedOn: PartialDate | null, period: ReportPeriod): boolean =>
  filedOn === null || filedOn <= period.endsOn;

/** How the report of a period stands. */
export const reportPeriodStanding = (
  { dueOn, endsOn }: Pick<ReportPeriod, 'dueOn' | 'endsOn'>,
  given: { readonly today: IsoDate; readonly reported: boolean; readonly owes: boolean },
): 'done' | 'not-owed' | 'running' | 'due' | 'overdue' => {
  if (given.reported) return 'done';
  if (!given.owes) return 'not-owed';
  if (given.today <= endsOn) return 'running';
  return given.today <= dueOn ? 'due' : 'overdue';
};
