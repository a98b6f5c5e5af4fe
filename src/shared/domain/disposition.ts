import { z } from 'zod';
import { isoDate } from './dates.ts';
import { dispositionType } from './dossier-record.ts';
import { communityId, organizationId, recordId } from './ids.ts';
import { organizationStatus } from './organization.ts';

/** One line of the street's list of dispositions (处理结果). */
export const dispositionRow = z.object({
  recordId,
  organizationId,
  organizationName: z.string(),
  communityName: z.string(),
  status: organizationStatus,
  occurredOn: isoDate,
  authority: z.string(),
  type: dispositionType,
  documentNumber: z.string().nullable(),
  title: z.string(),
  result: z.string(),
  deliveredOn: isoDate.nullable(),
  rectifyBy: isoDate.nullable(),
  rectifiedOn: isoDate.nullable(),
  /** Days past the deadline of an open rectification. */
  overdueDays: z.int(),
});
export type DispositionRow = z.infer<typeof dispositionRow>;

export const dispositionFilter = z.object({
  /** Part of an organization's name, a document number or a title. */
  text: z.string().max(60),
  types: z.array(dispositionType),
  authorities: z.array(z.string().max(60)).max(60),
  communityIds: z.array(communityId).max(500),
  /** Rectifications: all, those still open, those past their day. */
  rectification: z.enum(['open', 'overdue']).nullable(),
});
export type DispositionFilter = z.infer<typeof dispositionFilter>;

/** What a letter of commendation can say of an organization, counted (FEATURES F6). */
export const commendationFacts = z.object({
  /** Full years since it was filed, or founded where nobody knows that. */
  years: z.int().nullable(),
  members: z.int(),
  reports: z.int(),
  surveys: z.int(),
  /** Published disclosures of activities. */
  activities: z.int(),
  disclosures: z.int(),
});
export type CommendationFacts = z.infer<typeof commendationFacts>;
