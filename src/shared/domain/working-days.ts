import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { addDays, weekdayOf } from './calendar-days.ts';
import { isoDate, type IsoDate } from './dates.ts';

/**
 * One year of the national calendar: the weekdays that are off and the weekend days that are worked (调休).
 * The State Council announces a year late in the year before, so every year is a file of its own.
 */
export const calendarYear = z.object({
  year: z.int().min(1949).max(2199),
  daysOff: z.array(isoDate).max(366),
  daysWorked: z.array(isoDate).max(366),
});
export type CalendarYear = z.infer<typeof calendarYear>;

/** The exchange file of a year. */
export const calendarFile = calendarYear.extend({
  format: z.literal('hub-archive-calendar'),
  version: z.literal(1),
});

/** The days that differ from Monday to Friday, over all known years. */
export interface WorkingDayCalendar {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<IsoDate>;
  readonly worked: ReadonlySet<IsoDate>;
}

/** Joins years into one calendar; of two entries for a year the later one counts whole. */
export const workingDayCalendar = (years: readonly CalendarYear[]): WorkingDayCalendar => {
  const byYear = new Map(years.map((entry) => [entry.year, entry]));
  const entries = [...byYear.values()];
  return {
    years: new Set(byYear.keys()),
    off: new Set(entries.flatMap(({ daysOff }) => daysOff)),
    worked: new Set(entries.flatMap(({ daysWorked }) => daysWorked)),
  };
};

/** In a year that no calendar covers, Monday to Friday are taken as worked. */
export const isWorkingDay = (calendar: WorkingDayCalendar, day: IsoDate): boolean =>
  calendar.worked.has(day) || (!calendar.off.has(day) && weekdayOf(day) <= 5);

/** The `count`th working day after `day`; the day itself is not counted. 0 gives the day itself, worked or not. */
export const addWorkingDays = (calendar: WorkingDayCalendar, day: IsoDate, count: number): IsoDate => {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
};

/** The day itself where it is worked, else the last working day before it. */
export const lastWorkingDayUpTo = (calendar: WorkingDayCalendar, day: IsoDate): IsoDate => {
  let reached = day;
  while (!isWorkingDay(calendar, reached)) reached = addDays(reached, -1);
  return reached;
};

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export const workingDaysBetween = (calendar: WorkingDayCalendar, from: IsoDate, to: IsoDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
};

/** The yearly file of the `chinese-days` collection: named holidays and worked weekend days by date. */
const holidayTable = z.object({
  holidays: z.record(isoDate, z.string()),
  workdays: z.record(isoDate, z.string()),
});

const allIn = (year: number, days: readonly IsoDate[]): boolean =>
  days.every((day) => day.startsWith(`${year}-`));

/**
 * Reads a yearly calendar: our own exchange file, or a table of holidays and workdays as the `chinese-days`
 * project publishes it.
 *
 * @throws CodedError CALENDAR_INVALID when it is neither, spans several years or contradicts itself
 */
export const readCalendarFile = (content: unknown): CalendarYear => {
  const own = calendarFile.safeParse(content);
  const table = holidayTable.safeParse(content);
  if (!own.success && !table.success) throw new CodedError('CALENDAR_INVALID', { reason: '格式不认识' });

  const daysOff = own.success ? own.data.daysOff : Object.keys(table.data?.holidays ?? {});
  const daysWorked = own.success ? own.data.daysWorked : Object.keys(table.data?.workdays ?? {});
  const year = own.success ? own.data.year : Number(daysOff[0]?.slice(0, 4) ?? 0);

  if (daysOff.length === 0) throw new CodedError('CALENDAR_INVALID', { reason: '没有放假日' });
  if (!allIn(year, [...daysOff, ...daysWorked])) {
    throw new CodedError('CALENDAR_INVALID', { reason: '日期不在同一年' });
  }
  if (daysWorked.some((day) => daysOff.includes(day))) {
    throw new CodedError('CALENDAR_INVALID', { reason: '同一天又放假又上班' });
  }
  return { year, daysOff: [...new Set(daysOff)].sort(), daysWorked: [...new Set(daysWorked)].sort() };
};
