import { isoDate, type IsoDate, type PartialDate } from './dates.ts';
import { organizationId, rosterSnapshotId, type OrganizationId, type RosterSnapshotId } from './ids.ts';
import type { MemberRole, PoliticalStatus, Sex } from './person.ts';

/** What a paper that goes up on a wall must never carry. */
type PrivateFact =
  | 'identityNumber'
  | 'maskedIdentityNumber'
  | 'phone'
  | 'maskedPhone'
  | 'address'
  | 'birthDate'
  | 'birthMonth'
  | 'remark';

/** Refuses to compile for a line that has room for a private fact. */
type PublicLine<Line extends { readonly name: string } & { readonly [Fact in PrivateFact]?: never }> = Line;

/** One line of the public roster: no identity number, phone or address, because it has no place for one. */
export type PublicRosterLine = PublicLine<{
  readonly name: string;
  readonly sex: Sex | null;
  readonly role: MemberRole;
  readonly roleTitle: string | null;
  readonly joinedOn: PartialDate | null;
}>;

/** One line of the full roster, which stays in the archive and with the authorities. */
export interface FullRosterLine {
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  readonly role: MemberRole;
  readonly roleTitle: string | null;
  readonly joinedOn: PartialDate | null;
  readonly remark: string | null;
}

/** A roster as it is printed. */
export interface RosterPaper<Line> {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly communityName: string;
  readonly asOf: IsoDate;
  /** When it was frozen; null for one that is read from today's register. */
  readonly frozenAt: string | null;
  readonly memberCount: number;
  readonly partyMemberCount: number;
  readonly lines: readonly Line[];
}

const manyDigits = /\d[\d\s-]{4,}/;

/** The office's own word for a place, unless somebody has written a number into it. */
export const publicRoleTitle = (roleTitle: string | null): string | null =>
  roleTitle === null || manyDigits.test(roleTitle.normalize('NFKC')) ? null : roleTitle;

/** Which roster a paper shows: that of a day, or one that was stored; of today where neither is named. */
export type RosterOfPaper = IsoDate | RosterSnapshotId;

/**
 * What a roster is printed of: an organization, or `organization@day`, `organization@stored roster`. It stands where
 * papers name an organization, so that a roster of another day is printed like any other paper.
 */
export const rosterSubject = (id: OrganizationId, of: RosterOfPaper | null): OrganizationId =>
  // Read back by `readRosterSubject` alone; every other paper finds no organization under it.
  (of === null ? id : `${id}@${of}`) as OrganizationId;

export interface RosterSubject {
  readonly organizationId: OrganizationId;
  readonly asOf: IsoDate | null;
  readonly snapshotId: RosterSnapshotId | null;
}

export const readRosterSubject = (subject: OrganizationId): RosterSubject => {
  const [id = '', of] = subject.split('@');
  const day = isoDate.safeParse(of).data ?? null;
  return {
    organizationId: organizationId.parse(id),
    asOf: day,
    snapshotId: of === undefined || day !== null ? null : rosterSnapshotId.parse(of),
  };
};
