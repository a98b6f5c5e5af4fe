import type { Reader, Writer } from '../archive-store.ts';

/**
 * What an import did, so that it can be undone: each row it made or changed with a mark of how it left it. A row
 * whose mark is another by now was edited since.
 */
const marks = {
  organization: { table: 'organizations', mark: 'updated_at' },
  person: { table: 'people', mark: 'updated_at' },
  membership: {
    table: 'memberships',
    mark: `role || '|' || coalesce(role_title, '') || '|' || coalesce(joined_on, '') || '|' ||
           coalesce(left_on, '') || '|' || coalesce(remark, '')`,
  },
  filing: { table: 'filings', mark: 'updated_at' },
  'trainee-stay': { table: 'trainee_stays', mark: 'updated_at' },
  certificate: {
    table: 'certificates',
    mark: `status || '|' || coalesce(collected_on, '') || '|' || coalesce(collected_by, '')`,
  },
} as const;
export type ChangedEntity = keyof typeof marks;
const entities = Object.keys(marks) as ChangedEntity[];

/** Marks every row that carries this import as made by it. Call when the import has done all its writing. */
export const recordCreated = (writer: Writer, importId: string): void => {
  for (const entity of entities) {
    const { table, mark } = marks[entity];
    writer.run(
      `INSERT INTO import_changes (import_id, position, entity, entity_id, action, after_mark)
       SELECT ?1, (SELECT count(*) FROM import_changes WHERE import_id = ?1) + row_number() OVER (ORDER BY id),
              ?2, id, 'created', ${mark} FROM ${table} WHERE import_id = ?1`,
      { 1: importId, 2: entity },
    );
  }
};

/** Marks one row of the archive as changed by an import; `before` is what undo restores, as JSON. */
export const recordUpdated = (
  writer: Writer,
  importId: string,
  entity: 'organization' | 'person',
  entityId: string,
  before: string,
): void => {
  const { table, mark } = marks[entity];
  writer.run(
    `INSERT INTO import_changes (import_id, position, entity, entity_id, action, before, after_mark)
     SELECT ?1, (SELECT count(*) FROM import_changes WHERE import_id = ?1) + 1, ?2, id, 'updated', ?3, ${mark}
     FROM ${table} WHERE id = ?4`,
    { 1: importId, 2: entity, 3: before, 4: entityId },
  );
};

/** Rows of an import that were edited or removed since. */
export const countEditedSince = (reader: Reader, importId: string): number =>
  entities.reduce((total, entity) => {
    const { table, mark } = marks[entity];
    const row = reader.get<{ edited: number }>(
      `SELECT count(*) AS edited FROM import_changes c LEFT JOIN ${table} t ON t.id = c.entity_id
       WHERE c.import_id = ? AND c.entity = ? AND (t.id IS NULL OR (${mark}) <> c.after_mark)`,
      [importId, entity],
    );
    return total + (row?.edited ?? 0);
  }, 0);

/** Work that was added since to what an import made: memberships, filings and certificates of other origin. */
export const countAddedSince = (reader: Reader, importId: string): number => {
  const row = reader.get<{ added: number }>(
    `SELECT
       (SELECT count(*) FROM memberships m WHERE m.import_id IS NOT ?1 AND (
          m.organization_id IN (SELECT id FROM organizations WHERE import_id = ?1) OR
          m.person_id IN (SELECT id FROM people WHERE import_id = ?1))) +
       (SELECT count(*) FROM service_lines l WHERE
          l.organization_id IN (SELECT id FROM organizations WHERE import_id = ?1) OR
          l.person_id IN (SELECT id FROM people WHERE import_id = ?1)) +
       (SELECT count(*) FROM service_people s WHERE
          s.person_id IN (SELECT id FROM people WHERE import_id = ?1)) +
       (SELECT count(*) FROM filings f WHERE f.import_id IS NOT ?1 AND
          f.organization_id IN (SELECT id FROM organizations WHERE import_id = ?1)) +
       (SELECT count(*) FROM certificates x WHERE x.import_id IS NOT ?1 AND
          x.organization_id IN (SELECT id FROM organizations WHERE import_id = ?1)) +
       (SELECT count(*) FROM organizations o WHERE o.import_id IS NOT ?1 AND
          o.responsible_person_id IN (SELECT id FROM people WHERE import_id = ?1) AND NOT EXISTS
            (SELECT 1 FROM import_changes c WHERE c.import_id = ?1 AND c.entity_id = o.id)) +
       (SELECT count(*) FROM trainee_stays t WHERE t.import_id IS NOT ?1 AND
          t.person_id IN (SELECT id FROM people WHERE import_id = ?1)) +
       (SELECT count(*) FROM training_attendance a WHERE a.person_id IN (SELECT id FROM people WHERE import_id = ?1)) +
       (SELECT count(*) FROM training_certificates g WHERE g.person_id IN (SELECT id FROM people WHERE import_id = ?1)) +
       (SELECT count(*) FROM training_exams e WHERE e.person_id IN (SELECT id FROM people WHERE import_id = ?1)) AS added`,
    { 1: importId },
  );
  return row?.added ?? 0;
};

export interface UpdatedRow {
  readonly entity: 'organization' | 'person';
  readonly entityId: string;
  readonly before: string;
}

export const listUpdated = (reader: Reader, importId: string): readonly UpdatedRow[] =>
  reader.all<UpdatedRow>(
    `SELECT entity, entity_id AS entityId, before FROM import_changes
     WHERE import_id = ? AND action = 'updated' ORDER BY position DESC`,
    [importId],
  );

/** Ids of the rows of one kind that an import made. */
export const listCreated = (reader: Reader, importId: string, entity: ChangedEntity): readonly string[] =>
  reader
    .all<{ id: string }>(
      `SELECT entity_id AS id FROM import_changes WHERE import_id = ? AND entity = ? AND action = 'created'`,
      [importId, entity],
    )
    .map(({ id }) => id);

/** Removes the certificates, numbers, filings and roster lines of an import; its filing numbers are free again. */
export const deleteCreatedPapers = (writer: Writer, importId: string): void => {
  for (const table of ['certificates', 'filing_numbers', 'filings', 'memberships', 'trainee_stays']) {
    writer.run(`DELETE FROM ${table} WHERE import_id = ?`, [importId]);
  }
};

/** Organizations that an import did not make but wrote into: filled facts or new roster lines. */
export const listTouchedOrganizations = (reader: Reader, importId: string): readonly string[] =>
  reader
    .all<{ id: string }>(
      `SELECT o.id FROM organizations o WHERE o.import_id IS NOT ?1 AND (
         o.id IN (SELECT entity_id FROM import_changes WHERE import_id = ?1 AND entity = 'organization') OR
         o.id IN (SELECT organization_id FROM memberships WHERE import_id = ?1))`,
      { 1: importId },
    )
    .map(({ id }) => id);
