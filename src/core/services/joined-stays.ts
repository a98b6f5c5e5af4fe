import { membershipId, organizationId, type PersonId } from '../../shared/domain/ids.ts';
import { memberRole, type Membership, type MembershipStay } from '../../shared/domain/person.ts';
import { firstDayOf } from '../../shared/domain/roster-day.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  deleteMembership,
  getMembership,
  listStays,
  listStaysOfPerson,
  updateLeaving,
  updateMembership,
} from '../db/repositories/memberships.ts';
import { moveTerms } from '../db/repositories/role-terms.ts';

/** Stays of two entries in one organization that share a day, the oldest first: of one person they are one stay. */
export interface SharedStay {
  readonly organizationId: Membership['organizationId'];
  readonly stays: readonly MembershipStay[];
}

const beginsOn = ({ joinedOn }: MembershipStay): string => (joinedOn === null ? '' : firstDayOf(joinedOn));
/** First day off the roster; after every day for somebody who is still on it. */
const endsOn = ({ leftOn }: MembershipStay): string => leftOn ?? '9999-12-31';

const groupsOf = (stays: readonly MembershipStay[]): readonly (readonly MembershipStay[])[] => {
  const groups: MembershipStay[][] = [];
  let reach = '';
  for (const stay of stays.toSorted((one, other) => beginsOn(one).localeCompare(beginsOn(other), 'en'))) {
    const last = groups.at(-1);
    if (last !== undefined && beginsOn(stay) < reach) last.push(stay);
    else groups.push([stay]);
    reach = last === undefined || endsOn(stay) > reach ? endsOn(stay) : reach;
  }
  return groups.filter(({ length }) => length > 1);
};

/** Nobody is on the roster of a day twice: what would have to become one stay if these two were one person. */
export const sharedStays = (reader: Reader, keptId: PersonId, mergedId: PersonId): readonly SharedStay[] => {
  const organizations = new Set(listStaysOfPerson(reader, mergedId).map((stay) => stay.organizationId));
  return [...organizations].flatMap((id) => {
    const both = [keptId, mergedId].flatMap((person) => listStays(reader, organizationId.parse(id), person));
    return groupsOf(both).map((stays) => ({ organizationId: organizationId.parse(id), stays }));
  });
};

const rank = (role: Membership['role']): number => memberRole.options.indexOf(role);

/** One stay of several: the highest place of those that lasted longest, and every remark. */
const joined = (
  ours: Membership,
  others: readonly Membership[],
  leftOn: Membership['leftOn'],
): Membership => {
  const all = [ours, ...others];
  const [highest = ours] = all
    .filter((each) => each.leftOn === leftOn)
    .toSorted((one, other) => rank(one.role) - rank(other.role));
  const remarks = all.flatMap(({ remark }) => remark ?? []);
  return {
    ...ours,
    role: highest.role,
    roleTitle: highest.roleTitle ?? all.find(({ roleTitle }) => roleTitle !== null)?.roleTitle ?? null,
    remark: remarks.length === 0 ? null : [...new Set(remarks)].join('；').slice(0, 200),
  };
};

/** Makes one stay of those that share a day: from the earliest day to the last, with the reason of that one. */
export const joinStays = (writer: Writer, keptId: PersonId, { stays }: SharedStay): void => {
  const memberships = stays.flatMap(
    (stay) => getMembership(writer, membershipId.parse(stay.membershipId)) ?? [],
  );
  const ours = memberships.find(({ personId }) => personId === keptId) ?? memberships[0];
  const [first] = stays;
  const last = stays.toSorted((one, other) => endsOn(other).localeCompare(endsOn(one), 'en'))[0];
  if (ours === undefined || first === undefined || last === undefined) return;
  const others = memberships.filter(({ id }) => id !== ours.id);
  for (const { id } of others) {
    moveTerms(writer, membershipId.parse(id), membershipId.parse(ours.id));
    deleteMembership(writer, membershipId.parse(id));
  }
  const { leftOn, leaveReason: reason, leaveNote: note } = last;
  updateMembership(writer, { ...joined(ours, others, leftOn), joinedOn: first.joinedOn });
  updateLeaving(writer, membershipId.parse(ours.id), { leftOn, reason, note });
};
