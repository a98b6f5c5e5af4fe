import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { ImportId, PersonId, TraineeStayId } from '../../../shared/domain/ids.ts';
import {
  traineeStay,
  traineeStayRow,
  type TraineeStay,
  type TraineeStayInput,
  type TraineeStayRow,
} from '../../../shared/domain/trainee.ts';
import type { GroupStay } from '../../../shared/domain/rotation.ts';
import type { Reader, Writer } from '../archive-store.ts';

/**
 * Roles of a roster that make somebody a trainee, each from the day it began to the day it ended: former ones by the
 * day that was kept, the present one from the last of those. Who answers for an organization is one from the day it was
 * filed; nobody is after it ended.
 */
const rosterStays = `
  WITH spells AS (
    SELECT f.membership_id, f.role,
      lag(f.ended_on) OVER (PARTITION BY f.membership_id ORDER BY f.ended_on) AS began, f.ended_on AS ended
      FROM former_roles f
    UNION ALL
    SELECT m.id, m.role, (SELECT max(ended_on) FROM former_roles f WHERE f.membership_id = m.id), NULL
      FROM memberships m WHERE m.role IN ('responsible-person', 'backbone'))
  SELECT m.person_id AS personId,
    CASE s.role WHEN 'responsible-person' THEN 'organization-head' ELSE 'volunteer-backbone' END AS "group",
    o.community_id AS communityId, o.id AS organizationId, o.name AS organizationName, m.role_title AS post,
    coalesce(s.began, CASE WHEN s.role = 'responsible-person' AND m.joined_on < o.filed_on THEN o.filed_on
      ELSE coalesce(m.joined_on, CASE s.role WHEN 'responsible-person' THEN o.filed_on END) END) AS startsOn,
    CASE WHEN s.ended IS NULL AND m.left_on IS NULL THEN x.exited_on
      ELSE min(coalesce(s.ended, '9999'), coalesce(m.left_on, '9999'), coalesce(x.exited_on, '9999')) END AS endsOn
  FROM spells s JOIN memberships m ON m.id = s.membership_id JOIN organizations o ON o.id = m.organization_id
  LEFT JOIN exits x ON x.organization_id = o.id
  WHERE s.role IN ('responsible-person', 'backbone') AND o.status NOT IN ('preparing', 'filing', 'refused')`;

const staffStays = `SELECT t.id, t.person_id AS personId, t.trainee_group AS "group", t.community_id AS communityId,
    t.work_unit AS workUnit, t.post, t.starts_on AS startsOn, t.ends_on AS endsOn FROM trainee_stays t`;

/** Every stay in a group that ever was, from rosters and staff list. */
export const listGroupStays = (reader: Reader): readonly GroupStay[] => [
  ...reader.all<GroupStay>(
    `SELECT personId, "group", communityId, startsOn, endsOn FROM (${rosterStays})
     WHERE startsOn IS NULL OR endsOn IS NULL OR startsOn < endsOn`,
  ),
  ...reader.all<GroupStay>(
    `SELECT personId, "group", communityId, startsOn, endsOn FROM (${staffStays}) ORDER BY personId, "group"`,
  ),
];

/** Stays of some people (of everybody: null), with the words that a list shows; the present ones first. */
export const listStayRows = (
  reader: Reader,
  people: readonly PersonId[] | null,
): readonly TraineeStayRow[] => {
  const among = people === null ? '' : 'WHERE personId IN (SELECT value FROM json_each(:people))';
  return reader
    .all(
      `SELECT s.*, c.name AS communityName FROM (
         SELECT NULL AS id, personId, "group", communityId, organizationId, organizationName, NULL AS workUnit, post,
           startsOn, endsOn, 'roster' AS source FROM (${rosterStays})
         UNION ALL
         SELECT id, personId, "group", communityId, NULL, NULL, workUnit, post, startsOn, endsOn, 'staff'
           FROM (${staffStays})) s
       LEFT JOIN communities c ON c.id = s.communityId ${among}
       ORDER BY endsOn IS NOT NULL, endsOn DESC, "group", communityName`,
      people === null ? {} : { people: JSON.stringify(people) },
    )
    .map((row) => traineeStayRow.parse(row));
};

export const getTraineeStay = (reader: Reader, id: TraineeStayId): TraineeStay | null => {
  const row = reader.get<Record<string, unknown>>(`${staffStays} WHERE t.id = ?`, [id]);
  return row === undefined ? null : traineeStay.parse({ ...row, source: 'staff', organizationId: null });
};

/** Staff-list stays of a person in one group and community, for finding overlaps. */
export const listStaffStays = (reader: Reader, personId: PersonId): readonly TraineeStay[] =>
  reader
    .all<Record<string, unknown>>(`${staffStays} WHERE t.person_id = ? ORDER BY t.starts_on, t.id`, [
      personId,
    ])
    .map((row) => traineeStay.parse({ ...row, source: 'staff', organizationId: null }));

export interface StoredStay {
  readonly id: TraineeStayId;
  readonly personId: PersonId;
  readonly input: TraineeStayInput;
  readonly importId: ImportId | null;
  readonly at: IsoInstant;
}

export const insertTraineeStay = (
  writer: Writer,
  { id, personId, input, importId, at }: StoredStay,
): void => {
  writer.run(
    `INSERT INTO trainee_stays (id, person_id, trainee_group, community_id, work_unit, post, starts_on, ends_on, import_id, updated_at)
     VALUES (:id, :personId, :group, :communityId, :workUnit, :post, :startsOn, :endsOn, :importId, :at)`,
    { id, personId, ...input, importId, at },
  );
};

export const updateTraineeStay = (
  writer: Writer,
  { id, input, at }: Pick<StoredStay, 'id' | 'input' | 'at'>,
): void => {
  writer.run(
    `UPDATE trainee_stays SET trainee_group = :group, community_id = :communityId, work_unit = :workUnit, post = :post,
       starts_on = :startsOn, ends_on = :endsOn, updated_at = :at WHERE id = :id`,
    { id, ...input, at },
  );
};

export const deleteTraineeStay = (writer: Writer, id: TraineeStayId): void => {
  writer.run('DELETE FROM trainee_stays WHERE id = ?', [id]);
};

/** A person's facts as lists of trainees need them, in clear; services mask them. */
export interface TraineePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly pinyin: string;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  /** JSON array of weekdays. */
  readonly freeDays: string;
}

/** By the sound of their names. */
export const listTraineePeople = (reader: Reader, ids: readonly PersonId[]): readonly TraineePerson[] =>
  reader.all<TraineePerson>(
    `SELECT p.id, p.name, p.name_pinyin AS pinyin, p.identity_number AS identityNumber, p.phone,
       coalesce(f.weekdays, '[]') AS freeDays
     FROM people p LEFT JOIN trainee_free_days f ON f.person_id = p.id
     WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.name_pinyin, p.id`,
    [JSON.stringify(ids)],
  );

export const saveFreeDays = (writer: Writer, id: PersonId, weekdays: readonly number[]): void => {
  if (weekdays.length === 0) writer.run('DELETE FROM trainee_free_days WHERE person_id = ?', [id]);
  else
    writer.run(
      `INSERT INTO trainee_free_days (person_id, weekdays) VALUES (:id, :weekdays)
       ON CONFLICT (person_id) DO UPDATE SET weekdays = excluded.weekdays`,
      { id, weekdays: JSON.stringify(weekdays) },
    );
};
