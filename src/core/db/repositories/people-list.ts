import type { PeopleFilter } from '../../../shared/contract/people.ts';
import { addMonths } from '../../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { partyStage, type AgeBand, type ConsentKind } from '../../../shared/domain/people.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

/** A person as the list shows one, numbers in clear; services mask them. */
export interface PersonRecord {
  readonly id: string;
  readonly pinyin: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly politicalStatus: string | null;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  /** JSON arrays. */
  readonly tags: string;
  readonly organizations: string;
  readonly communities: string;
  readonly consents: string;
}

const columns = `p.id, p.name_pinyin AS pinyin, p.name, p.sex, p.birth_date AS birthDate,
  p.political_status AS politicalStatus, p.identity_number AS identityNumber, p.phone,
  (SELECT json_group_array(t.tag) FROM person_tags t WHERE t.person_id = p.id) AS tags,
  (SELECT json_group_array(json_object('id', o.id, 'name', o.name, 'role', m.role)) FROM memberships m
    JOIN organizations o ON o.id = m.organization_id WHERE m.person_id = p.id AND m.left_on IS NULL) AS organizations,
  (SELECT json_group_array(DISTINCT c.name) FROM memberships m JOIN organizations o ON o.id = m.organization_id
    JOIN communities c ON c.id = o.community_id WHERE m.person_id = p.id AND m.left_on IS NULL) AS communities,
  (SELECT json_group_array(DISTINCT x.kind) FROM consents x WHERE x.person_id = p.id AND x.revoked_on IS NULL) AS consents`;

/** Belongs to an organization now. */
const belongs = 'EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.left_on IS NULL)';

/** As young as a birth date that is not whole allows; see domain/age.ts. */
const latestBirth = `p.birth_date || CASE length(p.birth_date) WHEN 4 THEN '-12-31' WHEN 7 THEN '-31' ELSE '' END`;

const ageBounds: Readonly<Record<Exclude<AgeBand, 'unknown'>, readonly [from: number, below: number]>> = {
  'under-14': [0, 14],
  '14-17': [14, 18],
  '18-35': [18, 36],
  '36-59': [36, 60],
  '60-69': [60, 70],
  '70-up': [70, 200],
};

/** Whoever was born on this day is just that old. */
const bornFor = (age: number, today: IsoDate): IsoDate => addMonths(today, -12 * age);

const ageCondition = (band: AgeBand, today: IsoDate): string => {
  if (band === 'unknown') return 'p.birth_date IS NULL';
  const [from, below] = ageBounds[band];
  // The days come from the clock, not from a person.
  return `(${latestBirth} <= '${bornFor(from, today)}' AND ${latestBirth} > '${bornFor(below, today)}')`;
};

/** What lacks, of people whom the consent concerns. */
const lacksConsent = (kind: ConsentKind, today: IsoDate): string => {
  const missing = `NOT EXISTS (SELECT 1 FROM consents x WHERE x.person_id = p.id AND x.kind = '${kind}' AND x.revoked_on IS NULL)`;
  if (kind === 'sensitive') return `(p.identity_number IS NOT NULL AND ${missing})`;
  if (kind === 'guardian') return `(${latestBirth} > '${bornFor(14, today)}' AND ${missing})`;
  return missing;
};

const stageRank = (alias: string): string => `instr('${partyStage.options.join(' ')}', ${alias}.stage)`;

/** The stage `t` that somebody has come to, not those on the way. */
const lastStage = `NOT EXISTS (SELECT 1 FROM party_stages n WHERE n.person_id = t.person_id
  AND ${stageRank('n')} > ${stageRank('t')})`;

const partyMember = `p.political_status IN ('party-member', 'probationary-party-member')`;
const inList = (column: string, name: string): string =>
  `${column} IN (SELECT value FROM json_each(:${name}))`;

/** One condition for each filter that is set, with its parameters. */
const conditionsOf = (
  filter: PeopleFilter,
  today: IsoDate,
): readonly (readonly [sql: string, parameters: Readonly<Record<string, SqlValue>>])[] => {
  const conditions: [string, Record<string, SqlValue>][] = [];
  const text = filter.text.trim();
  if (text !== '') conditions.push(['instr(p.name, :text) > 0', { text }]);
  if (filter.tags.length > 0) {
    const tagged = `p.id IN (SELECT person_id FROM person_tags WHERE ${inList('tag', 'tags')})`;
    conditions.push([
      filter.tags.includes('party-member') ? `(${partyMember} OR ${tagged})` : tagged,
      { tags: JSON.stringify(filter.tags) },
    ]);
  }
  if (filter.communityIds.length > 0)
    conditions.push([
      `p.id IN (SELECT m.person_id FROM organizations o JOIN memberships m ON m.organization_id = o.id
         WHERE ${inList('o.community_id', 'communities')} AND m.left_on IS NULL)`,
      { communities: JSON.stringify(filter.communityIds) },
    ]);
  if (filter.politicalStatuses.length > 0)
    conditions.push([
      inList('p.political_status', 'statuses'),
      { statuses: JSON.stringify(filter.politicalStatuses) },
    ]);
  if (filter.ageBands.length > 0)
    conditions.push([`(${filter.ageBands.map((band) => ageCondition(band, today)).join(' OR ')})`, {}]);
  if (filter.organizations !== null)
    conditions.push([
      `p.id IN (SELECT person_id FROM memberships WHERE left_on IS NULL GROUP BY person_id HAVING count(*) >= :organizations)`,
      { organizations: filter.organizations === 'two' ? 2 : 3 },
    ]);
  if (filter.lacksConsent !== null) conditions.push([lacksConsent(filter.lacksConsent, today), {}]);
  if (filter.stages.length > 0)
    conditions.push([
      `p.id IN (SELECT t.person_id FROM party_stages t WHERE ${inList('t.stage', 'stages')} AND ${lastStage})`,
      { stages: JSON.stringify(filter.stages) },
    ]);
  if (filter.bodies.length > 0)
    conditions.push([
      `p.id IN (SELECT person_id FROM person_posts WHERE ${inList('body', 'bodies')} AND (ends_on IS NULL OR ends_on > :today))`,
      { bodies: JSON.stringify(filter.bodies), today },
    ]);
  return conditions;
};

