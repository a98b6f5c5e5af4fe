import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();
/** A day that weeks and months are counted from: far enough from both ends of the calendar. */
export const reckonedDay = isoDate.refine((day) => day >= '1900' && day < '3000', { error: 'out-of-range' });
/** A day known to the year, the month or the day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Paper often says no more. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const isoInstant = z.iso.datetime();

export type IsoDate = string;
export type PartialDate = string;
export type IsoInstant = string;
