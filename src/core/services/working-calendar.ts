import shipped from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import {
  readCalendarFile,
  workingDayCalendar,
  type CalendarYear,
  type WorkingDayCalendar,
} from '../../shared/domain/working-days.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { listImportedCalendars, saveCalendar } from '../db/repositories/working-day-calendars.ts';
import type { OpenArchive } from '../open-archive.ts';

const inYear = (table: Readonly<Record<string, unknown>>, year: string): string[] =>
  Object.keys(table).filter((day) => day.startsWith(`${year}-`));

/** The announced years that the `chinese-days` package carries. */
const shippedYears: readonly CalendarYear[] = [
  ...new Set(Object.keys(shipped.holidays).map((day) => day.slice(0, 4))),
].map((year) => ({
  year: Number(year),
  daysOff: inYear(shipped.holidays, year),
  daysWorked: inYear(shipped.workdays, year),
}));

/** The national calendar of working days: the shipped years, and over them the years that the office imported. */
export const workingCalendar = (reader: Reader): WorkingDayCalendar =>
  workingDayCalendar([...shippedYears, ...listImportedCalendars(reader)]);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CodedError('CALENDAR_INVALID', { reason: '不是 JSON 文件' }, { cause: error });
  }
};

/**
 * Takes in the calendar of one year, instead of what was known of that year.
 *
 * @returns the year, and how many of its days differ from Monday to Friday
 * @throws CodedError CALENDAR_INVALID
 */
export const importCalendar = async (
  { store }: OpenArchive,
  text: string,
): Promise<{ readonly year: number; readonly days: number }> => {
  const calendar = readCalendarFile(parsed(text));
  await store.write((writer) => saveCalendar(writer, calendar));
  return { year: calendar.year, days: calendar.daysOff.length + calendar.daysWorked.length };
};
