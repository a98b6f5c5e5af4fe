import { z } from 'zod';
import { isoInstant } from './dates.ts';
import { heldAttachment, paperTarget } from './dossier-file.ts';
import { inboxItemId } from './ids.ts';

/** A scan that came in without anybody saying where it belongs. */
export const inboxState = z.enum(['waiting', 'filed', 'set-aside']);
export type InboxState = z.infer<typeof inboxState>;

/** Where a scan probably belongs, and how that is known; made by whoever reads the scan. */
export const inboxSuggestion = z.object({
  target: paperTarget.nullable(),
  /** In the clerk's words, e.g. 读出备案表的二维码. */
  reason: z.string().max(300),
});
export type InboxSuggestion = z.infer<typeof inboxSuggestion>;

export const inboxItem = z.object({
  id: inboxItemId,
  paper: heldAttachment,
  receivedAt: isoInstant,
  state: inboxState,
  suggestion: inboxSuggestion.nullable(),
  filedAs: paperTarget.nullable(),
  settledAt: isoInstant.nullable(),
});
export type InboxItem = z.infer<typeof inboxItem>;
