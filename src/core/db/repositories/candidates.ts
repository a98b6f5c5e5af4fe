import type { CandidateFilter } from '../../../shared/contract/candidates.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import {
  candidateRow,
  legalRegistration,
  registrationCandidate,
  type CandidateRow,
  type LegalRegistration,
  type RegistrationCandidate,
} from '../../../shared/domain/registration.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

const json = (text: SqlValue | undefined): unknown => (typeof text === 'string' ? JSON.parse(text) : null);

export const getCandidate = (reader: Reader, id: OrganizationId): RegistrationCandidate | null => {
  const row = reader.get<{ candidate: string }>(
    'SELECT candidate FROM registration_candidates WHERE organization_id = ?',
    [id],
  );
  return row === undefined ? null : registrationCandidate.parse(JSON.parse(row.candidate));
};

export const saveCandidate = (
  writer: Writer,
  id: OrganizationId,
  candidate: RegistrationCandidate,
  at: string,
): void => {
  writer.run(
    `INSERT INTO registration_candidates (organization_id, candidate, updated_at) VALUES (:id, :candidate, :at)
     ON CONFLICT (organization_id) DO UPDATE SET candidate = excluded.candidate, updated_at = excluded.updated_at`,
    { id, candidate: JSON.stringify(candidate), at },
  );
};

export const deleteCandidate = (writer: Writer, id: OrganizationId): void => {
  writer.run('DELETE FROM registration_candidates WHERE organization_id = ?', [id]);
};

export const getRegistration = (reader: Reader, id: OrganizationId): LegalRegistration | null => {
  const row = reader.get<{ registration: string }>(
    'SELECT registration FROM legal_registrations WHERE organization_id = ?',
    [id],
  );
  return row === undefined ? null : legalRegistration.parse(JSON.parse(row.registration));
};

export const isCreditCodeTaken = (reader: Reader, creditCode: string, exceptId: OrganizationId): boolean =>
  reader.get('SELECT 1 FROM legal_registrations WHERE credit_code = ? AND organization_id <> ?', [
    creditCode,
    exceptId,
  ]) !== undefined;

export const saveRegistration = (
  writer: Writer,
  id: OrganizationId,
  registration: LegalRegistration,
  at: string,
): void => {
  writer.run(
    `INSERT INTO legal_registrations (organization_id, credit_code, registration, updated_at)
     VALUES (:id, :creditCode, :registration, :at)`,
    { id, creditCode: registration.creditCode, registration: JSON.stringify(registration), at },
  );
};

const onlyConditions: Readonly<Record<NonNullable<CandidateFilter['only']>, string>> = {
  demonstration: `r.candidate ->> '$.demonstration' IS NOT NULL`,
  unreasoned: 'r.candidate IS NULL AND l.organization_id IS NULL',
  registered: 'l.organization_id IS NOT NULL',
};

const source = `FROM organizations o JOIN communities c ON c.id = o.community_id
  LEFT JOIN organization_categories k ON k.organization_id = o.id AND k.scheme = 'four-class'
  LEFT JOIN registration_candidates r ON r.organization_id = o.id
  LEFT JOIN legal_registrations l ON l.organization_id = o.id`;

const conditionsOf = ({
  text,
  communityIds,
  only,
}: CandidateFilter): { readonly where: string; readonly parameters: Record<string, SqlValue> } => ({
  where: String.raw`(o.proposed_registration = 1 OR l.organization_id IS NOT NULL)
    AND (:text = '%%' OR o.name LIKE :text ESCAPE '\' OR o.filing_number LIKE :text ESCAPE '\')
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND (${only === null ? '1' : onlyConditions[only]})`,
  parameters: {
    text: `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    communities: JSON.stringify(communityIds),
  },
});

/** 拟登记台账 in the order of the communities. @param limit -1 for all */
export const listCandidateRows = (
  reader: Reader,
  filter: CandidateFilter,
  offset: number,
  limit: number,
): readonly CandidateRow[] => {
  const { where, parameters } = conditionsOf(filter);
  return reader
    .all<Record<string, SqlValue>>(
      `SELECT o.id AS organizationId, o.name, c.name AS communityName, o.status, k.code AS fourClass,
         o.filing_number AS filingNumber,
         (SELECT p.name FROM people p WHERE p.id = o.responsible_person_id) AS responsiblePersonName,
         o.member_count AS memberCount, o.party_member_count AS partyMemberCount, r.candidate, l.registration
       ${source} WHERE ${where} ORDER BY c.position, o.name_pinyin, o.id LIMIT :limit OFFSET :offset`,
      { ...parameters, limit, offset },
    )
    .map((row) =>
      candidateRow.parse({
        ...row,
        candidate: json(row['candidate']),
        registration: json(row['registration']),
      }),
    );
};

export const countCandidateRows = (reader: Reader, filter: CandidateFilter): number => {
  const { where, parameters } = conditionsOf(filter);
  return (
    reader.get<{ total: number }>(`SELECT count(*) AS total ${source} WHERE ${where}`, parameters)?.total ?? 0
  );
};
