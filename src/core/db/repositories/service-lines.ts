import type { ServiceFilter } from '../../../shared/contract/service-registers.ts';
import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import type { ImportId, OrganizationId, PersonId, ServiceLineId } from '../../../shared/domain/ids.ts';
import {
  serviceLine,
  type ServiceLine,
  type ServiceMarks,
  type ServiceRegister,
} from '../../../shared/domain/service-register.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** A line with what a list shows beside its own facts. */
export interface ServiceRecord extends ServiceLine {
  readonly organizationName: string | null;
  readonly communityName: string | null;
  readonly personName: string | null;
  readonly state: string | null;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  readonly people: number;
  readonly minutes: number;
  readonly points: number;
  readonly papers: number;
}

/** Of a volunteer, what was served on all living lines; of others, what stands on the line. */
const minutes = `CASE l.register
  WHEN 'volunteer' THEN (SELECT coalesce(sum(s.minutes), 0) FROM service_people s JOIN service_lines a ON a.id = s.line_id
    WHERE s.person_id = l.person_id AND a.deleted_at IS NULL)
  WHEN 'service-proof' THEN coalesce(l.content ->> '$.minutes', 0)
  ELSE (SELECT coalesce(sum(s.minutes), 0) FROM service_people s WHERE s.line_id = l.id) END`;

const source = `FROM service_lines l LEFT JOIN organizations o ON o.id = l.organization_id
  LEFT JOIN communities c ON c.id = coalesce(l.community_id, o.community_id)
  LEFT JOIN people p ON p.id = l.person_id`;

const columns = `l.id, l.register, l.organization_id AS organizationId, l.community_id AS communityId,
  l.person_id AS personId, l.occurred_on AS occurredOn, l.title, l.content, l.created_at AS createdAt,
  l.updated_at AS updatedAt, l.state, l.due_on AS dueOn, l.done_on AS doneOn,
  o.name AS organizationName, c.name AS communityName, p.name AS personName,
  (SELECT count(*) FROM service_people s WHERE s.line_id = l.id) AS people, ${minutes} AS minutes,
  coalesce((SELECT m.balance FROM point_moves m WHERE m.volunteer_id = l.id ORDER BY m.sequence DESC LIMIT 1), 0) AS points,
  (SELECT count(*) FROM service_files f WHERE f.line_id = l.id AND f.removed_at IS NULL) AS papers`;

type Row = Omit<ServiceRecord, 'content'> & { readonly content: string };

const toRecord = (row: Row): ServiceRecord => ({
  ...row,
  ...serviceLine.parse({ ...row, content: JSON.parse(row.content) }),
});

const isLate = `(l.due_on IS NOT NULL AND coalesce(l.done_on, :today) > l.due_on)`;

const like = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

interface Condition {
  readonly where: string;
  readonly parameters: Record<string, SqlValue>;
}

const conditionOf = (register: ServiceRegister, filter: ServiceFilter, today: IsoDate): Condition => ({
  where: String.raw`l.deleted_at IS NULL AND l.register = :register
    AND (:text = '%%' OR l.title LIKE :text ESCAPE '\' OR o.name LIKE :text ESCAPE '\' OR p.name LIKE :text ESCAPE '\'
      OR l.content ->> '$.number' LIKE :text ESCAPE '\')
    AND (:communities = '[]' OR coalesce(l.community_id, o.community_id) IN (SELECT value FROM json_each(:communities)))
    AND (:organization IS NULL OR l.organization_id = :organization)
    AND (:state IS NULL OR l.state = :state)
    AND (:from IS NULL OR l.occurred_on >= :from) AND (:to IS NULL OR l.occurred_on <= :to)
    AND (NOT :late OR ${isLate})`,
  parameters: {
    register,
    text: like(filter.text),
    communities: JSON.stringify(filter.communityIds),
    organization: filter.organizationId,
    state: filter.state,
    from: filter.from,
    to: filter.to,
    late: Number(filter.late),
    today,
  },
});

/** Lines of a register, newest first. @param limit -1 for all */
export const listServiceLines = (
  reader: Reader,
  register: ServiceRegister,
  filter: ServiceFilter,
  { today, offset, limit }: { readonly today: IsoDate; readonly offset: number; readonly limit: number },
): readonly ServiceRecord[] => {
  const { where, parameters } = conditionOf(register, filter, today);
  return reader
    .all<Row>(
      `SELECT ${columns} ${source} WHERE ${where} ORDER BY l.occurred_on DESC, l.created_at DESC, l.id
       LIMIT :limit OFFSET :offset`,
      { ...parameters, limit, offset },
    )
    .map(toRecord);
};

