import { z } from 'zod';
import { bulkChange, bulkEdit, bulkPreview } from '../domain/bulk-edit.ts';
import { bulkEditId, organizationId } from '../domain/ids.ts';
import { onArchive } from './base.ts';
import { organizationFilter } from './organizations.ts';

/** Which organizations: those that were ticked, or all that a filter shows. */
const chosen = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ids'), ids: z.array(organizationId).min(1).max(20_000) }),
  z.object({ by: z.literal('filter'), filter: organizationFilter }),
]);
export type BulkChoice = z.infer<typeof chosen>;

const input = z.object({ chosen, change: bulkChange });

/** One fact for many organizations (FEATURES B16): look first, change all at once, take it back as a whole. */
export const bulkContract = {
  preview: onArchive.input(input).output(bulkPreview),
  /** `count` is how many the person was shown to change. */
  apply: onArchive.input(input.extend({ count: z.int().min(1) })).output(bulkEdit),
  /** The last change that was not taken back; null where there is none. */
  last: onArchive.output(bulkEdit.nullable()),
  /** Takes it back, as a whole or not at all. */
  undo: onArchive.input(z.object({ id: bulkEditId })).output(z.object({ restored: z.int() })),
};
