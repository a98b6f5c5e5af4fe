import { membershipId, type OrganizationId, type PersonId } from '../../shared/domain/ids.ts';
import type { OrganizationFacts } from '../../shared/domain/organization.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  currentMembership,
  getMembership,
  insertMembership,
  keepFormerRole,
  listRoster,
  updateMembership,
} from '../db/repositories/memberships.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireGuardianConsent } from './consents.ts';
import { personFor, provenPerson, savePerson } from './person-entry.ts';

/**
 * The facts with the responsible person as typed on the form. The same name again means the same person, so that a
 * draft saved twice makes no second one; numbers that the form left out stay.
 *
 * @throws CodedError INVALID_VALUE, CONFLICT `identity-number`
 */
export const withResponsiblePerson = (
  archive: OpenArchive,
  writer: Writer,
  facts: OrganizationFacts,
  input: PersonInput | null,
): OrganizationFacts => {
  if (input === null) return facts;
  const known = facts.responsiblePersonId === null ? null : getPerson(writer, facts.responsiblePersonId);
  if (known === null || known.name !== input.name) {
    return { ...facts, responsiblePersonId: personFor(archive, writer, input) };
  }
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const { id, ...stored } = known;
  savePerson(archive, writer, id, provenPerson({ ...stored, ...given }));
  return facts;
};

/**
 * Gives the responsible person that place on the roster; whoever had it before becomes an ordinary member. The
 * roster, the form and the certificate then name the same person.
 */
export const seatResponsiblePerson = (
  archive: OpenArchive,
  writer: Writer,
  organizationId: OrganizationId,
  personId: PersonId | null,
): void => {
  if (personId === null) return;
  requireGuardianConsent(archive, writer, personId);
  const today = archive.ports.clock.today();
  for (const row of listRoster(writer, organizationId, 'current')) {
    if (row.role !== 'responsible-person' || row.personId === personId) continue;
    const former = getMembership(writer, membershipId.parse(row.membershipId));
    if (former === null) continue;
    keepFormerRole(writer, former, today);
    updateMembership(writer, { ...former, role: 'member', roleTitle: null });
  }
  const seat = currentMembership(writer, organizationId, personId);
  if (seat !== null) {
    if (seat.role !== 'responsible-person') {
      keepFormerRole(writer, seat, today);
      updateMembership(writer, { ...seat, role: 'responsible-person', roleTitle: null });
    }
    return;
  }
  insertMembership(writer, {
    id: membershipId.parse(archive.ports.random.id()),
    input: {
      organizationId,
      personId,
      role: 'responsible-person',
      roleTitle: null,
      joinedOn: null,
      leftOn: null,
      remark: null,
    },
    importId: null,
  });
};
