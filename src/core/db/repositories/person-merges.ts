import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { PersonId, PersonMergeId } from '../../../shared/domain/ids.ts';
import { personMerge, type Likeness, type PersonMerge } from '../../../shared/domain/people.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

export interface PairRecord {
  readonly oneId: PersonId;
  readonly otherId: PersonId;
  readonly likeness: Likeness;
}

/** Two entries with an identity number each are two people, because no number is entered twice. */
const mayBeOne = `b.id > a.id AND (a.identity_hash IS NULL OR b.identity_hash IS NULL)
  AND NOT EXISTS (SELECT 1 FROM person_distinctions d WHERE d.one_id = a.id AND d.other_id = b.id)`;

/**
 * Pairs of the same name that agree in birth date (known at least to the month) or phone, the likeliest first. Groups
 * are found in the indexes alone, so that only those who share something are compared.
 */
export const listLikelyPairs = (reader: Reader, limit: number): readonly PairRecord[] =>
  reader.all<PairRecord>(
    `WITH found AS (
       SELECT a.id AS oneId, b.id AS otherId, 2 AS birth, 0 AS phone
         FROM (SELECT name, birth_date FROM people WHERE birth_date IS NOT NULL AND length(birth_date) >= 7
               GROUP BY name, birth_date HAVING count(*) > 1) g
         JOIN people a ON a.name = g.name AND a.birth_date = g.birth_date
         JOIN people b ON b.name = g.name AND b.birth_date = g.birth_date WHERE ${mayBeOne}
       UNION ALL SELECT a.id, b.id, 0, 1
         FROM (SELECT name, phone FROM people WHERE phone IS NOT NULL GROUP BY name, phone HAVING count(*) > 1) g
         JOIN people a ON a.name = g.name AND a.phone = g.phone
         JOIN people b ON b.name = g.name AND b.phone = g.phone WHERE ${mayBeOne})
     SELECT oneId, otherId, CASE sum(birth) + sum(phone) WHEN 3 THEN 'name-birth-phone' WHEN 2 THEN 'name-birth'
       ELSE 'name-phone' END AS likeness
     FROM found GROUP BY oneId, otherId ORDER BY sum(birth) + sum(phone) DESC, oneId, otherId LIMIT ?`,
    [limit],
  );

export const insertDistinction = (writer: Writer, one: PersonId, other: PersonId): void => {
  const [first, second] = one < other ? [one, other] : [other, one];
  writer.run('INSERT OR IGNORE INTO person_distinctions (one_id, other_id) VALUES (?, ?)', [first, second]);
};

type Row = Readonly<Record<string, SqlValue>>;

/** Everything that hangs on some people, row by row as it is stored. */
export interface PersonRows {
  readonly people: readonly Row[];
  readonly person_details: readonly Row[];
  readonly memberships: readonly Row[];
  readonly role_terms: readonly Row[];
  readonly person_tags: readonly Row[];
  readonly consents: readonly Row[];
  readonly party_stages: readonly Row[];
  readonly person_posts: readonly Row[];
  /** Absent in merges that were made before there was training. */
  readonly former_roles?: readonly Row[];
  readonly trainee_stays?: readonly Row[];
  readonly trainee_free_days?: readonly Row[];
  readonly training_attendance?: readonly Row[];
  readonly training_certificates?: readonly Row[];
  readonly training_exams?: readonly Row[];
  /** Absent from merges that were made before services were kept. */
  readonly service_people?: readonly Row[];
}

type Table = keyof PersonRows;

/** In an order in which nothing refers to what comes later. */
const hanging = [
  'person_details',
  'memberships',
  'role_terms',
  'person_tags',
  'consents',
  'party_stages',
  'person_posts',
  'former_roles',
  'trainee_stays',
  'trainee_free_days',
  'training_attendance',
  'training_certificates',
  'training_exams',
  'service_people',
] as const satisfies readonly Table[];

/** Tables whose rows hang on a membership, and through it on the person. */
const onMembership: readonly Table[] = ['role_terms', 'former_roles'];

