import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { ImportId, MembershipId, OrganizationId, PersonId } from '../../../shared/domain/ids.ts';
import {
  membership,
  membershipStay,
  type LeaveReason,
  type Membership,
  type MembershipInput,
  type MembershipStay,
} from '../../../shared/domain/person.ts';
import { personStay, type PersonStay } from '../../../shared/domain/people.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

export interface NewMembership {
  readonly id: MembershipId;
  readonly input: MembershipInput;
  readonly importId: ImportId | null;
}

/** Adds at the end of the roster. */
export const insertMembership = (writer: Writer, { id, input, importId }: NewMembership): void => {
  writer.run(
    `INSERT INTO memberships (id, organization_id, person_id, role, role_title, joined_on, left_on, remark, position, import_id)
     VALUES (:id, :organizationId, :personId, :role, :roleTitle, :joinedOn, :leftOn, :remark,
       (SELECT coalesce(max(position), 0) + 1 FROM memberships WHERE organization_id = :organizationId), :importId)`,
    { ...input, id, importId },
  );
};

export const updateMembership = (writer: Writer, value: Membership): void => {
  writer.run(
    `UPDATE memberships SET role = :role, role_title = :roleTitle, joined_on = :joinedOn, left_on = :leftOn,
       remark = :remark WHERE id = :id`,
    {
      id: value.id,
      role: value.role,
      roleTitle: value.roleTitle,
      joinedOn: value.joinedOn,
      leftOn: value.leftOn,
      remark: value.remark,
    },
  );
};

export const deleteMembership = (writer: Writer, id: MembershipId): void => {
  writer.run('DELETE FROM memberships WHERE id = ?', [id]);
};

const columns = `id, organization_id AS organizationId, person_id AS personId, role, role_title AS roleTitle,
  joined_on AS joinedOn, left_on AS leftOn, remark`;

export const getMembership = (reader: Reader, id: MembershipId): Membership | null => {
  const row = reader.get(`SELECT ${columns} FROM memberships WHERE id = ?`, [id]);
  return row === undefined ? null : membership.parse(row);
};

/** The current membership of a person in an organization; there is at most one. */
export const currentMembership = (
  reader: Reader,
  organizationId: OrganizationId,
  personId: PersonId,
): Membership | null => {
  const row = reader.get(
    `SELECT ${columns} FROM memberships WHERE organization_id = ? AND person_id = ? AND left_on IS NULL`,
    [organizationId, personId],
  );
  return row === undefined ? null : membership.parse(row);
};

/** Ends a stay, or with nulls takes the end back. */
export const updateLeaving = (
  writer: Writer,
  id: MembershipId,
  leaving: {
    readonly leftOn: IsoDate | null;
    readonly reason: LeaveReason | null;
    readonly note: string | null;
  },
): void => {
  writer.run(
    'UPDATE memberships SET left_on = :leftOn, leave_reason = :reason, leave_note = :note WHERE id = :id',
    { id, ...leaving },
  );
};

/** All stays of a person in an organization, oldest first. */
export const listStays = (
  reader: Reader,
  organizationId: OrganizationId,
  personId: PersonId,
): readonly MembershipStay[] =>
  reader
    .all(
      `SELECT id AS membershipId, role, role_title AS roleTitle, joined_on AS joinedOn, left_on AS leftOn,
         leave_reason AS leaveReason, leave_note AS leaveNote
       FROM memberships WHERE organization_id = ? AND person_id = ?
       ORDER BY left_on IS NULL, left_on, position`,
      [organizationId, personId],
    )
    .map((row) => membershipStay.parse(row));

/** One roster line with the person's data in clear; services mask it before it leaves the core. */
export interface RosterRecord {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly politicalStatus: string | null;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  readonly role: string;
  readonly roleTitle: string | null;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly remark: string | null;
  readonly leaveReason: string | null;
  readonly leaveNote: string | null;
  /** JSON array of names. */
  readonly otherOrganizations: string;
}

