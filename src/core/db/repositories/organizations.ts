import type { OrganizationFilter, OrganizationSort } from '../../../shared/contract/organizations.ts';
import type { DossierDuties } from '../../../shared/domain/completeness.ts';
import type { IsoInstant, PartialDate } from '../../../shared/domain/dates.ts';
import type { ImportId, OrganizationId } from '../../../shared/domain/ids.ts';
import {
  categoryScheme,
  endedStatuses,
  organization,
  organizationRow,
  type Categories,
  type Organization,
  type OrganizationFacts,
  type OrganizationRow,
  type OrganizationStatus,
} from '../../../shared/domain/organization.ts';
import { maskPhone } from '../../../shared/domain/masking.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';
import { romanize } from '../romanize.ts';
import { storedDuties } from './dossier-duties.ts';

type Row = Readonly<Record<string, SqlValue>>;

const factValues = (facts: OrganizationFacts): Record<string, SqlValue> => {
  const { pinyin, initials } = romanize(facts.name);
  return {
    name: facts.name,
    name_pinyin: pinyin,
    name_initials: initials,
    short_name: facts.shortName,
    community_id: facts.communityId,
    activity_area: facts.activityArea,
    premises: facts.premises,
    premises_source: facts.premisesSource,
    premises_area: facts.premisesAreaSquareMetres,
    business_scope: facts.businessScope,
    purpose: facts.purpose,
    funds: facts.funds,
    fallback_party_kind: facts.fallbackParty?.kind ?? null,
    fallback_party_name: facts.fallbackParty?.name ?? null,
    party_adviser: facts.partyAdviser,
    responsible_person_id: facts.responsiblePersonId,
    contact_name: facts.contactName,
    contact_phone: facts.contactPhone,
    founded_on: facts.foundedOn,
    charter_adopted_on: facts.charterAdoptedOn,
    founding_vote: facts.foundingVote === null ? null : JSON.stringify(facts.foundingVote),
    founders: JSON.stringify(facts.founders),
    declared_member_count: facts.declaredMemberCount,
    remark: facts.remark,
  };
};

const factColumns = [
  'name',
  'name_pinyin',
  'name_initials',
  'short_name',
  'community_id',
  'activity_area',
  'premises',
  'premises_source',
  'premises_area',
  'business_scope',
  'purpose',
  'funds',
  'fallback_party_kind',
  'fallback_party_name',
  'party_adviser',
  'responsible_person_id',
  'contact_name',
  'contact_phone',
  'founded_on',
  'charter_adopted_on',
  'founding_vote',
  'founders',
  'declared_member_count',
  'remark',
] as const;

const saveCategories = (writer: Writer, id: OrganizationId, categories: Categories): void => {
  for (const scheme of categoryScheme.options) {
    const code = categories[scheme];
    if (code === null) {
      writer.run('DELETE FROM organization_categories WHERE organization_id = ? AND scheme = ?', [
        id,
        scheme,
      ]);
    } else {
      writer.run(
        `INSERT INTO organization_categories (organization_id, scheme, code) VALUES (?, ?, ?)
         ON CONFLICT (organization_id, scheme) DO UPDATE SET code = excluded.code`,
        [id, scheme, code],
      );
    }
  }
};

export interface NewOrganization {
  readonly id: OrganizationId;
  readonly facts: OrganizationFacts;
  readonly status: OrganizationStatus;
  readonly filingNumber: string | null;
  readonly filedOn: PartialDate | null;
  readonly proposedRegistration: boolean;
  readonly importId: ImportId | null;
  readonly at: IsoInstant;
}

/** Call `refreshOrganization` once its roster and papers are in. */
export const insertOrganization = (writer: Writer, value: NewOrganization): void => {
  writer.run(
    `INSERT INTO organizations (id, ${factColumns.join(', ')}, status, filing_number, filed_on,
       proposed_registration, import_id, created_at, updated_at)
     VALUES (:id, ${factColumns.map((column) => `:${column}`).join(', ')}, :status, :filing_number, :filed_on,
       :proposed_registration, :import_id, :at, :at)`,
    {
      ...factValues(value.facts),
      id: value.id,
      status: value.status,
      filing_number: value.filingNumber,
      filed_on: value.filedOn,
      proposed_registration: value.proposedRegistration ? 1 : 0,
      import_id: value.importId,
      at: value.at,
    },
  );
  saveCategories(writer, value.id, value.facts.categories);
};

/** Replaces all facts. Call `refreshOrganization` afterwards. */
export const updateOrganizationFacts = (
  writer: Writer,
  id: OrganizationId,
  facts: OrganizationFacts,
  at: IsoInstant,
): void => {
  writer.run(
    `UPDATE organizations SET ${factColumns.map((column) => `${column} = :${column}`).join(', ')}, updated_at = :at
     WHERE id = :id`,
    { ...factValues(facts), id, at },
  );
  saveCategories(writer, id, facts.categories);
};

