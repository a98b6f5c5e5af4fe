import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { filingKind } from '../domain/filing.ts';
import { communityId, filingId } from '../domain/ids.ts';
import { onArchive } from './base.ts';

/** The two stages of a filing that have limits (DOMAIN 4): the committee's first review and the street's review. */
export const timedStage = z.enum(['committee', 'street']);
export type TimedStage = z.infer<typeof timedStage>;

/** `2026H1`: 1 January to 30 June. */
const half = z.string().regex(/^\d{4}H[12]$/);

/** One stage of one filing: when it was reached, when it was done, and whether within its limit. */
export const timedStep = z.object({
  filingId,
  filingKind,
  organizationName: z.string(),
  communityId,
  communityName: z.string(),
  stage: timedStage,
  reachedOn: isoDate,
  dueOn: isoDate,
  /** null while it waits; it is listed then only once it is late. */
  doneOn: isoDate.nullable(),
  /** Days of the limit's own kind from the day after it was reached. */
  days: z.int(),
  limitDays: z.int(),
  unit: z.enum(['working', 'calendar']),
  inTime: z.boolean(),
  half,
});
export type TimedStep = z.infer<typeof timedStep>;

/** Stages of a community, or of all, in a half-year. */
export const timedGroup = z.object({
  communityId: communityId.nullable(),
  communityName: z.string(),
  stage: timedStage,
  count: z.int(),
  inTime: z.int(),
  /** Percent, rounded down. */
  share: z.int(),
  averageDays: z.number(),
  longestDays: z.int(),
});
export type TimedGroup = z.infer<typeof timedGroup>;

export const timelinessFilter = z.object({
  /** Part of an organization's name. */
  text: z.string().max(60),
  /** null for all */
  half: half.nullable(),
  communityIds: z.array(communityId).max(500),
  stage: timedStage.nullable(),
  /** Only what was late. */
  lateOnly: z.boolean(),
});
export type TimelinessFilter = z.infer<typeof timelinessFilter>;

/** How long filings take against the limits of the rules; what was entered from old paper stays out (FEATURES A22). */
export const timelinessContract = {
  read: onArchive
    .input(timelinessFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(
      z.object({
        /** Half-years that there is something of, newest first. */
        halves: z.array(half).readonly(),
        /** All communities together, a line per stage, then each. */
        groups: z.array(timedGroup).readonly(),
        rows: z.array(timedStep).readonly(),
        total: z.int(),
      }),
    ),
  exportList: onArchive.input(timelinessFilter).output(z.file()),
};
