import { z } from 'zod';
import { calendarYear, type CalendarYear } from '../../../shared/domain/working-days.ts';
import type { Reader, Writer } from '../archive-store.ts';

const days = z.object({ daysOff: calendarYear.shape.daysOff, daysWorked: calendarYear.shape.daysWorked });

/** Years that the office imported; they count instead of the shipped ones. */
export const listImportedCalendars = (reader: Reader): readonly CalendarYear[] =>
  reader
    .all<{ year: number; days: string }>('SELECT year, days FROM working_day_calendars ORDER BY year')
    .map((row) => ({ year: row.year, ...days.parse(JSON.parse(row.days)) }));

/** Inserts or replaces a year. */
export const saveCalendar = (writer: Writer, { year, daysOff, daysWorked }: CalendarYear): void => {
  writer.run(
    'INSERT INTO working_day_calendars (year, days) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET days = excluded.days',
    [year, JSON.stringify({ daysOff, daysWorked })],
  );
};