export interface ServiceSums {
  readonly total: number;
  readonly fen: number;
  readonly heads: number;
  readonly minutes: number;
  readonly late: number;
}

/** What the lines that a filter finds add up to. */
export const sumServiceLines = (
  reader: Reader,
  register: ServiceRegister,
  filter: ServiceFilter,
  today: IsoDate,
): ServiceSums => {
  const { where, parameters } = conditionOf(register, filter, today);
  const sums = reader.get<ServiceSums>(
    `SELECT count(*) AS total, coalesce(sum(l.fen), 0) AS fen, coalesce(sum(l.heads), 0) AS heads,
       coalesce(sum(${minutes}), 0) AS minutes, coalesce(sum(${isLate}), 0) AS late ${source} WHERE ${where}`,
    parameters,
  );
  return sums ?? { total: 0, fen: 0, heads: 0, minutes: 0, late: 0 };
};

/** Lines of an organization in all registers, newest first. */
export const linesOfOrganization = (reader: Reader, id: OrganizationId): readonly ServiceRecord[] =>
  reader
    .all<Row>(
      `SELECT ${columns} ${source} WHERE l.organization_id = ? AND l.deleted_at IS NULL
       ORDER BY l.occurred_on DESC, l.created_at DESC, l.id LIMIT 500`,
      [id],
    )
    .map(toRecord);

/** A line that is not in the recycle bin; null where there is none. */
export const getServiceLine = (reader: Reader, id: ServiceLineId): ServiceRecord | null => {
  const row = reader.get<Row>(`SELECT ${columns} ${source} WHERE l.id = ? AND l.deleted_at IS NULL`, [id]);
  return row === undefined ? null : toRecord(row);
};

/** Inserts a line or replaces what is said in it. */
export const saveServiceLine = (
  writer: Writer,
  { content, ...line }: ServiceLine,
  marks: ServiceMarks,
  importId: ImportId | null,
): void => {
  writer.run(
    `INSERT INTO service_lines (id, register, organization_id, community_id, person_id, occurred_on, title, content, state,
       due_on, done_on, fen, heads, import_id, created_at, updated_at)
     VALUES (:id, :register, :organizationId, :communityId, :personId, :occurredOn, :title, :content, :state,
       :dueOn, :doneOn, :fen, :heads, :importId, :createdAt, :updatedAt)
     ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, community_id = excluded.community_id,
       person_id = excluded.person_id, occurred_on = excluded.occurred_on, title = excluded.title, content = excluded.content,
       state = excluded.state, due_on = excluded.due_on, done_on = excluded.done_on, fen = excluded.fen,
       heads = excluded.heads, updated_at = excluded.updated_at`,
    { ...line, content: JSON.stringify(content), ...marks, importId },
  );
};

/** Puts a line into the recycle bin (`at`) or takes it out (null). @returns false where there is none */
export const setServiceLineDeleted = (writer: Writer, id: ServiceLineId, at: IsoInstant | null): boolean =>
  writer.run('UPDATE service_lines SET deleted_at = ? WHERE id = ?', [at, id]).changes === 1;

/** The volunteer that a person is registered as; null where none. */
export const volunteerOf = (reader: Reader, personId: PersonId): ServiceLineId | null =>
  reader.get<{ id: ServiceLineId }>(
    `SELECT id FROM service_lines WHERE register = 'volunteer' AND person_id = ? AND deleted_at IS NULL`,
    [personId],
  )?.id ?? null;

/** Whether the person of a volunteer in the recycle bin has been registered again. */
export const hasOtherVolunteer = (reader: Reader, id: ServiceLineId): boolean =>
  reader.get(
    `SELECT 1 FROM service_lines b JOIN service_lines v ON v.person_id = b.person_id AND v.register = 'volunteer'
       AND v.deleted_at IS NULL AND v.id <> b.id WHERE b.id = ? AND b.register = 'volunteer'`,
    [id],
  ) !== undefined;

/** Living lines that refer to a line in one of their fields. */
export const countReferences = (reader: Reader, id: ServiceLineId): number =>
  reader.get<{ count: number }>(
    `SELECT count(*) AS count FROM service_lines l WHERE l.deleted_at IS NULL AND l.register IN
       ('service-proof', 'need', 'incubation', 'drill') AND EXISTS (SELECT 1 FROM json_each(l.content) f WHERE f.value = ?)`,
    [id],
  )?.count ?? 0;

/** Living lines that cite a survey. */
export const countCitingLines = (reader: Reader, surveyId: string): number =>
  reader.get<{ count: number }>(
    `SELECT count(*) AS count FROM service_lines WHERE register = 'purchase' AND deleted_at IS NULL
       AND content ->> '$.surveyId' = ?`,
    [surveyId],
  )?.count ?? 0;

