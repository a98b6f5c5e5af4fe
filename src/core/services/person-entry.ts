import { personId, type PersonId } from '../../shared/domain/ids.ts';
import { readIdentityNumber } from '../../shared/domain/identity-number.ts';
import type { Person, PersonInput } from '../../shared/domain/person.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import { organizationsOfPerson } from '../db/repositories/memberships.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import {
  findPersonByIdentityHash,
  getPerson,
  insertPerson,
  updatePerson,
} from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { identityLookup } from './identity-lookup.ts';

/**
 * A person's numbers as typed, proven: the identity number by GB 11643 and filling in birth date and sex, the phone
 * reduced to its digits.
 *
 * @throws CodedError INVALID_VALUE with the field and the reason's finding code
 */
export const provenPerson = (input: PersonInput): PersonInput => {
  const identity = readIdentityNumber(input.identityNumber ?? '');
  if (identity.kind === 'refused')
    throw new CodedError('INVALID_VALUE', { field: 'identityNumber', reason: identity.code });
  const phone = readPhone(input.phone ?? '');
  if (phone.kind === 'refused') throw new CodedError('INVALID_VALUE', { field: 'phone', reason: phone.code });
  const known = identity.kind === 'value' ? identity.value : null;
  return {
    ...input,
    identityKind: known?.kind ?? null,
    identityNumber: known?.number ?? null,
    birthDate: known?.birthDate ?? input.birthDate,
    sex: known?.sex ?? input.sex,
    phone: phone.kind === 'value' ? phone.value : null,
  };
};

const missingFrom = (known: Person, given: PersonInput): PersonInput => ({
  name: known.name,
  sex: known.sex ?? given.sex,
  birthDate: known.birthDate ?? given.birthDate,
  politicalStatus: given.politicalStatus ?? known.politicalStatus,
  identityKind: known.identityKind ?? given.identityKind,
  identityNumber: known.identityNumber ?? given.identityNumber,
  phone: given.phone ?? known.phone,
});

/**
 * Saves a proven person's data under an id that is known or new. Every organization of somebody whose political status
 * changes counts its Party members anew.
 *
 * @throws CodedError CONFLICT `identity-number`
 */
export const savePerson = (archive: OpenArchive, writer: Writer, id: PersonId, input: PersonInput): void => {
  const identity = input.identityNumber === null ? null : identityLookup(archive.keys, input.identityNumber);
  const taken = identity === null ? null : findPersonByIdentityHash(writer, identity.whole);
  if (taken !== null && taken.id !== id) throw new CodedError('CONFLICT', { what: 'identity-number' });
  const stored = { id, input, identity, importId: null, at: archive.ports.clock.instant() };
  const before = getPerson(writer, id);
  if (before === null) {
    insertPerson(writer, stored);
    return;
  }
  updatePerson(writer, stored);
  if (before.politicalStatus === input.politicalStatus) return;
  for (const organization of organizationsOfPerson(writer, id)) refreshOrganization(writer, organization.id);
};

/**
 * The person meant by an entry: the one with the same identity number, else a new one. Names alone never merge two
 * people; the screen asks with `findPeople` first.
 */
export const personFor = (archive: OpenArchive, writer: Writer, input: PersonInput): PersonId => {
  const proven = provenPerson(input);
  const lookup = proven.identityNumber === null ? null : identityLookup(archive.keys, proven.identityNumber);
  const known = lookup === null ? null : findPersonByIdentityHash(writer, lookup.whole);
  if (known !== null && known.name !== proven.name)
    throw new CodedError('CONFLICT', { what: 'identity-number' });
  const id = known?.id ?? personId.parse(archive.ports.random.id());
  savePerson(archive, writer, id, known === null ? proven : missingFrom(known, proven));
  return id;
};
