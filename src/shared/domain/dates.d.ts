import { z } from 'zod';
/** A calendar day, `YYYY-MM-DD`. */
export declare const isoDate: z.ZodISODate;
/** A day known to the year, the month or the day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Paper often says no more. */
export declare const partialDate: z.ZodString;
/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export declare const isoInstant: z.ZodISODateTime;
export type IsoDate = string;
export type PartialDate = string;
export type IsoInstant = string;
