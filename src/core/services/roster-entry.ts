import { minorityOn } from '../../shared/domain/age.ts';
import { refusedMember, type RefusedMember } from '../../shared/contract/roster.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { MembershipInput, Person, PersonInput } from '../../shared/domain/person.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { hasConsent } from '../db/repositories/consents.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { findPersonByIdentityHash } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { identityLookup } from './identity-lookup.ts';
import { personFor, provenPerson } from './person-entry.ts';
import { enterMembership, requireAfterLastStay, requireNotAhead, requireRoleFree } from './roster-changes.ts';

/** One of many members as they are handed in. */
interface EnteredMember {
  readonly person: PersonInput;
  readonly membership: Omit<MembershipInput, 'personId' | 'organizationId' | 'leftOn'>;
}

const knownPerson = ({ keys }: OpenArchive, reader: Reader, { identityNumber }: PersonInput): Person | null =>
  identityNumber === null
    ? null
    : findPersonByIdentityHash(reader, identityLookup(keys, identityNumber).whole);

/** Everything that adding a member may refuse, asked before anything is written. @throws CodedError as addMember */
const requireEnterable = (
  archive: OpenArchive,
  reader: Reader,
  organizationId: OrganizationId,
  { person, membership }: EnteredMember,
): void => {
  const proven = provenPerson(person);
  const known = knownPerson(archive, reader, proven);
  if (known !== null && known.name !== proven.name)
    throw new CodedError('CONFLICT', { what: 'identity-number' });
  requireNotAhead(archive, 'joinedOn', membership.joinedOn);
  if (known !== null) requireAfterLastStay(reader, organizationId, known.id, membership.joinedOn);
  const birthDate = known?.birthDate ?? proven.birthDate;
  const agreed = known !== null && hasConsent(reader, known.id, 'guardian');
  if (minorityOn(birthDate, archive.ports.clock.today()) === 'under-14' && !agreed)
    throw new CodedError('GUARDIAN_CONSENT_MISSING', {});
  requireRoleFree(reader, organizationId, known?.id ?? null, { before: null, after: membership.role });
};

const refusalOf = (index: number, error: unknown): RefusedMember => {
  if (!(error instanceof CodedError)) throw error;
  const { data } = error as CodedError<'INVALID_VALUE'> | CodedError<'CONFLICT'>;
  const field = 'field' in data ? data.field : 'what' in data ? data.what : null;
  const reason = 'reason' in data ? data.reason : null;
  return refusedMember.parse({ index, code: error.code, field, reason });
};

/**
 * Adds many members in one transaction: the sound ones together, the others named with what is wrong.
 *
 * @throws CodedError NOT_FOUND, DOSSIER_SEALED
 */
export const addMembers = (
  archive: OpenArchive,
  input: { readonly organizationId: OrganizationId; readonly members: readonly EnteredMember[] },
): Promise<{ readonly added: number; readonly refused: RefusedMember[] }> =>
  archive.store.write((writer) => {
    const { organizationId, members } = input;
    if (getOrganization(writer, organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, organizationId);
    const refused: RefusedMember[] = [];
    members.forEach((member, index) => {
      try {
        requireEnterable(archive, writer, organizationId, member);
      } catch (error) {
        refused.push(refusalOf(index, error));
        return;
      }
      const personId = personFor(archive, writer, member.person);
      enterMembership(archive, writer, { ...member.membership, organizationId, personId, leftOn: null });
    });
    refreshOrganization(writer, organizationId);
    return { added: members.length - refused.length, refused };
  });
