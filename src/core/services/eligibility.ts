import type { RestrictedPerson } from '../../shared/contract/eligibility.ts';
import { eligibilityHints, type EligibilityHint, type Restriction } from '../../shared/domain/eligibility.ts';
import { readIdentityNumber } from '../../shared/domain/identity-number.ts';
import { restrictionId, type OrganizationId, type PersonId } from '../../shared/domain/ids.ts';
import { maskIdentityNumber } from '../../shared/domain/masking.ts';
import type { Person } from '../../shared/domain/person.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { organizationsLedBy } from '../db/repositories/memberships.ts';
import { getPerson } from '../db/repositories/people.ts';
import {
  deleteRestrictedPerson,
  insertRestrictedPerson,
  listRestrictedPeople,
  restrictionsOn,
} from '../db/repositories/restricted-people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { identityLookup } from './identity-lookup.ts';
import { rulesOn } from './rules.ts';

/** Entries that mean this person; one with another identity number does not, whatever its name. */
const restrictionsOf = ({ keys }: OpenArchive, reader: Reader, person: Person): readonly Restriction[] => {
  const hash = person.identityNumber === null ? null : identityLookup(keys, person.identityNumber).whole;
  return restrictionsOn(reader, person.name, hash)
    .filter(({ identityHash }) => hash === null || identityHash === null || identityHash === hash)
    .map(({ reason, source, identityHash }) => ({
      reason,
      source,
      proven: hash !== null && identityHash === hash,
    }));
};

/** What to look at before a person answers for an organization (FEATURES A21). @throws CodedError NOT_FOUND */
export const checkEligibility = (
  archive: OpenArchive,
  input: { readonly personId: PersonId; readonly organizationId: OrganizationId },
): Promise<EligibilityHint[]> =>
  archive.store.read((reader) => {
    const person = getPerson(reader, input.personId);
    if (person === null) throw new CodedError('NOT_FOUND', { what: 'person' });
    const today = archive.ports.clock.today();
    return [
      ...eligibilityHints({
        name: person.name,
        birthDate: person.birthDate,
        today,
        leads: organizationsLedBy(reader, person.id, input.organizationId),
        mostLed: rulesOn(reader, today).body.mostOrganizationsLed,
        restrictions: restrictionsOf(archive, reader, person),
      }),
    ];
  });

export const readRestrictions = ({ store }: OpenArchive): Promise<RestrictedPerson[]> =>
  store.read((reader) => [...listRestrictedPeople(reader)]);

/**
 * Puts a person on the office's list. Of the identity number only a keyed hash and the masked form are kept.
 *
 * @throws CodedError INVALID_VALUE `identityNumber`
 */
export const addRestriction = (
  { store, ports, keys }: OpenArchive,
  input: Omit<RestrictedPerson, 'id' | 'maskedIdentityNumber'> & { readonly identityNumber: string | null },
): Promise<RestrictedPerson> =>
  store.write((writer) => {
    const { identityNumber, ...entry } = input;
    const reading = readIdentityNumber(identityNumber ?? '');
    if (reading.kind === 'refused') {
      throw new CodedError('INVALID_VALUE', { field: 'identityNumber', reason: reading.code });
    }
    const number = reading.kind === 'value' ? reading.value.number : null;
    const value: RestrictedPerson = {
      ...entry,
      id: restrictionId.parse(ports.random.id()),
      maskedIdentityNumber: maskIdentityNumber(number),
    };
    const hash = number === null ? null : identityLookup(keys, number).whole;
    insertRestrictedPerson(writer, value, hash, ports.clock.instant());
    return value;
  });

/** @throws CodedError NOT_FOUND */
export const removeRestriction = ({ store }: OpenArchive, id: string): Promise<void> =>
  store.write((writer) => {
    if (!deleteRestrictedPerson(writer, id)) throw new CodedError('NOT_FOUND', { what: 'restriction' });
  });