const rowsOf = (reader: Reader, table: Table, ids: string): readonly Row[] => {
  const people = '(SELECT value FROM json_each(?))';
  if (table === 'people')
    return reader.all<Row>(`SELECT * FROM people WHERE id IN ${people} ORDER BY id`, [ids]);
  if (onMembership.includes(table))
    return reader.all<Row>(
      `SELECT * FROM ${table} WHERE membership_id IN (SELECT id FROM memberships WHERE person_id IN ${people}) ORDER BY 1, 2`,
      [ids],
    );
  return reader.all<Row>(`SELECT * FROM ${table} WHERE person_id IN ${people} ORDER BY 1, 2`, [ids]);
};

export const readPersonRows = (reader: Reader, ids: readonly PersonId[]): PersonRows => {
  const list = JSON.stringify(ids);
  const of = (table: Table): readonly Row[] => rowsOf(reader, table, list);
  return {
    people: of('people'),
    person_details: of('person_details'),
    memberships: of('memberships'),
    role_terms: of('role_terms'),
    person_tags: of('person_tags'),
    consents: of('consents'),
    party_stages: of('party_stages'),
    person_posts: of('person_posts'),
    former_roles: of('former_roles'),
    trainee_stays: of('trainee_stays'),
    trainee_free_days: of('trainee_free_days'),
    training_attendance: of('training_attendance'),
    training_certificates: of('training_certificates'),
    training_exams: of('training_exams'),
    service_people: of('service_people'),
  };
};

const insertRow = (writer: Writer, table: Table, row: Row): void => {
  const names = Object.keys(row);
  writer.run(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    row,
  );
};

const updateRow = (writer: Writer, row: Row): void => {
  const names = Object.keys(row).filter((name) => name !== 'id');
  writer.run(`UPDATE people SET ${names.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`, row);
};

/** Puts everything back as it was read, with the person who had gone. */
export const restorePersonRows = (writer: Writer, keptId: PersonId, rows: PersonRows): void => {
  for (const table of hanging.toReversed()) {
    if (rows[table] !== undefined && !onMembership.includes(table))
      writer.run(`DELETE FROM ${table} WHERE person_id = ?`, [keptId]);
  }
  // The kept person first: an identity number that was taken over is free again.
  for (const row of rows.people) if (row['id'] === keptId) updateRow(writer, row);
  for (const row of rows.people) if (row['id'] !== keptId) insertRow(writer, 'people', row);
  for (const table of hanging) for (const row of rows[table] ?? []) insertRow(writer, table, row);
};

/** Of an attendance that both have, the one with more credit stays. */
const dropLesserAttendance = (writer: Writer, from: PersonId, to: PersonId): void => {
  writer.run(
    `DELETE FROM training_attendance WHERE person_id = :to AND minutes < (SELECT o.minutes FROM training_attendance o
       WHERE o.person_id = :from AND o.session_id = training_attendance.session_id)`,
    { from, to },
  );
};

/** A number that was given out stays in the register: of two for the same training one is void. */
const moveCertificates = (writer: Writer, from: PersonId, to: PersonId): void => {
  writer.run(
    `UPDATE training_certificates SET void_reason = '合并为同一人', voided_on = issued_on
     WHERE person_id = :from AND voided_on IS NULL AND EXISTS (SELECT 1 FROM training_certificates o
       WHERE o.person_id = :to AND o.voided_on IS NULL AND o.session_id IS training_certificates.session_id
         AND o.course_id IS training_certificates.course_id)`,
    { from, to },
  );
  writer.run('UPDATE training_certificates SET person_id = :to WHERE person_id = :from', { from, to });
};

/** Hands everything that hangs on one person to another; what both have is kept once. */
export const moveToPerson = (writer: Writer, from: PersonId, to: PersonId): void => {
  dropLesserAttendance(writer, from, to);
  moveCertificates(writer, from, to);
  for (const table of ['memberships', 'consents', 'person_posts', 'training_exams'] as const) {
    writer.run(`UPDATE ${table} SET person_id = :to WHERE person_id = :from`, { from, to });
  }
  for (const table of [
    'person_tags',
    'party_stages',
    'trainee_stays',
    'trainee_free_days',
    'training_attendance',
    'service_people',
  ] as const) {
    writer.run(`UPDATE OR IGNORE ${table} SET person_id = :to WHERE person_id = :from`, { from, to });
    writer.run(`DELETE FROM ${table} WHERE person_id = :from`, { from });
  }
};