interface Where {
  /** The table, by the index of names where a text is looked for: it holds all that is asked of those it leaves out. */
  readonly from: string;
  readonly sql: string;
  readonly parameters: Readonly<Record<string, SqlValue>>;
}

const whereOf = (filter: PeopleFilter, today: IsoDate): Where => {
  const conditions = conditionsOf(filter, today);
  return {
    from: `people p${filter.text.trim() === '' ? '' : ' INDEXED BY people_by_name'}`,
    sql: [...conditions.map(([sql]) => sql), belongs].join(' AND '),
    parameters: Object.assign({}, ...conditions.map(([, parameters]) => parameters)) as Where['parameters'],
  };
};

/** Where a page ended. */
export interface PeopleCursor {
  readonly pinyin: string;
  readonly id: string;
}

/** The next people after a cursor, by the sound of their names. */
export const listPeople = (
  reader: Reader,
  filter: PeopleFilter,
  today: IsoDate,
  after: PeopleCursor | null,
  limit: number,
): readonly PersonRecord[] => {
  const where = whereOf(filter, today);
  const behind = after === null ? '' : 'AND (p.name_pinyin, p.id) > (:pinyin, :id)';
  // The page first: what is shown of its people is gathered for them alone.
  return reader.all<PersonRecord>(
    `WITH page AS MATERIALIZED (SELECT p.id FROM ${where.from} WHERE ${where.sql} ${behind}
       ORDER BY p.name_pinyin, p.id LIMIT :limit)
     SELECT ${columns} FROM page CROSS JOIN people p ON p.id = page.id ORDER BY p.name_pinyin, p.id`,
    { ...where.parameters, ...(after === null ? {} : { pinyin: after.pinyin, id: after.id }), limit },
  );
};

export const countPeople = (reader: Reader, filter: PeopleFilter, today: IsoDate): number => {
  const { from, sql, parameters } = whereOf(filter, today);
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${sql}`, parameters)?.n ?? 0;
};

export const personRecord = (reader: Reader, id: PersonId): PersonRecord | null =>
  reader.get<PersonRecord>(`SELECT ${columns} FROM people p WHERE p.id = ?`, [id]) ?? null;

export interface PeopleCounts {
  readonly people: number;
  readonly partyMembers: number;
  readonly responsiblePersons: number;
  readonly responsiblePartyMembers: number;
}

/** Persons once, however many organizations they belong to. */
export const peopleCounts = (reader: Reader): PeopleCounts => {
  const counts = reader.get<PeopleCounts>(
    `WITH heads AS MATERIALIZED (SELECT DISTINCT person_id AS id FROM memberships
       WHERE left_on IS NULL AND role = 'responsible-person')
     SELECT (SELECT count(DISTINCT person_id) FROM memberships WHERE left_on IS NULL) AS people,
       (SELECT count(*) FROM people p WHERE ${partyMember} AND ${belongs}) AS partyMembers,
       (SELECT count(*) FROM heads) AS responsiblePersons,
       (SELECT count(*) FROM heads h JOIN people p ON p.id = h.id WHERE ${partyMember}) AS responsiblePartyMembers`,
  );
  if (counts === undefined) throw new Error('an aggregate always has a row');
  return counts;
};

interface CodeCount {
  readonly code: string;
  readonly people: number;
}

/** How many people have each code in one of the tables that hang on a person. */
const countByCode = (reader: Reader, table: string, code: string, condition = 'TRUE'): readonly CodeCount[] =>
  reader.all<CodeCount>(
    `SELECT t.${code} AS code, count(DISTINCT t.person_id) AS people FROM ${table} t JOIN people p ON p.id = t.person_id
     WHERE ${belongs} AND ${condition} GROUP BY t.${code}`,
  );

export const countByTag = (reader: Reader): readonly CodeCount[] => countByCode(reader, 'person_tags', 'tag');
export const countByStage = (reader: Reader): readonly CodeCount[] =>
  countByCode(reader, 'party_stages', 'stage', lastStage);
export const countByBody = (reader: Reader, today: IsoDate): readonly CodeCount[] =>
  countByCode(reader, 'person_posts', 'body', `(t.ends_on IS NULL OR t.ends_on > '${today}')`);

/** People who lack a consent that concerns them. */
export const countLackingConsent = (reader: Reader, kind: ConsentKind, today: IsoDate): number =>
  reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM people p WHERE ${belongs} AND ${lacksConsent(kind, today)}`,
  )?.n ?? 0;
