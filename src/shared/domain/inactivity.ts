import { z } from 'zod';
import { isoDate, partialDate } from './dates.ts';
import { communityId, organizationId } from './ids.ts';
import { organizationStatus } from './organization.ts';

/** An organization that has given no sign of life for long (疑似僵尸), with the last of each sign (FEATURES F7). */
export const quietOrganization = z.object({
  organizationId,
  organizationName: z.string(),
  communityName: z.string(),
  status: organizationStatus,
  filedOn: partialDate.nullable(),
  memberCount: z.int(),
  lastReportOn: isoDate.nullable(),
  lastSurveyOn: isoDate.nullable(),
  lastDisclosureOn: isoDate.nullable(),
  lastActivityOn: isoDate.nullable(),
  lastRosterChangeOn: partialDate.nullable(),
  lastFilingStepOn: partialDate.nullable(),
  /** The newest of all; null where the archive knows of none. */
  lastSignOn: partialDate.nullable(),
});
export type QuietOrganization = z.infer<typeof quietOrganization>;

export const quietFilter = z.object({
  communityIds: z.array(communityId).max(500),
  /** Only those already marked as inactive, only those not, or both. */
  marked: z.boolean().nullable(),
});
export type QuietFilter = z.infer<typeof quietFilter>;