/** Where a person is named as the responsible one. */
export interface NamedIn {
  readonly organizations: readonly string[];
  readonly filings: readonly string[];
  readonly filingsBefore: readonly string[];
  /** Lines of registers that are about the person; absent from merges that were made before. */
  readonly serviceLines?: readonly string[];
}

export const namedIn = (reader: Reader, id: PersonId): NamedIn => {
  const ids = (sql: string): readonly string[] => reader.all<{ id: string }>(sql, [id]).map((row) => row.id);
  const filing = (column: string): string =>
    `SELECT id FROM filings WHERE json_extract(${column}, '$.responsiblePersonId') = ?`;
  return {
    organizations: ids('SELECT id FROM organizations WHERE responsible_person_id = ?'),
    filings: ids(filing('facts')),
    filingsBefore: ids(filing('facts_before')),
    serviceLines: ids('SELECT id FROM service_lines WHERE person_id = ?'),
  };
};

/** Names one person instead of another, wherever that one is still named. */
export const nameInstead = (
  writer: Writer,
  named: NamedIn,
  { from, to }: { readonly from: PersonId; readonly to: PersonId },
): void => {
  for (const id of named.organizations) {
    writer.run(
      'UPDATE organizations SET responsible_person_id = :to WHERE id = :id AND responsible_person_id = :from',
      { from, to, id },
    );
  }
  for (const id of named.serviceLines ?? []) {
    writer.run('UPDATE service_lines SET person_id = :to WHERE id = :id AND person_id = :from', {
      from,
      to,
      id,
    });
  }
  for (const [column, filings] of [
    ['facts', named.filings],
    ['facts_before', named.filingsBefore],
  ] as const) {
    for (const id of filings) {
      writer.run(
        `UPDATE filings SET ${column} = json_set(${column}, '$.responsiblePersonId', :to)
         WHERE id = :id AND ${column} ->> '$.responsiblePersonId' = :from`,
        { from, to, id },
      );
    }
  }
};

export interface StoredMerge {
  readonly id: PersonMergeId;
  readonly keptId: PersonId;
  readonly mergedId: PersonId;
  readonly mergedName: string;
  /** JSON of what undo restores. */
  readonly before: string;
  readonly afterMark: string;
  readonly mergedAt: IsoInstant;
}

export const insertMerge = (writer: Writer, merge: StoredMerge): void => {
  writer.run(
    `INSERT INTO person_merges (id, kept_id, merged_id, merged_name, before, after_mark, merged_at)
     VALUES (:id, :keptId, :mergedId, :mergedName, :before, :afterMark, :mergedAt)`,
    { ...merge },
  );
};

/** A merge that was not taken back yet. */
export const getMerge = (reader: Reader, id: PersonMergeId): StoredMerge | null =>
  reader.get<StoredMerge>(
    `SELECT id, kept_id AS keptId, merged_id AS mergedId, merged_name AS mergedName, before, after_mark AS afterMark,
       merged_at AS mergedAt FROM person_merges WHERE id = ? AND undone_at IS NULL`,
    [id],
  ) ?? null;

export const markMergeUndone = (writer: Writer, id: PersonMergeId, at: IsoInstant): void => {
  writer.run('UPDATE person_merges SET undone_at = ? WHERE id = ?', [at, id]);
};

export const listMerges = (reader: Reader, limit: number): readonly PersonMerge[] =>
  reader
    .all(
      `SELECT g.id, g.kept_id AS keptId, p.name AS keptName, g.merged_name AS mergedName, g.merged_at AS mergedAt
       FROM person_merges g JOIN people p ON p.id = g.kept_id WHERE g.undone_at IS NULL
       ORDER BY g.merged_at DESC, g.id DESC LIMIT ?`,
      [limit],
    )
    .map((row) => personMerge.parse(row));
