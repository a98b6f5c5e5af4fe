import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { OrganizationId, PersonId, ServiceLineId } from '../../../shared/domain/ids.ts';
import type { ServicePerson } from '../../../shared/domain/service-register.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Somebody named on a line, numbers in clear; services mask them. */
export interface NamedPerson extends ServicePerson {
  readonly name: string;
  readonly phone: string | null;
  readonly points: number;
}

/** People of a line in the order of their names. */
export const listServicePeople = (reader: Reader, lineId: ServiceLineId): readonly NamedPerson[] =>
  reader.all<NamedPerson>(
    `SELECT s.person_id AS personId, s.minutes, s.points, s.note, p.name, p.phone
     FROM service_people s JOIN people p ON p.id = s.person_id WHERE s.line_id = ? ORDER BY p.name_pinyin, p.id`,
    [lineId],
  );

/** Names and minutes of the people of some lines, by line. */
export const namesOnLines = (
  reader: Reader,
  lineIds: readonly ServiceLineId[],
): ReadonlyMap<string, readonly { readonly name: string; readonly minutes: number }[]> =>
  Map.groupBy(
    reader.all<{ lineId: string; name: string; minutes: number }>(
      `SELECT s.line_id AS lineId, p.name, s.minutes FROM service_people s JOIN people p ON p.id = s.person_id
       WHERE s.line_id IN (SELECT value FROM json_each(?)) ORDER BY p.name_pinyin, p.id`,
      [JSON.stringify(lineIds)],
    ),
    ({ lineId }) => lineId,
  );

/** Writes the people of a line anew. */
export const saveServicePeople = (
  writer: Writer,
  lineId: ServiceLineId,
  people: readonly (ServicePerson & { readonly points: number })[],
): void => {
  writer.run('DELETE FROM service_people WHERE line_id = ?', [lineId]);
  for (const { personId, minutes, points, note } of people) {
    writer.run(
      'INSERT INTO service_people (line_id, person_id, minutes, points, note) VALUES (?, ?, ?, ?, ?)',
      [lineId, personId, minutes, points, note],
    );
  }
};

export interface ServedTotals {
  readonly minutes: number;
  readonly points: number;
  readonly activities: number;
}

/** What somebody has served on lines that are not in the recycle bin, between two days where given. */
export const servedBy = (
  reader: Reader,
  personId: PersonId,
  days: { readonly from: IsoDate; readonly to: IsoDate } = { from: '0000-01-01', to: '9999-12-31' },
): ServedTotals =>
  reader.get<ServedTotals>(
    `SELECT coalesce(sum(s.minutes), 0) AS minutes, coalesce(sum(s.points), 0) AS points, count(*) AS activities
     FROM service_people s JOIN service_lines l ON l.id = s.line_id
     WHERE s.person_id = :personId AND l.deleted_at IS NULL AND s.minutes > 0
       AND l.occurred_on BETWEEN :from AND :to`,
    { personId, ...days },
  ) ?? { minutes: 0, points: 0, activities: 0 };

/** What somebody did, oldest first. */
export const listServices = (
  reader: Reader,
  personId: PersonId,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): readonly { readonly occurredOn: IsoDate; readonly title: string; readonly minutes: number }[] =>
  reader.all(
    `SELECT l.occurred_on AS occurredOn, l.title, s.minutes FROM service_people s JOIN service_lines l ON l.id = s.line_id
     WHERE s.person_id = :personId AND l.deleted_at IS NULL AND s.minutes > 0 AND l.occurred_on BETWEEN :from AND :to
     ORDER BY l.occurred_on, l.id`,
    { personId, ...days },
  );

/** A person who may be chosen, numbers in clear; services mask them. */
export interface FoundPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly phone: string | null;
  readonly organizations: string | null;
  readonly volunteer: number;
  /** 1 for a member of the organization that was named. */
  readonly own: number;
}

/** People by a part of their name: members of an organization first, then volunteers, then everybody. */
export const findServicePeople = (
  reader: Reader,
  text: string,
  organizationId: OrganizationId | null,
): readonly FoundPerson[] =>
  reader.all<FoundPerson>(
    String.raw`SELECT p.id AS personId, p.name, p.phone,
       (SELECT group_concat(o.name, '、') FROM memberships m JOIN organizations o ON o.id = m.organization_id
          WHERE m.person_id = p.id AND m.left_on IS NULL) AS organizations,
       EXISTS (SELECT 1 FROM service_lines v WHERE v.register = 'volunteer' AND v.person_id = p.id
          AND v.deleted_at IS NULL) AS volunteer,
       EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.organization_id = :organizationId
          AND m.left_on IS NULL) AS own
     FROM people p
     WHERE (:text <> '%%' OR own OR volunteer) AND (:text = '%%' OR p.name LIKE :text ESCAPE '\' OR p.name_pinyin LIKE :text ESCAPE '\')
     ORDER BY own DESC, volunteer DESC, p.name_pinyin, p.id LIMIT 60`,
    { text: `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`, organizationId },
  );
