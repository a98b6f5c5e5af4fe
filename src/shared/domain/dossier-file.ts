import { z } from 'zod';
import { attachment } from './attachment.ts';
import { isoInstant } from './dates.ts';
import { dossierPart } from './dossier.ts';
import { filingAction, filingKind } from './filing.ts';
import { dossierFileId, filingId, officePartId, organizationId, recordId } from './ids.ts';
import { attachmentWarning } from './attachment-kind.ts';

/** One of the five parts of policy Art. 2, or one that the office has added (包含但不限于). */
const filePart = z.union([dossierPart, officePartId]);
export type FilePart = z.infer<typeof filePart>;

/** A paper that the office wants in every dossier: one of this part whose title has these words. */
export const requiredPaper = z.object({ part: filePart, title: z.string().trim().min(1).max(40) });
export type RequiredPaper = z.infer<typeof requiredPaper>;

/** A part that an office keeps besides the five. */
export const officePart = z.object({
  id: officePartId,
  name: z.string().trim().min(1).max(20),
  /** Kept for the papers in it, but offered no more. */
  retired: z.boolean(),
});
export type OfficePart = z.infer<typeof officePart>;

/** As the office writes them down, in its order; a new one has no id yet. */
export const officePartInput = officePart.extend({ id: officePartId.nullable() });
export type OfficePartInput = z.infer<typeof officePartInput>;

/** An attachment with what it carries that is never run. */
export const heldAttachment = attachment.extend({ warnings: z.array(attachmentWarning).readonly() });
export type HeldAttachment = z.infer<typeof heldAttachment>;

/** A paper of the dossier with all its versions; the newest is the one in force. */
export const dossierFile = z.object({
  id: dossierFileId,
  organizationId,
  part: filePart,
  /** The record that it proves; null for a paper of the part as a whole. */
  recordId: recordId.nullable(),
  title: z.string(),
  note: z.string().nullable(),
  createdAt: isoInstant,
  /** Newest first. */
  versions: z
    .array(z.object({ version: z.int(), attachment: heldAttachment, note: z.string().nullable() }))
    .min(1)
    .readonly(),
});
export type DossierFile = z.infer<typeof dossierFile>;

/** A scan that came in with a filing; it belongs to its filing and is shown among the papers of the first part. */
export const filingScan = z.object({
  attachment: heldAttachment,
  filingId,
  filingKind,
  /** The step that it proves; null for a material of the filing as a whole. */
  action: filingAction.nullable(),
});
export type FilingScan = z.infer<typeof filingScan>;

export const dossierPapers = z.object({
  files: z.array(dossierFile).readonly(),
  scans: z.array(filingScan).readonly(),
});
export type DossierPapers = z.infer<typeof dossierPapers>;

/** Where the same bytes are kept already. */
export const sameFile = z.object({ title: z.string(), organizationId, organizationName: z.string() });
export type SameFile = z.infer<typeof sameFile>;

const title = z.string().trim().min(1).max(120);
const note = z.string().trim().max(500).nullable();

/** What is said of a paper. */
export const fileFacts = z.object({ part: filePart, recordId: recordId.nullable(), title, note });
export type FileFacts = z.infer<typeof fileFacts>;

/** Where a paper goes: into a part of a dossier, perhaps as the next version of a paper there, or to a filing's step. */
export const paperTarget = z.discriminatedUnion('to', [
  fileFacts.extend({ to: z.literal('dossier'), organizationId }),
  z.object({ to: z.literal('version'), fileId: dossierFileId, note }),
  z.object({
    to: z.literal('filing'),
    filingId,
    /** Sequence of the step that it proves; null for the filing as a whole. */
    step: z.int().nullable(),
  }),
]);
export type PaperTarget = z.infer<typeof paperTarget>;
