import { z } from 'zod';
import { dossierPart } from './dossier.ts';
import { isoDate } from './dates.ts';
import { officePartId, organizationId } from './ids.ts';

/** What an inspection dossier (检查卷) of one organization is to hold. */
export const inspectionChoice = z.object({
  organizationId,
  /** Everything, or what everybody may read: then no scan, because none can be masked. */
  version: z.enum(['full', 'public']),
  /** Items of these days; null leaves that end open. */
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  /** null: all, those of the office as well. */
  parts: z
    .array(z.union([dossierPart, officePartId]))
    .min(1)
    .max(30)
    .nullable(),
  /** Papers that the application prints: of every item, of those without a scan, or none. */
  made: z.enum(['all', 'unscanned', 'none']),
  /** Lay the archive stamp over the first page of what was archived; what is kept stays as it is. */
  stamped: z.boolean(),
});
export type InspectionChoice = z.infer<typeof inspectionChoice>;

export const inspectionRequest = inspectionChoice
  .extend({
    actor: z.string().trim().min(1).max(30),
    /** What the full version is for: it goes into the log of numbers that were shown. */
    purpose: z.string().trim().max(200),
  })
  .refine(({ version, purpose }) => version === 'public' || purpose !== '', {
    path: ['purpose'],
    error: 'missing',
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'before-from',
  });
export type InspectionRequest = z.infer<typeof inspectionRequest>;

/** Why a paper stands in the dossier by its name alone. */
export const inspectionGapReason = z.enum([
  'encrypted',
  'damaged',
  'too-large',
  'too-long',
  'no-preview',
  'lost',
  'incomplete',
  'public-only',
  'empty',
]);
export type InspectionGapReason = z.infer<typeof inspectionGapReason>;

/** A paper that could not go into the dossier, or not as it is. */
export const inspectionProblem = z.object({
  item: z.string(),
  paper: z.string(),
  reason: inspectionGapReason,
});
export type InspectionProblem = z.infer<typeof inspectionProblem>;

export const inspectionOutcome = z.object({
  fileId: z.string(),
  fileName: z.string(),
  byteLength: z.int(),
  pages: z.int(),
  items: z.int(),
  problems: z.array(inspectionProblem),
});
export type InspectionOutcome = z.infer<typeof inspectionOutcome>;

/** Bytes of a dossier that are handed over at a time. */
export const inspectionPieceBytes = 8 * 1024 * 1024;
