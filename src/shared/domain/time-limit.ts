import { addDays, daysBetween } from './calendar-days.ts';
import type { IsoDate } from './dates.ts';
import type { TimeLimit } from './rule-pack.ts';
import { addWorkingDays, workingDaysBetween, type WorkingDayCalendar } from './working-days.ts';

/** The day `count` days of the unit after `day`; the day itself is not counted. */
export const addCountedDays = (
  calendar: WorkingDayCalendar,
  unit: TimeLimit['unit'],
  day: IsoDate,
  count: number,
): IsoDate => (unit === 'working' ? addWorkingDays(calendar, day, count) : addDays(day, count));

/** Days of the unit after `from` up to and including `to`; never negative. */
export const countedDaysBetween = (
  calendar: WorkingDayCalendar,
  unit: TimeLimit['unit'],
  from: IsoDate,
  to: IsoDate,
): number =>
  unit === 'working' ? workingDaysBetween(calendar, from, to) : Math.max(0, daysBetween(from, to));

/** Last day on which a limit that starts to run on `from` is kept; null where the rule pack sets none (0 days). */
export const lastDayOf = (calendar: WorkingDayCalendar, limit: TimeLimit, from: IsoDate): IsoDate | null =>
  limit.days === 0 ? null : addCountedDays(calendar, limit.unit, from, limit.days);