const rosterColumns = `m.id AS membershipId, p.id AS personId, p.name, p.sex, p.birth_date AS birthDate,
  p.political_status AS politicalStatus, p.identity_number AS identityNumber, p.phone, m.role,
  m.role_title AS roleTitle, m.joined_on AS joinedOn, m.left_on AS leftOn, m.remark,
  m.leave_reason AS leaveReason, m.leave_note AS leaveNote,
  (SELECT json_group_array(o.name) FROM memberships x JOIN organizations o ON o.id = x.organization_id
    WHERE x.person_id = p.id AND x.left_on IS NULL AND x.organization_id <> m.organization_id) AS otherOrganizations`;

/** Members of now, everybody who ever was one, or the members of a day. */
export type RosterScope = 'current' | 'ever' | { readonly day: IsoDate };

/** `day` asks what domain/roster-day.ts says: a shorter ISO date orders before every day in it. */
const scopeCondition = (scope: RosterScope): string => {
  if (scope === 'current') return 'm.left_on IS NULL';
  if (scope === 'ever') return 'TRUE';
  return '(m.joined_on IS NULL OR m.joined_on <= :day) AND (m.left_on IS NULL OR m.left_on > :day)';
};

/** The roster in its own order, former members last. */
export const listRoster = (
  reader: Reader,
  organizationId: OrganizationId,
  scope: RosterScope,
): readonly RosterRecord[] =>
  reader.all<RosterRecord>(
    `SELECT ${rosterColumns} FROM memberships m JOIN people p ON p.id = m.person_id
     WHERE m.organization_id = :organizationId AND ${scopeCondition(scope)}
     ORDER BY ${typeof scope === 'string' ? 'm.left_on IS NOT NULL, ' : ''}m.position`,
    typeof scope === 'string' ? { organizationId } : { organizationId, day: scope.day },
  );

export const rosterRecord = (reader: Reader, id: MembershipId): RosterRecord | null =>
  reader.get<RosterRecord>(
    `SELECT ${rosterColumns} FROM memberships m JOIN people p ON p.id = m.person_id WHERE m.id = ?`,
    [id],
  ) ?? null;

/** Organizations a person belongs to now. */
export const organizationsOfPerson = (
  reader: Reader,
  personId: PersonId,
): readonly { readonly id: OrganizationId; readonly name: string }[] =>
  reader.all(
    `SELECT o.id, o.name FROM memberships m JOIN organizations o ON o.id = m.organization_id
     WHERE m.person_id = ? AND m.left_on IS NULL ORDER BY o.name_pinyin`,
    [personId] satisfies SqlValue[],
  );

/** Names of the other living organizations for which a person answers. */
export const organizationsLedBy = (
  reader: Reader,
  personId: PersonId,
  exceptId: OrganizationId,
): readonly string[] =>
  reader
    .all<{ name: string }>(
      `SELECT name FROM organizations WHERE responsible_person_id = ? AND id <> ?
         AND status NOT IN ('dissolved', 'revoked', 'registered', 'refused') ORDER BY name_pinyin`,
      [personId, exceptId],
    )
    .map(({ name }) => name);

/** Every stay of a person, present ones first. */
export const listStaysOfPerson = (reader: Reader, personId: PersonId): readonly PersonStay[] =>
  reader
    .all(
      `SELECT m.id AS membershipId, o.id AS organizationId, o.name AS organizationName, m.role, m.role_title AS roleTitle,
         m.joined_on AS joinedOn, m.left_on AS leftOn, m.leave_reason AS leaveReason
       FROM memberships m JOIN organizations o ON o.id = m.organization_id
       WHERE m.person_id = ? ORDER BY m.left_on IS NOT NULL, m.left_on DESC, o.name_pinyin, m.position`,
      [personId],
    )
    .map((row) => personStay.parse(row));

/** Keeps the role that somebody had until a day. A role of the same day was a slip, and is not kept. */
export const keepFormerRole = (writer: Writer, before: Membership, endedOn: IsoDate): void => {
  writer.run(
    `INSERT OR IGNORE INTO former_roles (membership_id, ended_on, role)
     SELECT :id, :endedOn, :role WHERE NOT EXISTS (SELECT 1 FROM former_roles WHERE membership_id = :id AND ended_on >= :endedOn)
       AND (:joinedOn IS NULL OR :joinedOn < :endedOn)`,
    { id: before.id, endedOn, role: before.role, joinedOn: before.joinedOn },
  );
};
