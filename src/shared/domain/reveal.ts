import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { organizationId, personId } from './ids.ts';

/** How long numbers stand in clear on a screen. */
export const revealSeconds = 60;

export const revealReason = z.enum([
  'verify-identity', // 核对身份
  'contact', // 联系本人
  'filing', // 办理备案
  'inspection', // 上级检查
  'correction', // 更正差错
  'other', // 其他
]);
export type RevealReason = z.infer<typeof revealReason>;

/** Whose numbers: one person's, or those of a roster of a day (null: today's). */
export const revealTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId }),
  z.object({ kind: z.literal('roster'), organizationId, asOf: isoDate.nullable() }),
]);
export type RevealTarget = z.infer<typeof revealTarget>;

export const revealRequest = z
  .object({
    target: revealTarget,
    actor: z.string().trim().min(1).max(30),
    reason: revealReason,
    note: z.string().trim().max(200).nullable(),
  })
  .refine(({ reason, note }) => reason !== 'other' || (note ?? '') !== '', {
    path: ['note'],
    error: 'missing',
  });
export type RevealRequest = z.infer<typeof revealRequest>;

/** The only shape in which an identity number, a phone or an address leaves the core in clear. */
export const revealedPerson = z.object({
  personId,
  name: z.string(),
  identityNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
});
export type RevealedPerson = z.infer<typeof revealedPerson>;

/** One line of the log. Each hash covers the line and the hash before it: a line that is changed or missing shows. */
export const revealEntry = z.object({
  sequence: z.int(),
  at: isoInstant,
  actor: z.string(),
  reason: revealReason,
  note: z.string().nullable(),
  subject: z.enum(['person', 'roster']),
  subjectName: z.string(),
  /** How many people's numbers were shown. */
  people: z.int(),
});
export type RevealEntry = z.infer<typeof revealEntry>;
