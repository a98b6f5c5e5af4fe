import type { Reader } from '../archive-store.ts';

/** What lists of hits say of each thing, read for all of them at once, by id. */
const rowsById = <Row extends { readonly id: string }>(
  reader: Reader,
  sql: string,
  ids: readonly string[],
): ReadonlyMap<string, Row> =>
  new Map(
    ids.length === 0 ? [] : reader.all<Row>(sql, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]),
  );

const among = 'IN (SELECT value FROM json_each(:ids))';

export interface FoundOrganization {
  readonly id: string;
  readonly name: string;
  readonly community: string;
  readonly status: string;
  readonly filingNumber: string | null;
  readonly phone: string | null;
}

export const foundOrganizations = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundOrganization>(
    reader,
    `SELECT o.id, o.name, c.name AS community, o.status, o.filing_number AS filingNumber, o.contact_phone AS phone
     FROM organizations o JOIN communities c ON c.id = o.community_id WHERE o.id ${among}`,
    ids,
  );

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  /** JSON array of [id, name, left], those of today first; empty for people on no roster. */
  readonly organizations: string;
}

export const foundPeople = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundPerson>(
    reader,
    `SELECT p.id, p.name, p.identity_number AS identityNumber, p.phone,
       (SELECT json_group_array(json_array(x.id, x.name, x.gone)) FROM (
          SELECT o.id, o.name, min(m.left_on IS NOT NULL) AS gone FROM memberships m
          JOIN organizations o ON o.id = m.organization_id WHERE m.person_id = p.id
          GROUP BY o.id ORDER BY gone, o.name_pinyin LIMIT 4) x) AS organizations
     FROM people p WHERE p.id ${among}`,
    ids,
  );

export interface FoundFiling {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly startedOn: string;
  readonly filingNumber: string | null;
}

export const foundFilings = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundFiling>(
    reader,
    `SELECT f.id, json_extract(f.facts, '$.name') AS name, f.kind, f.state, f.started_on AS startedOn,
       f.filing_number AS filingNumber FROM filings f WHERE f.id ${among}`,
    ids,
  );

export interface FoundCertificate {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly filingNumber: string;
  readonly issuedOn: string;
  readonly status: string;
}

export const foundCertificates = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundCertificate>(
    reader,
    `SELECT id, organization_id AS organizationId, json_extract(printed, '$.organizationName') AS name,
       filing_number AS filingNumber, issued_on AS issuedOn, status FROM certificates WHERE id ${among}`,
    ids,
  );

export interface FoundRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly kind: string;
  readonly title: string;
  readonly occurredOn: string;
}

export const foundRecords = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundRecord>(
    reader,
    `SELECT r.id, r.organization_id AS organizationId, o.name AS organization, r.kind, r.title, r.occurred_on AS occurredOn
     FROM dossier_records r JOIN organizations o ON o.id = r.organization_id WHERE r.id ${among}`,
    ids,
  );

export interface FoundFile {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly part: string;
  readonly title: string;
  readonly createdAt: string;
}

export const foundFiles = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundFile>(
    reader,
    `SELECT f.id, f.organization_id AS organizationId, o.name AS organization, f.part, f.title, f.created_at AS createdAt
     FROM dossier_files f JOIN organizations o ON o.id = f.organization_id WHERE f.id ${among}`,
    ids,
  );

export interface FoundItem {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly title: string;
  readonly retention: string;
  readonly datedOn: string | null;
}

export const foundItems = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundItem>(
    reader,
    `SELECT i.id, i.organization_id AS organizationId, o.name AS organization, i.title, i.retention, i.dated_on AS datedOn
     FROM archive_items i JOIN organizations o ON o.id = i.organization_id WHERE i.id ${among}`,
    ids,
  );

export interface FoundCommunity {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly organizations: number;
}

export const foundCommunities = (reader: Reader, ids: readonly string[]) =>
  rowsById<FoundCommunity>(
    reader,
    `SELECT c.id, c.name, c.code, (SELECT count(*) FROM organizations o WHERE o.community_id = c.id) AS organizations
     FROM communities c WHERE c.id ${among}`,
    ids,
  );
