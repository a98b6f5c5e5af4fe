import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { organizationId, personId, restrictionId } from '../domain/ids.ts';
import { onArchive } from './base.ts';

/** A person whom the office keeps from answering for an organization; the identity number only masked. */
export const restrictedPerson = z.object({
  id: restrictionId,
  name: z.string(),
  maskedIdentityNumber: z.string().nullable(),
  reason: z.string(),
  source: z.string().nullable(),
  since: isoDate.nullable(),
});
export type RestrictedPerson = z.infer<typeof restrictedPerson>;

export const eligibilityContract = {
  /** Hints on a person who is to answer for an organization (FEATURES A21). */
  check: onArchive.input(z.object({ personId, organizationId })).output(
    z.array(
      z.object({
        code: z.enum(['minor', 'maybe-minor', 'leads-many', 'restricted', 'same-name-restricted']),
        text: z.string(),
        source: z.string(),
      }),
    ),
  ),
  restrictions: onArchive.output(z.array(restrictedPerson)),
  addRestriction: onArchive
    .input(
      z.object({
        name: z.string().trim().min(1).max(60),
        identityNumber: z.string().max(30).nullable(),
        reason: z.string().trim().min(1).max(300),
        source: z.string().trim().max(120).nullable(),
        since: isoDate.nullable(),
      }),
    )
    .output(restrictedPerson),
  removeRestriction: onArchive.input(z.object({ id: restrictionId })).output(z.object({})),
};
