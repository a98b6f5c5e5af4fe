import { z } from 'zod';
import { isoInstant } from './dates.ts';
import { bulkEditId, customFieldId, organizationId } from './ids.ts';
import { categoryScheme, fallbackPartyKind } from './organization.ts';

const words = (max: number) => z.string().trim().min(1).max(max).nullable();

/** One fact to be given to many organizations; null takes it away. */
export const bulkChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('category'), scheme: categoryScheme, value: words(40) }),
  z.object({
    field: z.literal('fallback-party'),
    value: z.object({ kind: fallbackPartyKind, name: z.string().trim().min(1).max(60) }).nullable(),
  }),
  z.object({ field: z.literal('party-adviser'), value: words(30) }),
  z.object({ field: z.literal('contact-name'), value: words(30) }),
  z.object({ field: z.literal('contact-phone'), value: words(30) }),
  z.object({ field: z.literal('activity-area'), value: words(120) }),
  z.object({ field: z.literal('remark'), value: words(500) }),
  z.object({ field: z.literal('custom'), fieldId: customFieldId, value: words(200) }),
]);
export type BulkChange = z.infer<typeof bulkChange>;
export type BulkField = BulkChange['field'];

/**
 * What becomes of an organization: it gets the value, has it already, or stays because its dossier is sealed, a filing
 * works on its facts, or the fact is filed and a change of it is a change filing (policy Art. 2(4)).
 */
export const bulkOutcome = z.enum(['changes', 'same', 'sealed', 'filing-open', 'needs-change-filing']);
export type BulkOutcome = z.infer<typeof bulkOutcome>;

export const bulkLine = z.object({
  organizationId,
  name: z.string(),
  outcome: bulkOutcome,
  /** In words, phones masked. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type BulkLine = z.infer<typeof bulkLine>;

export const bulkPreview = z.object({
  total: z.int(),
  counts: z.record(bulkOutcome, z.int()),
  /** Some of each outcome, the changing first. */
  sample: z.array(bulkLine).readonly(),
});
export type BulkPreview = z.infer<typeof bulkPreview>;

/** A bulk change that was made and can still be looked at. */
export const bulkEdit = z.object({
  id: bulkEditId,
  field: z.string(),
  value: z.string().nullable(),
  organizations: z.int(),
  editedAt: isoInstant,
});
export type BulkEdit = z.infer<typeof bulkEdit>;
