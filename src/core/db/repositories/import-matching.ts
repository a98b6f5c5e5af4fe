import type { Categories, CategoryScheme, OrganizationStatus } from '../../../shared/domain/organization.ts';
import type {
  IdentityDocumentKind,
  MemberRole,
  PoliticalStatus,
  Sex,
} from '../../../shared/domain/person.ts';
import type { TraineeGroup } from '../../../shared/domain/trainee.ts';
import type { Reader } from '../archive-store.ts';

/** What an import compares an existing organization by. */
export interface OrganizationRecord {
  readonly id: string;
  readonly name: string;
  readonly communityId: string;
  readonly status: OrganizationStatus;
  readonly filingNumber: string | null;
  readonly filedOn: string | null;
  readonly responsiblePersonId: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly declaredMemberCount: number | null;
  readonly premises: string | null;
  readonly businessScope: string | null;
  readonly activityArea: string | null;
  readonly purpose: string | null;
  readonly funds: string | null;
  readonly fallbackPartyKind: string | null;
  readonly fallbackPartyName: string | null;
  readonly foundedOn: string | null;
  readonly remark: string | null;
  readonly proposedRegistration: number;
  readonly updatedAt: string;
}

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly identityKind: IdentityDocumentKind | null;
  readonly identityNumber: string | null;
  readonly identityHash: string | null;
  readonly identityTailHash: string | null;
  readonly phone: string | null;
  readonly updatedAt: string;
}

export interface MemberRecord extends PersonRecord {
  readonly role: MemberRole;
}

const organizationColumns = `id, name, community_id AS communityId, status, filing_number AS filingNumber,
  filed_on AS filedOn, responsible_person_id AS responsiblePersonId, contact_name AS contactName,
  contact_phone AS contactPhone, declared_member_count AS declaredMemberCount, premises,
  business_scope AS businessScope, activity_area AS activityArea, purpose, funds,
  fallback_party_kind AS fallbackPartyKind, fallback_party_name AS fallbackPartyName, founded_on AS foundedOn,
  remark, proposed_registration AS proposedRegistration, updated_at AS updatedAt`;

/** The organization of this name; the oldest, should there be several. */
export const organizationNamed = (reader: Reader, name: string): OrganizationRecord | null =>
  reader.get<OrganizationRecord>(
    `SELECT ${organizationColumns} FROM organizations WHERE name = ? ORDER BY id LIMIT 1`,
    [name],
  ) ?? null;

export const organizationNamesIn = (reader: Reader, communityId: string): readonly string[] =>
  reader
    .all<{ name: string }>('SELECT name FROM organizations WHERE community_id = ?', [communityId])
    .map(({ name }) => name);

export const categoriesOf = (reader: Reader, organizationId: string): Partial<Categories> =>
  Object.fromEntries(
    reader
      .all<{ scheme: CategoryScheme; code: string }>(
        'SELECT scheme, code FROM organization_categories WHERE organization_id = ?',
        [organizationId],
      )
      .map(({ scheme, code }) => [scheme, code]),
  );

/** Id of the organization that holds a filing number, an empty text for a voided one, null for a free one. */
export const filingNumberHolder = (reader: Reader, filingNumber: string): string | null => {
  const numbered = reader.get<{ holder: string | null }>(
    'SELECT organization_id AS holder FROM filing_numbers WHERE filing_number = ?',
    [filingNumber],
  );
  if (numbered) return numbered.holder ?? '';
  const stated = reader.get<{ id: string }>('SELECT id FROM organizations WHERE filing_number = ?', [
    filingNumber,
  ]);
  return stated?.id ?? null;
};

const personColumns = (table: string): string =>
  `${table}.id, ${table}.name, ${table}.sex, ${table}.birth_date AS birthDate,
   ${table}.political_status AS politicalStatus, ${table}.identity_kind AS identityKind,
   ${table}.identity_number AS identityNumber, ${table}.identity_hash AS identityHash,
   ${table}.identity_tail_hash AS identityTailHash, ${table}.phone, ${table}.updated_at AS updatedAt`;

export const personByIdentity = (reader: Reader, identityHash: string): PersonRecord | null =>
  reader.get<PersonRecord>(`SELECT ${personColumns('people')} FROM people WHERE identity_hash = ?`, [
    identityHash,
  ]) ?? null;

/** People of a name who have the same phone, or are in one of the same groups of trainees and the same community. */
export const peopleAlike = (
  reader: Reader,
  asked: {
    readonly name: string;
    readonly phone: string | null;
    readonly groups: readonly TraineeGroup[];
    readonly communityId: string | null;
  },
): readonly PersonRecord[] =>
  reader.all<PersonRecord>(
    `SELECT ${personColumns('p')} FROM people p WHERE p.name = :name AND (p.phone = :phone OR EXISTS (
       SELECT 1 FROM trainee_stays t WHERE t.person_id = p.id AND t.community_id IS :communityId
         AND t.trainee_group IN (SELECT value FROM json_each(:groups)))) LIMIT 2`,
    { ...asked, groups: JSON.stringify(asked.groups) },
  );

/** Present members of an organization. */
export const currentMembers = (reader: Reader, organizationId: string): readonly MemberRecord[] =>
  reader.all<MemberRecord>(
    `SELECT ${personColumns('p')}, m.role FROM memberships m JOIN people p ON p.id = m.person_id
     WHERE m.organization_id = ? AND m.left_on IS NULL ORDER BY m.position`,
    [organizationId],
  );

/** Present organizations of a person, by id. */
export const organizationsOfPerson = (reader: Reader, personId: string): readonly string[] =>
  reader
    .all<{ id: string }>(
      'SELECT organization_id AS id FROM memberships WHERE person_id = ? AND left_on IS NULL',
      [personId],
    )
    .map(({ id }) => id);

/**
 * Changes when anything that an import is planned against changes: a plan that was made on one state is not
 * carried out on another.
 */
export const registerState = (reader: Reader): string => {
  const state = reader.get<{ state: string }>(
    `SELECT (SELECT count(*) || '/' || coalesce(max(updated_at), '') FROM organizations) || ' ' ||
            (SELECT count(*) || '/' || coalesce(max(updated_at), '') FROM people) || ' ' ||
            (SELECT count(*) || '/' || coalesce(max(rowid), 0) || '/' || count(left_on) FROM memberships) || ' ' ||
            (SELECT count(*) || '/' || coalesce(max(updated_at), '') FROM trainee_stays) || ' ' ||
            (SELECT count(*) FROM filing_numbers) || ' ' || (SELECT count(*) FROM communities) AS state`,
  );
  return state?.state ?? '';
};
