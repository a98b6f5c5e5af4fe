import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { documentKind } from './document.ts';
import { organizationId, sealMonth, sealPictureId } from './ids.ts';

/** What a picture of a seal must keep to; smallest resolution on paper in dots per inch. */
export const sealPictureLimits = { bytes: 2 * 1024 * 1024, sidePx: 2400, dpi: 300 } as const;

/** Diameter in millimetres: 42 for offices below the county (国发〔1999〕25 号); nobody's is larger than 45 but a state's. */
export const sealDiameter = z.number().min(30).max(45);
export const usualSealDiameterMm = 42;

const clerk = z.string().trim().min(1).max(30);
const words = z.string().trim().min(1).max(200);

/** The picture in use. Its bytes never leave the core but on a paper. */
export const sealPictureFacts = z.object({
  id: sealPictureId,
  /** The seal's own name, e.g. 新河街道办事处（公章）. */
  name: z.string(),
  diameterMm: z.number(),
  dpi: z.int(),
  addedAt: isoInstant,
  addedBy: z.string(),
});
export type SealPictureFacts = z.infer<typeof sealPictureFacts>;

export const sealPictureInput = z.object({
  name: z.string().trim().min(1).max(60),
  diameterMm: sealDiameter,
  by: clerk,
  reason: words,
});

/** Whether papers may be printed with the picture: off until somebody answers for it. */
export const sealPermission = z.object({
  allowed: z.boolean(),
  by: z.string(),
  reason: z.string(),
  at: isoInstant,
});
export type SealPermission = z.infer<typeof sealPermission>;

export const sealPermissionInput = z.object({
  allowed: z.boolean(),
  by: clerk,
  reason: words,
  /** The person has read that the picture is no electronic seal. */
  confirmed: z.literal(true),
});

/** Asked before each print with the picture; it goes into the register. */
export const sealRequest = z.object({
  usedBy: clerk,
  approvedBy: clerk,
  purpose: words,
  confirmed: z.literal(true),
});
export type SealRequest = z.infer<typeof sealRequest>;

/** picture: laid over a print; hand: the real seal on paper. */
export const sealMethod = z.enum(['picture', 'hand']);
export type SealMethod = z.infer<typeof sealMethod>;

/** One line of 用印登记. Lines are struck through with a reason, never taken away. */
export const sealUse = z.object({
  sequence: z.int(),
  usedOn: isoDate,
  method: sealMethod,
  sealName: z.string(),
  documentKind: documentKind.nullable(),
  organizationId: organizationId.nullable(),
  organizationName: z.string().nullable(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  copies: z.int(),
  usedBy: z.string(),
  approvedBy: z.string(),
  purpose: z.string(),
  recordedAt: isoInstant,
  struck: z.object({ by: z.string(), reason: z.string(), at: isoInstant }).nullable(),
});
export type SealUse = z.infer<typeof sealUse>;

/** A use of the real seal, entered by hand. */
export const handUseInput = z.object({
  usedOn: isoDate,
  sealName: z.string().trim().min(1).max(60),
  title: words,
  documentNumber: z.string().trim().min(1).max(60).nullable(),
  organizationId: organizationId.nullable(),
  copies: z.int().min(1).max(999),
  usedBy: clerk,
  approvedBy: clerk,
  purpose: words,
});
export type HandUseInput = z.infer<typeof handUseInput>;

export const sealUseFilter = z.object({
  text: z.string().max(60),
  month: sealMonth.nullable(),
  method: sealMethod.nullable(),
});
export type SealUseFilter = z.infer<typeof sealUseFilter>;
