import type { IsoDate } from './dates.ts';

const millisecondsPerDay = 86_400_000;

const midnight = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`);

/** The day `count` calendar days later (earlier where negative). */
export const addDays = (day: IsoDate, count: number): IsoDate =>
  new Date(midnight(day) + count * millisecondsPerDay).toISOString().slice(0, 10);

/** Calendar days from `from` to `to`; negative where `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((midnight(to) - midnight(from)) / millisecondsPerDay);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: IsoDate): number => new Date(midnight(day)).getUTCDay() || 7;

/** The same day of the month `count` months later, or that month's last day where it is shorter. */
export const addMonths = (day: IsoDate, count: number): IsoDate => {
  const date = new Date(midnight(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count + 1, 0);
  return addDays(date.toISOString().slice(0, 10), Math.min(0, wanted - date.getUTCDate()));
};