/** Lines of an import that nobody has changed since. */
export const linesOfImport = (reader: Reader, importId: ImportId): readonly ServiceLineId[] =>
  reader
    .all<{ id: ServiceLineId }>(
      `SELECT id FROM service_lines WHERE import_id = ? AND deleted_at IS NULL AND updated_at = created_at ORDER BY id`,
      [importId],
    )
    .map(({ id }) => id);

/** Names of organizations, lines and surveys, by id. */
export const namesOf = (reader: Reader, ids: readonly string[]): ReadonlyMap<string, string> =>
  ids.length === 0
    ? new Map()
    : new Map(
        reader
          .all<{ id: string; name: string }>(
            `WITH wanted AS (SELECT value AS id FROM json_each(?))
             SELECT w.id, o.name FROM wanted w JOIN organizations o ON o.id = w.id
             UNION ALL SELECT w.id, l.title FROM wanted w JOIN service_lines l ON l.id = w.id
             UNION ALL SELECT w.id, r.title FROM wanted w JOIN dossier_records r ON r.id = w.id`,
            [JSON.stringify(ids)],
          )
          .map(({ id, name }) => [id, name]),
      );

/** Organizations of exactly this name or filing number; two at most. */
export const organizationsCalled = (reader: Reader, text: string): readonly OrganizationId[] =>
  reader
    .all<{ id: OrganizationId }>(
      'SELECT id FROM organizations WHERE name = :text OR filing_number = :text ORDER BY id LIMIT 2',
      { text },
    )
    .map(({ id }) => id);

/** Lines of a register of exactly this title, newest first. */
export const linesTitled = (reader: Reader, register: string, title: string): readonly ServiceLineId[] =>
  reader
    .all<{ id: ServiceLineId }>(
      `SELECT id FROM service_lines WHERE register = ? AND title = ? AND deleted_at IS NULL ORDER BY occurred_on DESC, id`,
      [register, title],
    )
    .map(({ id }) => id);

/** Lines of a register by a part of their title, newest first. */
export const findServiceLines = (
  reader: Reader,
  register: ServiceRegister,
  text: string,
  organizationId: OrganizationId | null,
): { readonly id: ServiceLineId; readonly title: string; readonly occurredOn: IsoDate }[] =>
  reader.all(
    String.raw`SELECT id, title, occurred_on AS occurredOn FROM service_lines
     WHERE register = :register AND deleted_at IS NULL AND (:text = '%%' OR title LIKE :text ESCAPE '\')
       AND (:organizationId IS NULL OR organization_id = :organizationId)
     ORDER BY occurred_on DESC, id LIMIT 30`,
    { register, text: like(text), organizationId },
  );

/** Lines of a register that a paper can be made of, newest first. */
export const serviceSubjects = (
  reader: Reader,
  register: ServiceRegister,
  { organizationId, text }: { readonly organizationId: OrganizationId | null; readonly text: string },
): {
  readonly id: ServiceLineId;
  readonly organizationId: OrganizationId | null;
  readonly title: string;
  readonly occurredOn: IsoDate;
  readonly name: string | null;
}[] =>
  reader.all(
    String.raw`SELECT l.id, l.organization_id AS organizationId, l.title, l.occurred_on AS occurredOn, o.name
     FROM service_lines l LEFT JOIN organizations o ON o.id = l.organization_id
     WHERE l.register = :register AND l.deleted_at IS NULL AND (:organizationId IS NULL OR l.organization_id = :organizationId)
       AND (:text = '%%' OR l.title LIKE :text ESCAPE '' OR o.name LIKE :text ESCAPE '')
     ORDER BY l.occurred_on DESC, l.id`,
    { register, organizationId, text: like(text) },
  );

/** Removes a line for good that lies in the recycle bin. @returns attachments that it held; null where it does not */
export const deleteBinnedLine = (writer: Writer, id: ServiceLineId): readonly string[] | null => {
  const files = writer.all<{ id: string }>(
    'SELECT attachment_id AS id FROM service_files WHERE line_id = ?',
    [id],
  );
  const { changes } = writer.run('DELETE FROM service_lines WHERE id = ? AND deleted_at IS NOT NULL', [id]);
  return changes === 0 ? null : files.map((file) => file.id);
};

/** Register and organization of a line, also of one in the recycle bin; null where there is none. */
export const belongingOfLine = (
  reader: Reader,
  id: ServiceLineId,
): { readonly register: ServiceRegister; readonly organizationId: OrganizationId | null } | null =>
  reader.get('SELECT register, organization_id AS organizationId FROM service_lines WHERE id = ?', [id]) ??
  null;
