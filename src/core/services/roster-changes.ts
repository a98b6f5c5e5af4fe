import {
  membershipId,
  type MembershipId,
  type OrganizationId,
  type PersonId,
} from '../../shared/domain/ids.ts';
import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import type {
  LeaveReason,
  MemberRole,
  Membership,
  MembershipInput,
  PersonInput,
  RosterRow,
} from '../../shared/domain/person.ts';
import { standingStatuses } from '../../shared/domain/organization.ts';
import type { ConsentInput } from '../../shared/domain/people.ts';
import { firstDayOf } from '../../shared/domain/roster-day.ts';
import { CodedError } from '../../shared/errors.ts';
import type { RefusedField } from '../../shared/refusal-causes.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  currentMembership,
  deleteMembership,
  getMembership,
  insertMembership,
  keepFormerRole,
  listStays,
  updateLeaving,
  updateMembership,
} from '../db/repositories/memberships.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { recordConsent, requireGuardianConsent } from './consents.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { personFor, provenPerson, savePerson } from './person-entry.ts';
import { rosterRowOf } from './roster.ts';

/** The membership, in a dossier that may be changed. */
const openMembership = (writer: Writer, id: MembershipId): Membership => {
  const found = getMembership(writer, id);
  if (found === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
  requireOpenDossier(writer, found.organizationId);
  return found;
};

export const requireNotAhead = (
  { ports }: OpenArchive,
  field: RefusedField,
  date: PartialDate | null,
): void => {
  if (date !== null && firstDayOf(date) > ports.clock.today()) {
    throw new CodedError('INVALID_VALUE', { field, reason: 'future' });
  }
};

/** A person is at most once on the roster of a day: a new stay begins on or after the day the last one ended. */
export const requireAfterLastStay = (
  reader: Reader,
  organizationId: OrganizationId,
  personId: PersonId,
  joinedOn: PartialDate | null,
): void => {
  const last = listStays(reader, organizationId, personId).at(-1);
  if (last === undefined) return;
  if (last.leftOn === null) throw new CodedError('CONFLICT', { what: 'member' });
  if (joinedOn === null || firstDayOf(joinedOn) < last.leftOn) {
    throw new CodedError('INVALID_VALUE', { field: 'joinedOn', reason: 'before-left' });
  }
};

/**
 * The same for a stay whose days are corrected.
 *
 * @throws CodedError INVALID_VALUE `joinedOn` `before-left`, `leftOn` `before-joined`; CONFLICT `later-stay`
 */
const requireApart = (
  reader: Reader,
  { id, organizationId, personId }: Membership,
  { joinedOn, leftOn }: Pick<Membership, 'joinedOn' | 'leftOn'>,
): void => {
  const stays = listStays(reader, organizationId, personId);
  const place = stays.findIndex((stay) => stay.membershipId === id);
  const [former, later] = [stays[place - 1], stays[place + 1]];
  const begins = joinedOn === null ? '' : firstDayOf(joinedOn);
  if (begins < (former?.leftOn ?? ''))
    throw new CodedError('INVALID_VALUE', { field: 'joinedOn', reason: 'before-left' });
  if (leftOn === null) return;
  if (leftOn < begins) throw new CodedError('INVALID_VALUE', { field: 'leftOn', reason: 'before-joined' });
  if (later !== undefined && later.joinedOn !== null && firstDayOf(later.joinedOn) < leftOn)
    throw new CodedError('CONFLICT', { what: 'later-stay' });
};

/**
 * Who answers for a filed organization changes by a change filing alone; naming one where none is on record is not a
 * change but back-entry.
 *
 * @throws CodedError RESPONSIBLE_PERSON_FILED
 */
export const requireRoleFree = (
  reader: Reader,
  id: OrganizationId,
  personId: PersonId | null,
  role: { readonly before: MemberRole | null; readonly after: MemberRole },
): void => {
  const heads = 'responsible-person';
  if (role.before === role.after || (role.before !== heads && role.after !== heads)) return;
  const organization = getOrganization(reader, id);
  const filed = organization?.responsiblePersonId ?? null;
  if (organization === null || filed === null || !standingStatuses.includes(organization.status)) return;
  const agrees = role.after === heads ? filed === personId : filed !== personId;
  if (!agrees) throw new CodedError('RESPONSIBLE_PERSON_FILED', {});
};

/** Puts a person who is entered already on the roster. @returns the new membership's id */
export const enterMembership = (
  archive: OpenArchive,
  writer: Writer,
  input: MembershipInput,
): MembershipId => {
  requireOpenDossier(writer, input.organizationId);
  requireNotAhead(archive, 'joinedOn', input.joinedOn);
  requireAfterLastStay(writer, input.organizationId, input.personId, input.joinedOn);
  requireGuardianConsent(archive, writer, input.personId);
  requireRoleFree(writer, input.organizationId, input.personId, { before: null, after: input.role });
  const id = membershipId.parse(archive.ports.random.id());
  insertMembership(writer, { id, input, importId: null });
  return id;
};

const enter = (archive: OpenArchive, writer: Writer, input: MembershipInput): RosterRow => {
  const id = enterMembership(archive, writer, input);
  refreshOrganization(writer, input.organizationId);
  return rosterRowOf(writer, id, archive.ports.clock.today());
};

/**
 * Adds a member.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE, also `joinedOn` `before-left` for somebody who had left and comes back;
 *   CONFLICT `member` when already on the roster; GUARDIAN_CONSENT_MISSING for somebody under 14
 */
export const addMember = (
  archive: OpenArchive,
  input: {
    readonly person: PersonInput;
    readonly membership: Omit<MembershipInput, 'personId'>;
    /** Of somebody under 14. */
    readonly guardianConsent?: ConsentInput | null;
  },
): Promise<RosterRow> =>
  archive.store.write((writer) => {
    const { organizationId } = input.membership;
    if (getOrganization(writer, organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, organizationId);
    const personId = personFor(archive, writer, input.person);
    if (input.guardianConsent) recordConsent(archive, writer, personId, input.guardianConsent);
    if (currentMembership(writer, organizationId, personId) !== null)
      throw new CodedError('CONFLICT', { what: 'member' });
    return enter(archive, writer, { ...input.membership, personId });
  });

/** Changes a member's role, dates or personal data; fields of `person` that are absent stay. @throws CodedError as addMember; CONFLICT `later-stay` */
export const changeMember = (
  archive: OpenArchive,
  input: {
    readonly membershipId: MembershipId;
    readonly membership: Omit<MembershipInput, 'personId' | 'organizationId' | 'leftOn'>;
    readonly person: { readonly [K in keyof PersonInput]?: PersonInput[K] | undefined };
    readonly guardianConsent?: ConsentInput | null;
  },
): Promise<RosterRow> =>
  archive.store.write((writer) => {
    const before = openMembership(writer, input.membershipId);
    const person = getPerson(writer, before.personId);
    if (person === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
    const { joinedOn } = input.membership;
    requireNotAhead(archive, 'joinedOn', joinedOn);
    if (joinedOn !== before.joinedOn) requireApart(writer, before, { ...before, joinedOn });
    const role = { before: before.role, after: input.membership.role };
    requireRoleFree(writer, before.organizationId, before.personId, role);
    const { id, ...known } = person;
    const given = Object.fromEntries(Object.entries(input.person).filter(([, value]) => value !== undefined));
    savePerson(archive, writer, id, provenPerson({ ...known, ...given }));
    if (input.guardianConsent) recordConsent(archive, writer, id, input.guardianConsent);
    if (before.leftOn === null) requireGuardianConsent(archive, writer, id);
    if (role.before !== role.after) keepFormerRole(writer, before, archive.ports.clock.today());
    updateMembership(writer, { ...before, ...input.membership });
    refreshOrganization(writer, before.organizationId);
    return rosterRowOf(writer, before.id, archive.ports.clock.today());
  });

/** Takes an entry made by mistake off the roster; a member who leaves keeps the entry, see `leaveRoster`. */
export const removeMember = ({ store }: OpenArchive, id: MembershipId): Promise<void> =>
  store.write((writer) => {
    const before = openMembership(writer, id);
    deleteMembership(writer, id);
    refreshOrganization(writer, before.organizationId);
  });

export interface Leaving {
  readonly membershipId: MembershipId;
  /** First day off the roster. */
  readonly leftOn: IsoDate;
  readonly reason: LeaveReason;
  readonly note: string | null;
}

/**
 * Ends a stay: the entry stays in the history with its day and reason.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `leftOn` `future` or `before-joined`; CONFLICT `later-stay` where it would
 *   reach into a new stay
 */
export const leaveRoster = (
  archive: OpenArchive,
  { membershipId: id, leftOn, reason, note }: Leaving,
): Promise<RosterRow> =>
  archive.store.write((writer) => {
    const before = openMembership(writer, id);
    requireNotAhead(archive, 'leftOn', leftOn);
    requireApart(writer, before, { ...before, leftOn });
    updateLeaving(writer, id, { leftOn, reason, note });
    refreshOrganization(writer, before.organizationId);
    return rosterRowOf(writer, id, archive.ports.clock.today());
  });

/** Takes a leave that was entered by mistake back. @throws CodedError NOT_FOUND; CONFLICT `later-stay` after a new stay */
export const undoLeave = (archive: OpenArchive, id: MembershipId): Promise<RosterRow> =>
  archive.store.write((writer) => {
    const before = openMembership(writer, id);
    const last = listStays(writer, before.organizationId, before.personId).at(-1);
    if (last?.membershipId !== id) throw new CodedError('CONFLICT', { what: 'later-stay' });
    updateLeaving(writer, id, { leftOn: null, reason: null, note: null });
    refreshOrganization(writer, before.organizationId);
    return rosterRowOf(writer, id, archive.ports.clock.today());
  });

/** A new stay of somebody who had left. @throws CodedError as addMember */
export const rejoinRoster = (
  archive: OpenArchive,
  input: {
    readonly organizationId: OrganizationId;
    readonly personId: PersonId;
    readonly joinedOn: PartialDate;
    readonly role: MemberRole;
    readonly roleTitle: string | null;
  },
): Promise<RosterRow> =>
  archive.store.write((writer) => {
    if (listStays(writer, input.organizationId, input.personId).length === 0) {
      throw new CodedError('NOT_FOUND', { what: 'membership' });
    }
    return enter(archive, writer, { ...input, leftOn: null, remark: null });
  });