export interface OrganizationStanding {
  readonly status: OrganizationStatus;
  readonly filingNumber: string | null;
  readonly filedOn: PartialDate | null;
  readonly proposedRegistration: boolean;
}

/** Replaces status, filing number, filing date and the proposed-registration mark. */
export const updateOrganizationStanding = (
  writer: Writer,
  id: OrganizationId,
  standing: OrganizationStanding,
  at: IsoInstant,
): void => {
  writer.run(
    `UPDATE organizations SET status = :status, filing_number = :filingNumber, filed_on = :filedOn,
       proposed_registration = :proposedRegistration, updated_at = :at WHERE id = :id`,
    { ...standing, proposedRegistration: standing.proposedRegistration ? 1 : 0, id, at },
  );
};

/** Removes an organization with its roster, filings and certificates; people stay. */
export const deleteOrganization = (writer: Writer, id: OrganizationId): void => {
  writer.run('DELETE FROM organizations WHERE id = ?', [id]);
};

const categoriesOf = (reader: Reader, id: string): Record<string, string | null> => {
  const none: Record<string, string | null> = Object.fromEntries(
    categoryScheme.options.map((scheme) => [scheme, null]),
  );
  for (const { scheme, code } of reader.all<{ scheme: string; code: string }>(
    'SELECT scheme, code FROM organization_categories WHERE organization_id = ?',
    [id],
  )) {
    none[scheme] = code;
  }
  return none;
};

const json = (value: SqlValue | undefined): unknown => (typeof value === 'string' ? JSON.parse(value) : null);

const toOrganization = (reader: Reader, row: Row): Organization =>
  organization.parse({
    id: row['id'],
    name: row['name'],
    shortName: row['short_name'],
    communityId: row['community_id'],
    categories: categoriesOf(reader, String(row['id'])),
    activityArea: row['activity_area'],
    premises: row['premises'],
    premisesSource: row['premises_source'],
    premisesAreaSquareMetres: row['premises_area'],
    businessScope: row['business_scope'],
    purpose: row['purpose'],
    funds: row['funds'],
    fallbackParty:
      row['fallback_party_kind'] === null
        ? null
        : { kind: row['fallback_party_kind'], name: row['fallback_party_name'] },
    partyAdviser: row['party_adviser'],
    responsiblePersonId: row['responsible_person_id'],
    contactName: row['contact_name'],
    contactPhone: row['contact_phone'],
    foundedOn: row['founded_on'],
    charterAdoptedOn: row['charter_adopted_on'],
    foundingVote: json(row['founding_vote']),
    founders: json(row['founders']) ?? [],
    declaredMemberCount: row['declared_member_count'],
    remark: row['remark'],
    status: row['status'],
    filingNumber: row['filing_number'],
    filedOn: row['filed_on'],
    proposedRegistration: row['proposed_registration'] === 1,
    importId: row['import_id'],
    createdAt: row['created_at'],
    updatedAt: row['updated_at'],
  });

/** Null when there is none with this id. */
export const getOrganization = (reader: Reader, id: OrganizationId): Organization | null => {
  const row = reader.get<Row>('SELECT * FROM organizations WHERE id = ?', [id]);
  return row === undefined ? null : toOrganization(reader, row);
};

/** The facts alone, without standing and times. */
export const factsOf = (value: Organization): OrganizationFacts => {
  const {
    id: _id,
    status: _status,
    filingNumber: _number,
    filedOn: _on,
    proposedRegistration: _proposed,
    importId: _import,
    createdAt: _created,
    updatedAt: _updated,
    ...facts
  } = value;
  return facts;
};

export interface OrganizationName {
  readonly id: OrganizationId;
  readonly name: string;
}

export const listOrganizationNames = (reader: Reader): readonly OrganizationName[] =>
  reader.all<OrganizationName>('SELECT id, name FROM organizations ORDER BY name_pinyin');

const sortColumns: Readonly<Record<OrganizationSort['by'], string>> = {
  name: 'o.name_pinyin',
  community: 'c.position',
  'filing-number': 'o.filing_number',
  'filed-on': 'o.filed_on',
  status: 'o.status',
  'member-count': 'o.member_count',
  completeness: 'o.completeness',
};

/** On `organizations o`: nothing is asked any more of those that have ended. */
export const notEnded = `o.status NOT IN (${endedStatuses.map((status) => `'${status}'`).join(', ')})`;

const dueConditions: Readonly<Record<NonNullable<OrganizationFilter['due']>, string>> = {
  'certificate-expired': `EXISTS (SELECT 1 FROM certificates t
    WHERE t.organization_id = o.id AND t.status = 'valid' AND t.valid_to < :today)`,
  'certificate-expiring': `EXISTS (SELECT 1 FROM certificates t
    WHERE t.organization_id = o.id AND t.status = 'valid' AND t.valid_to BETWEEN :today AND :certificatesUntil)`,
  'matter-soon': `EXISTS (SELECT 1 FROM dossier_records r
    WHERE r.organization_id = o.id AND r.due_on BETWEEN :today AND :soon AND r.deleted_at IS NULL
      AND ${notEnded})`,
};

