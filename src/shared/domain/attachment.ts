import { z } from 'zod';
import { isoInstant } from './dates.ts';
import { attachmentId } from './ids.ts';

/** A scanned paper kept in the archive: original bytes, encrypted, known by the SHA-256 of the clear bytes. */
export const attachment = z.object({
  id: attachmentId,
  fileName: z.string(),
  mediaType: z.string(),
  byteLength: z.number(),
  sha256: z.string(),
  addedAt: isoInstant,
});
export type Attachment = z.infer<typeof attachment>;
