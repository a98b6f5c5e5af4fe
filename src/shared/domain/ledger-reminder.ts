import { addDays, daysBetween } from './calendar-days.ts';
import type { IsoDate } from './dates.ts';
import type { LedgerReminder, SubmissionStanding } from './ledger.ts';
import type { LedgerPeriod } from './ledger-period.ts';
import { lastWorkingDayUpTo, workingDaysBetween, type WorkingDayCalendar } from './working-days.ts';

/** Nothing is left to do for these. */
const settled: readonly SubmissionStanding[] = ['handed-over', 'accepted'];

/** After so many days a period that never went in is not asked for any more: it may have gone in on paper. */
const mostDaysLate = 60;

/**
 * The days on which a reminder begins: so many days before the due day, and the working day before where nobody is at
 * work then.
 */
export const reminderDates = (
  dueOn: IsoDate,
  reminderDays: readonly number[],
  calendar: WorkingDayCalendar,
): readonly IsoDate[] =>
  [...reminderDays].sort((a, b) => b - a).map((days) => lastWorkingDayUpTo(calendar, addDays(dueOn, -days)));

/** What to say of a period today; null while it is early, once it went in, or long after. */
export const dueReminder = (
  { code, dueOn, standing }: Pick<LedgerPeriod, 'code' | 'dueOn'> & { readonly standing: SubmissionStanding },
  {
    reminderDays,
    calendar,
    today,
  }: {
    readonly reminderDays: readonly number[];
    readonly calendar: WorkingDayCalendar;
    readonly today: IsoDate;
  },
): LedgerReminder | null => {
  if (settled.includes(standing)) return null;
  const [first] = reminderDates(dueOn, reminderDays, calendar);
  const daysLeft = daysBetween(today, dueOn);
  if (standing !== 'returned' && (first === undefined || today < first || daysLeft < -mostDaysLate))
    return null;
  return {
    period: code,
    dueOn,
    lastWorkingDay: lastWorkingDayUpTo(calendar, dueOn),
    daysLeft,
    workingDaysLeft: workingDaysBetween(calendar, today, dueOn),
    standing,
  };
};
