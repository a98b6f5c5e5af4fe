import { z } from 'zod';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { membershipId, organizationId, personId, rosterSnapshotId } from './ids.ts';

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

export const leaveReason = z.enum([
  'own-wish', // 本人退出
  'moved', // 迁出
  'health', // 身体原因
  'deceased', // 去世
  'expelled', // 除名
  'dissolved', // 组织注销
  'other', // 其他
]);
export type LeaveReason = z.infer<typeof leaveReason>;

/** Under 14 the law asks for the guardian's consent (PIPL Art. 31), under 18 for care. */
export const minority = z.enum(['under-14', 'under-18']);
export type Minority = z.infer<typeof minority>;

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
  leaveReason: leaveReason.nullable(),
  leaveNote: z.string().nullable(),
  minority: minority.nullable(),
});
export type RosterRow = z.infer<typeof rosterRow>;

/** One stay of a person in an organization; somebody who came back has several. */
export const membershipStay = z.object({
  membershipId,
  role: memberRole,
  roleTitle: z.string().nullable(),
  joinedOn: partialDate.nullable(),
  leftOn: isoDate.nullable(),
  leaveReason: leaveReason.nullable(),
  leaveNote: z.string().nullable(),
});
export type MembershipStay = z.infer<typeof membershipStay>;

/** Why a roster was frozen. */
export const snapshotCause = z.enum([
  'filing',
  'dissolution',
  'revocation',
  'registration',
  'ledger',
  'office',
]);
export type SnapshotCause = z.infer<typeof snapshotCause>;

/** A roster as it stood on a day, kept unchanged; `causeCode` is the filing, the record or the ledger's period. */
export const rosterSnapshot = z.object({
  id: rosterSnapshotId,
  asOf: isoDate,
  cause: snapshotCause,
  causeCode: z.string().nullable(),
  takenAt: isoInstant,
  memberCount: z.int(),
  partyMemberCount: z.int(),
});
export type RosterSnapshot = z.infer<typeof rosterSnapshot>;
