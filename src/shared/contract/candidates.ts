import { z } from 'zod';
import { formerCertificate } from '../domain/filing.ts';
import { communityId, organizationId } from '../domain/ids.ts';
import { candidateRow, legalRegistration, registrationCandidate } from '../domain/registration.ts';
import { onArchive, refusals } from './base.ts';

export const candidateFilter = z.object({
  text: z.string().max(60),
  communityIds: z.array(communityId).max(500),
  /** demonstration: 培育示范点; unreasoned: the mark alone; registered: those that made it */
  only: z.enum(['demonstration', 'unreasoned', 'registered']).nullable(),
});
export type CandidateFilter = z.infer<typeof candidateFilter>;

export const candidatesContract = {
  /** 拟登记台账 (FEATURES A19), and those that were registered since. */
  list: onArchive
    .input(z.object({ filter: candidateFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(candidateRow), total: z.int() })),
  exportList: onArchive.input(z.object({ filter: candidateFilter })).output(z.file()),
  ofOrganization: onArchive.input(z.object({ organizationId })).output(
    z.object({
      marked: z.boolean(),
      candidate: registrationCandidate.nullable(),
      registration: legalRegistration.nullable(),
    }),
  ),
  /** Puts an organization on the list, or changes what is said of it; at least one criterion has its reason. */
  save: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(z.object({ organizationId, candidate: registrationCandidate }))
    .output(z.object({})),
  /** Takes it off the list. */
  remove: onArchive.input(z.object({ organizationId })).output(z.object({})),
  /** It was registered (FEATURES A20): its filing ends, the filing certificate is collected. */
  register: onArchive
    .errors(refusals('ILLEGAL_STEP', 'FILING_OPEN', 'STEP_INCOMPLETE'))
    .input(
      z.object({
        organizationId,
        registration: legalRegistration,
        former: formerCertificate.nullable(),
        /** Why it is recorded although items of the list are not done. */
        overrideReason: z.string().trim().max(300).nullable(),
      }),
    )
    .output(z.object({})),
};
