import { z } from 'zod';
import { isoInstant } from './dates.ts';
import { heldAttachment, paperTarget } from './dossier-file.ts';
import { inboxItemId, organizationId, storagePlaceId } from './ids.ts';

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

/** What came of looking for a paper code on a scan. */
export const scanFinding = z.enum([
  /** A code of ours. */
  'code',
  /** No code on it. */
  'none',
  /** A code of another archive. */
  'foreign',
  /** Codes of several papers on one page, or of several in a picture that cannot be parted. */
  'several',
  /** A scan of several papers that was parted; each part is an item of its own. */
  'parted',
  /** A code of ours, of something that is no longer in the archive. */
  'gone',
  /** A code of ours, of a dossier that is sealed. */
  'sealed',
  /** A code of ours, of something that was archived and is locked. */
  'archived',
  /** A code of ours, on a paper that belongs to no single organization. */
  'nowhere',
  /** Nothing that can hold a code, e.g. a Word file. */
  'not-a-scan',
  'encrypted',
  'damaged',
  'too-large',
  'too-long',
]);
export type ScanFinding = z.infer<typeof scanFinding>;

export const scanReading = z.object({
  finding: scanFinding,
  /** How many pages were seen; 0 where it could not be opened. */
  pages: z.int(),
  /** The place whose label or list this is, where it is one. */
  placeId: storagePlaceId.optional(),
});
export type ScanReading = z.infer<typeof scanReading>;

export const inboxItem = z.object({
  id: inboxItemId,
  paper: heldAttachment,
  receivedAt: isoInstant,
  state: inboxState,
  suggestion: inboxSuggestion.nullable(),
  filedAs: paperTarget.nullable(),
  settledAt: isoInstant.nullable(),
  /** Null while nobody has looked at it yet. */
  reading: scanReading.nullable(),
  /** Of a part: the scan it was taken from, and its pages there, from 1. */
  parent: z.object({ id: inboxItemId, fileName: z.string(), from: z.int(), to: z.int() }).nullable(),
});
export type InboxItem = z.infer<typeof inboxItem>;

/** A place in the words of the screen. */
export const placeWords = z.object({
  organizationId,
  organizationName: z.string(),
  /** e.g. 备案材料 · 居（村）委会初审通过 */
  place: z.string(),
});
export type PlaceWords = z.infer<typeof placeWords>;

/** An item with the places it names, in words; null where it names none, or one that is gone. */
export const inboxRow = z.object({
  item: inboxItem,
  filedAs: placeWords.nullable(),
  suggested: placeWords.nullable(),
});
export type InboxRow = z.infer<typeof inboxRow>;

/** Where a paper of an organization can be filed. */
export const inboxPlace = z.object({ target: paperTarget, words: placeWords });
export type InboxPlace = z.infer<typeof inboxPlace>;

/** How an item stands to a clerk's eye; null while nobody has looked at it. */
export type ScanStanding = ScanFinding | 'taken-back' | 'by-hand';

export const standingOf = ({ state, reading }: Pick<InboxItem, 'state' | 'reading'>): ScanStanding | null => {
  if (reading === null) return null;
  if (state === 'waiting' && reading.finding === 'code') return 'taken-back';
  const byItself = reading.finding === 'code' || reading.finding === 'parted';
  return state === 'filed' && !byItself ? 'by-hand' : reading.finding;
};
