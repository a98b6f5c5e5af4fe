import { CodedError } from '../errors.ts';
import { addDays } from './calendar-days.ts';
import type { IsoDate } from './dates.ts';
import type { PublicNotice } from './filing.ts';
import type { TimeLimit } from './rule-pack.ts';
import { addCountedDays, countedDaysBetween } from './time-limit.ts';
import type { WorkingDayCalendar } from './working-days.ts';

/** How the rule pack counts the days of a notice. */
export interface NoticeClock {
  readonly calendar: WorkingDayCalendar;
  readonly unit: TimeLimit['unit'];
}

/** Last day of a notice that hangs from `startsOn` for `days` days, the first one counted. */
export const noticeEnd = ({ calendar, unit }: NoticeClock, startsOn: IsoDate, days: number): IsoDate =>
  addCountedDays(calendar, unit, addDays(startsOn, -1), days);

/** Hangs out a notice (公示, policy Art. 2(2) and Art. 3). */
export const startNotice = (
  clock: NoticeClock,
  startsOn: IsoDate,
  { place, method, days }: { readonly place: string; readonly method: string; readonly days: number },
): PublicNotice => ({
  startsOn,
  endsOn: noticeEnd(clock, startsOn, days),
  days,
  place,
  method,
  pausedOn: null,
});

/**
 * Stops the clock on the day of an objection; `endsOn` is only known again once it is resolved. A further objection
 * finds it stopped, and stops it earlier where it came in earlier.
 *
 * @throws CodedError STEP_DATE_INVALID for a day before the notice began
 */
export const pauseNotice = (notice: PublicNotice, on: IsoDate): PublicNotice => {
  if (on < notice.startsOn) throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
  return { ...notice, pausedOn: notice.pausedOn !== null && notice.pausedOn < on ? notice.pausedOn : on };
};

/**
 * Lets the clock run again: the days that were left when it stopped are served after `on`. The day of the objection
 * counts as served; an objection after the last day leaves the end where it was.
 *
 * @throws CodedError STEP_DATE_INVALID for a day before the objection
 */
export const resumeNotice = (
  { calendar, unit }: NoticeClock,
  notice: PublicNotice,
  on: IsoDate,
): PublicNotice => {
  if (notice.pausedOn === null) return notice;
  if (on < notice.pausedOn) throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
  const left = countedDaysBetween(calendar, unit, notice.pausedOn, notice.endsOn);
  const endsOn = left === 0 ? notice.endsOn : addCountedDays(calendar, unit, on, left);
  return { ...notice, endsOn, pausedOn: null };
};

/** True on the first day after the last one, and only while no objection stops the clock. */
export const noticeHasEnded = (notice: PublicNotice, on: IsoDate): boolean =>
  notice.pausedOn === null && on > notice.endsOn;
