import { z } from 'zod';
import { attachment } from './attachment.ts';
import { isoInstant } from './dates.ts';
import { dossierPart } from './dossier.ts';
import { dossierFileId, organizationId, recordId } from './ids.ts';

/** A paper of the dossier with all its versions; the newest is the one in force. */
export const dossierFile = z.object({
  id: dossierFileId,
  organizationId,
  part: dossierPart,
  /** The record that it proves; null for a paper of the part as a whole. */
  recordId: recordId.nullable(),
  title: z.string(),
  note: z.string().nullable(),
  createdAt: isoInstant,
  /** Newest first. */
  versions: z
    .array(z.object({ version: z.int(), attachment, note: z.string().nullable() }))
    .min(1)
    .readonly(),
});
export type DossierFile = z.infer<typeof dossierFile>;

/** Where the same bytes are kept already. */
export const sameFile = z.object({ title: z.string(), organizationName: z.string() });
export type SameFile = z.infer<typeof sameFile>;
