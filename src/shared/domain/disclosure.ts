import { z } from 'zod';
import { isoDate } from './dates.ts';
import { disclosureSubject } from './dossier-record.ts';
import { communityId, organizationId, recordId } from './ids.ts';
import { personalDataKind } from './personal-data.ts';

/** What a search for personal data came to, before something is published (FEATURES E3). */
export const disclosureScreening = z.object({
  findings: z.array(
    z.object({
      kind: personalDataKind,
      /** Masked, with a few characters around it. */
      excerpt: z.string(),
      /** null: in the record itself */
      file: z.string().nullable(),
      place: z.string(),
    }),
  ),
  /** All that were found, also those beyond the first that are listed. */
  total: z.int(),
  /** Files that a person has to look at. */
  unread: z.array(
    z.object({
      file: z.string(),
      reason: z.enum(['encrypted', 'too-large', 'damaged', 'unsafe', 'picture', 'unknown-format']),
    }),
  ),
});
export type DisclosureScreening = z.infer<typeof disclosureScreening>;

/** A planned disclosure of one organization and how it stands. */
export const plannedDisclosureState = z.object({
  subject: disclosureSubject,
  period: z.string(),
  /** e.g. 2026 年上半年财务收支 */
  label: z.string(),
  endsOn: isoDate,
  dueOn: isoDate,
  state: z.enum(['done', 'running', 'due', 'overdue', 'not-owed']),
  recordId: recordId.nullable(),
});
export type PlannedDisclosureState = z.infer<typeof plannedDisclosureState>;

/** A planned disclosure that an organization has not made in time. */
export const overdueDisclosure = z.object({
  organizationId,
  organizationName: z.string(),
  communityName: z.string(),
  subject: disclosureSubject,
  /** Subject and period, as the plan knows them. */
  mark: z.string(),
  label: z.string(),
  dueOn: isoDate,
  overdueDays: z.int(),
});
export type OverdueDisclosure = z.infer<typeof overdueDisclosure>;

/** An objection to a disclosure that nobody has answered yet. */
export const openObjection = z.object({
  organizationId,
  organizationName: z.string(),
  recordId,
  title: z.string(),
  receivedOn: isoDate,
  body: z.string(),
  waitingDays: z.int(),
});
export type OpenObjection = z.infer<typeof openObjection>;

/** One thing to be posted on a community's notice board. */
export const noticeBoardItem = z.object({
  kind: z.enum(['public-notice', 'filing-result', 'exit-result', 'survey-result', 'disclosure']),
  organizationId,
  organizationName: z.string(),
  title: z.string(),
  from: isoDate,
  to: isoDate.nullable(),
  place: z.string().nullable(),
  means: z.string().nullable(),
});
export type NoticeBoardItem = z.infer<typeof noticeBoardItem>;

/** 每周张贴: what hangs on the notice board of a community in a week, Monday to Sunday. */
export const noticeBoard = z.object({
  communityId,
  communityName: z.string(),
  items: z.array(noticeBoardItem),
});
export type NoticeBoard = z.infer<typeof noticeBoard>;
