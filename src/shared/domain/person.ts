import { z } from 'zod';
import { isoDate, partialDate } from './dates.ts';
import { membershipId, organizationId, personId } from './ids.ts';

export const sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof sex>;

export const politicalStatus = z.enum([
  'party-member', // 中共党员
  'probationary-party-member', // 中共预备党员
  'youth-league-member', // 共青团员
  'democratic-party-member', // 民主党派成员
  'non-affiliated', // 无党派人士
  'masses', // 群众
]);
export type PoliticalStatus = z.infer<typeof politicalStatus>;

export const identityDocumentKind = z.enum(['resident-id', 'residence-permit', 'passport', 'other']);
export type IdentityDocumentKind = z.infer<typeof identityDocumentKind>;

export const memberRole = z.enum([
  'responsible-person', // 负责人
  'deputy', // 副负责人
  'liaison', // 联络员
  'accountant', // 会计
  'backbone', // 骨干
  'member', // 成员
]);
export type MemberRole = z.infer<typeof memberRole>;

/** A person as typed in or imported. Identity number and phone leave the core only masked. */
export const personInput = z.object({
  name: z.string().trim().min(1).max(60),
  sex: sex.nullable(),
  birthDate: partialDate.nullable(),
  politicalStatus: politicalStatus.nullable(),
  identityKind: identityDocumentKind.nullable(),
  identityNumber: z.string().max(30).nullable(),
  phone: z.string().max(30).nullable(),
});
export type PersonInput = z.infer<typeof personInput>;

export const person = personInput.extend({ id: personId });
export type Person = z.infer<typeof person>;

export const membershipInput = z.object({
  organizationId,
  personId,
  role: memberRole,
  /** The office's own word where it differs from the coded role, e.g. 队长. */
  roleTitle: z.string().max(20).nullable(),
  joinedOn: partialDate.nullable(),
  leftOn: isoDate.nullable(),
  remark: z.string().max(200).nullable(),
});
export type MembershipInput = z.infer<typeof membershipInput>;

export const membership = membershipInput.extend({ id: membershipId });
export type Membership = z.infer<typeof membership>;

/** One roster line as a screen may show it: numbers masked (DOMAIN 5.6). */
export const rosterRow = z.object({
  membershipId,
  personId,
  name: z.string(),
  sex: sex.nullable(),
  birthMonth: z.string().nullable(),
  politicalStatus: politicalStatus.nullable(),
  role: memberRole,
  roleTitle: z.string().nullable(),
  maskedIdentityNumber: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  joinedOn: partialDate.nullable(),
  leftOn: isoDate.nullable(),
  /** Names of other organizations this person belongs to. */
  otherOrganizations: z.array(z.string()),
  remark: z.string().nullable(),
});
export type RosterRow = z.infer<typeof rosterRow>;
