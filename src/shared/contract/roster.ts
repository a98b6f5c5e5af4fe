import { z } from 'zod';
import { isoDate, partialDate } from '../domain/dates.ts';
import { filingId, membershipId, organizationId, personId, rosterSnapshotId } from '../domain/ids.ts';
import { consentInput } from '../domain/people.ts';
import {
  leaveReason,
  memberRole,
  membershipInput,
  membershipStay,
  personInput,
  rosterRow,
  rosterSnapshot,
} from '../domain/person.ts';
import { rosterStructure } from '../domain/roster-structure.ts';
import { onArchive, refusals } from './base.ts';

/** Which members are meant: those of now, everybody who ever was one, or those of a day. */
const rosterOn = z.object({
  organizationId,
  text: z.string().max(60),
  includeFormer: z.boolean(),
  /** The roster of this day instead of today's; see domain/roster-day.ts for dates that are not whole. */
  asOf: isoDate.nullable().default(null),
});
export type RosterOn = z.infer<typeof rosterOn>;

/** Why one of many was not added; `index` is its place in what was handed in. */
export const refusedMember = z.object({
  index: z.int(),
  code: z.enum(['INVALID_VALUE', 'CONFLICT', 'GUARDIAN_CONSENT_MISSING', 'RESPONSIBLE_PERSON_FILED']),
  /** The field of INVALID_VALUE, or what is in conflict. */
  field: z.string().nullable(),
  reason: z.string().nullable(),
});
export type RefusedMember = z.infer<typeof refusedMember>;

export const rosterContract = {
  list: onArchive.input(rosterOn).output(z.array(rosterRow)),
  /** The list as shown, as a workbook: identity numbers and phones masked. */
  exportList: onArchive.input(rosterOn).output(z.file()),
  add: onArchive
    .errors(refusals('RESPONSIBLE_PERSON_FILED'))
    .input(
      z.object({
        person: personInput,
        membership: membershipInput.omit({ personId: true }),
        /** Of somebody under 14 (PIPL Art. 31). */
        guardianConsent: consentInput.nullable().default(null),
      }),
    )
    .output(rosterRow),
  /**
   * Adds a page of members in one go: the sound ones are on the roster together, each of the others is named with what is
   * wrong and leaves nothing behind.
   */
  addMany: onArchive
    .input(
      z.object({
        organizationId,
        members: z
          .array(
            z.object({
              person: personInput,
              membership: membershipInput.omit({ personId: true, organizationId: true, leftOn: true }),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ added: z.int(), refused: z.array(refusedMember) })),
  update: onArchive
    .errors(refusals('RESPONSIBLE_PERSON_FILED'))
    .input(
      z.object({
        membershipId,
        membership: membershipInput.omit({ personId: true, organizationId: true, leftOn: true }),
        person: personInput.partial(),
        guardianConsent: consentInput.nullable().default(null),
      }),
    )
    .output(rosterRow),
  /** Takes an entry made by mistake off the roster. */
  remove: onArchive.input(z.object({ membershipId })).output(z.object({})),
  /** Ends a stay: the entry stays in the history with its day and reason. */
  leave: onArchive
    .input(
      z.object({
        membershipId,
        leftOn: isoDate,
        reason: leaveReason,
        note: z.string().trim().max(200).nullable(),
      }),
    )
    .output(rosterRow),
  /** Takes a leave that was entered by mistake back. */
  undoLeave: onArchive.input(z.object({ membershipId })).output(rosterRow),
  /** A new stay of somebody who had left. */
  rejoin: onArchive
    .errors(refusals('RESPONSIBLE_PERSON_FILED'))
    .input(
      z.object({
        organizationId,
        personId,
        joinedOn: partialDate,
        role: memberRole,
        roleTitle: z.string().max(20).nullable(),
      }),
    )
    .output(rosterRow),
  /**
   * A filed organization gets another responsible person by a change filing (policy Art. 2(4)): starts one with the new
   * person in its facts, or writes the person into the one that is being prepared.
   */
  changeResponsiblePerson: onArchive
    .errors(refusals('FILING_OPEN', 'ILLEGAL_STEP'))
    .input(z.object({ organizationId, personId }))
    .output(z.object({ filingId })),
  /** All stays of a person in an organization, oldest first. */
  history: onArchive.input(z.object({ organizationId, personId })).output(z.array(membershipStay)),
  /** How the roster of a day (null: today's) is made up by age, sex and Party membership. */
  structure: onArchive.input(z.object({ organizationId, asOf: isoDate.nullable() })).output(rosterStructure),
  /** Rosters that were frozen, newest first. */
  snapshots: onArchive.input(z.object({ organizationId })).output(z.array(rosterSnapshot)),
  /** A frozen roster as it was, numbers masked. */
  snapshotRows: onArchive.input(z.object({ id: rosterSnapshotId })).output(z.array(rosterRow)),
  /** Freezes the roster of a day by the office's own wish, e.g. before a general meeting. */
  takeSnapshot: onArchive.input(z.object({ organizationId, asOf: isoDate })).output(rosterSnapshot),
  /** People who could be meant: same identity number, or same name with same phone or birth date. */
  findPeople: onArchive
    .input(z.object({ name: z.string().max(60), identityNumber: z.string().max(30).nullable() }))
    .output(
      z.array(
        z.object({
          id: personId,
          name: z.string(),
          maskedIdentityNumber: z.string().nullable(),
          organizations: z.array(z.string()),
        }),
      ),
    ),
};