const literalLike = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

const conditionsOf = (
  filter: OrganizationFilter,
  duties: DossierDuties,
): { readonly where: string; readonly parameters: Record<string, SqlValue> } => {
  const conditions: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  const among = (column: string, name: string, values: readonly string[]): void => {
    if (values.length === 0) return;
    conditions.push(`${column} IN (SELECT value FROM json_each(:${name}))`);
    parameters[name] = JSON.stringify(values);
  };
  const text = filter.text.trim();
  if (text !== '') {
    conditions.push(
      String.raw`(o.name LIKE :like ESCAPE '\' OR o.filing_number LIKE :like ESCAPE '\' OR o.name_initials LIKE :letters ESCAPE '\')`,
    );
    parameters['like'] = literalLike(text);
    parameters['letters'] = literalLike(text.toLowerCase());
  }
  among('o.community_id', 'communities', filter.communityIds);
  among('o.status', 'statuses', filter.statuses);
  among('k.code', 'classes', filter.fourClasses);
  if (filter.settlement !== null) {
    conditions.push('c.settlement = :settlement');
    parameters['settlement'] = filter.settlement;
  }
  if (filter.proposedRegistration !== null) {
    conditions.push('o.proposed_registration = :proposed');
    parameters['proposed'] = filter.proposedRegistration ? 1 : 0;
  }
  if (filter.lacking !== null) conditions.push(notEnded);
  if (filter.lacking === 'any') conditions.push('o.completeness < 100');
  else if (filter.lacking !== null) {
    conditions.push('EXISTS (SELECT 1 FROM json_each(o.gaps) g WHERE g.value = :gap)');
    parameters['gap'] = filter.lacking;
  }
  if (filter.due !== null) {
    const condition = dueConditions[filter.due];
    conditions.push(condition);
    const { today, soon, certificatesUntil } = duties;
    // The driver refuses a parameter that the statement does not name.
    for (const [name, value] of Object.entries({ today, soon, certificatesUntil }))
      if (condition.includes(`:${name}`)) parameters[name] = value;
  }
  if (filter.custom !== undefined) {
    conditions.push(
      String.raw`EXISTS (SELECT 1 FROM custom_values v WHERE v.organization_id = o.id AND v.field_id = :customField
         AND v.value LIKE :customLike ESCAPE '\')`,
    );
    parameters['customField'] = filter.custom.fieldId;
    parameters['customLike'] = literalLike(filter.custom.value.trim());
  }
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, parameters };
};

const listSource = `FROM organizations o
  JOIN communities c ON c.id = o.community_id
  LEFT JOIN organization_categories k ON k.organization_id = o.id AND k.scheme = 'four-class'`;

const rowColumns = `o.id, o.name, o.community_id AS communityId, c.name AS communityName, c.settlement, o.status,
  k.code AS fourClass, o.filing_number AS filingNumber, o.filed_on AS filedOn,
  (SELECT p.name FROM people p WHERE p.id = o.responsible_person_id) AS responsiblePersonName,
  o.contact_phone AS phone, o.member_count AS memberCount, o.party_member_count AS partyMemberCount,
  o.fallback_party_name AS fallbackPartyName, o.proposed_registration AS proposedRegistration, o.completeness,
  (SELECT json_group_object(v.field_id, v.value) FROM custom_values v WHERE v.organization_id = o.id) AS custom`;

const toOrganizationRow = ({ phone, proposedRegistration, custom, ...row }: Row): OrganizationRow =>
  organizationRow.parse({
    ...row,
    maskedPhone: maskPhone(phone as string | null),
    proposedRegistration: proposedRegistration === 1,
    custom: json(custom) ?? {},
  });

/** One page of the list. @param limit -1 for all */
export const listOrganizationRows = (
  reader: Reader,
  filter: OrganizationFilter,
  sort: OrganizationSort,
  offset: number,
  limit: number,
): readonly OrganizationRow[] => {
  const { where, parameters } = conditionsOf(filter, storedDuties(reader));
  const direction = sort.descending ? 'DESC' : 'ASC';
  return reader
    .all<Row>(
      `SELECT ${rowColumns} ${listSource} ${where}
       ORDER BY ${sortColumns[sort.by]} ${direction} NULLS LAST, o.name_pinyin, o.id LIMIT :limit OFFSET :offset`,
      { ...parameters, limit, offset },
    )
    .map(toOrganizationRow);
};

export const countOrganizations = (reader: Reader, filter: OrganizationFilter): number => {
  const { where, parameters } = conditionsOf(filter, storedDuties(reader));
  return (
    reader.get<{ total: number }>(`SELECT count(*) AS total ${listSource} ${where}`, parameters)?.total ?? 0
  );
};
