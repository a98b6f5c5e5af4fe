import { z } from 'zod';
import { isoInstant } from './dates.ts';
import { organizationId } from './ids.ts';

/** What a look at stored bytes came to: they have the digest they came in with, are gone, or are something else. */
export const fixityOutcome = z.enum(['sound', 'missing', 'damaged']);
export type FixityOutcome = z.infer<typeof fixityOutcome>;

/** Where a paper whose bytes are not sound is used. */
export const fixityTrouble = z.object({
  sha256: z.string(),
  outcome: fixityOutcome.exclude(['sound']),
  checkedAt: isoInstant,
  fileName: z.string(),
  /** Null for a scan that waits in the inbox. */
  organizationId: organizationId.nullable(),
  organizationName: z.string().nullable(),
  title: z.string(),
});
export type FixityTrouble = z.infer<typeof fixityTrouble>;

/** How the stored bytes stand (FEATURES B5). Counts are of different bytes, not of papers. */
export const fixityState = z.object({
  /** Every so many days all bytes are looked at again. */
  days: z.int(),
  total: z.int(),
  byteLength: z.number(),
  sound: z.int(),
  damaged: z.int(),
  missing: z.int(),
  /** Came in, were hashed then, and have not been looked at since. */
  unchecked: z.int(),
  /** Looked at too long ago. */
  due: z.int(),
  /** The oldest look, or the oldest intake where there was none; null without papers. */
  oldestAt: isoInstant.nullable(),
  /** When a look at everything was begun that is not finished. */
  unfinishedSince: isoInstant.nullable(),
  troubles: z.array(fixityTrouble).readonly(),
});
export type FixityState = z.infer<typeof fixityState>;
