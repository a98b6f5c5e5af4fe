import {
  endingTerm,
  roleTerm,
  type EndingTerm,
  type RoleTerm,
  type TermInput,
} from '../../../shared/domain/people.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { MembershipId, PersonId, RoleTermId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { notEnded } from './organizations.ts';

/** @returns false where the term belongs to another membership */
export const saveTerm = (
  writer: Writer,
  id: RoleTermId,
  membershipId: MembershipId,
  term: TermInput,
): boolean =>
  writer.run(
    `INSERT INTO role_terms (id, membership_id, role, starts_on, ends_on, note)
     VALUES (:id, :membershipId, :role, :startsOn, :endsOn, :note)
     ON CONFLICT (id) DO UPDATE SET role = excluded.role, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
       note = excluded.note WHERE membership_id = excluded.membership_id`,
    { ...term, id, membershipId },
  ).changes === 1;

export const deleteTerm = (writer: Writer, id: RoleTermId, membershipId: MembershipId): void => {
  writer.run('DELETE FROM role_terms WHERE id = ? AND membership_id = ?', [id, membershipId]);
};

/** Hands the terms of one stay to another. */
export const moveTerms = (writer: Writer, from: MembershipId, to: MembershipId): void => {
  writer.run('UPDATE role_terms SET membership_id = ? WHERE membership_id = ?', [to, from]);
};

/** Newest first, over all organizations of a person. */
export const listTerms = (reader: Reader, personId: PersonId): readonly RoleTerm[] =>
  reader
    .all(
      `SELECT t.id, t.membership_id AS membershipId, t.role, t.starts_on AS startsOn, t.ends_on AS endsOn, t.note
       FROM role_terms t JOIN memberships m ON m.id = t.membership_id
       WHERE m.person_id = ? ORDER BY t.starts_on DESC, t.id`,
      [personId],
    )
    .map((row) => roleTerm.parse(row));

/**
 * The last term of each role that ends on or before a day, of members who are still on the roster; one that a new term
 * follows is not among them.
 */
export const listEndingTerms = (reader: Reader, until: IsoDate, today: IsoDate): readonly EndingTerm[] =>
  reader
    .all(
      `SELECT t.id, p.id AS personId, p.name AS personName, o.id AS organizationId, o.name AS organizationName, t.role,
         m.role_title AS roleTitle, t.ends_on AS endsOn,
         cast(julianday(t.ends_on) - julianday(:today) AS INTEGER) AS daysLeft
       FROM role_terms t JOIN memberships m ON m.id = t.membership_id AND m.left_on IS NULL
       JOIN people p ON p.id = m.person_id JOIN organizations o ON o.id = m.organization_id
       WHERE t.ends_on <= :until AND ${notEnded}
         AND NOT EXISTS (SELECT 1 FROM role_terms n WHERE n.membership_id = t.membership_id AND n.role = t.role
           AND (n.ends_on IS NULL OR n.ends_on > t.ends_on))
       ORDER BY t.ends_on, o.name_pinyin, t.id`,
      { until, today },
    )
    .map((row) => endingTerm.parse(row));
