import {
  membershipId,
  personId,
  type MembershipId,
  type OrganizationId,
  type PersonId,
} from '../../shared/domain/ids.ts';
import { readIdentityNumber } from '../../shared/domain/identity-number.ts';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import {
  rosterRow,
  type MembershipInput,
  type Person,
  type PersonInput,
  type RosterRow,
} from '../../shared/domain/person.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  currentMembership,
  deleteMembership,
  getMembership,
  insertMembership,
  listRoster,
  organizationsOfPerson,
  rosterRecord,
  updateMembership,
  type RosterRecord,
} from '../db/repositories/memberships.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import {
  findPeopleByName,
  findPersonByIdentityHash,
  getPerson,
  insertPerson,
  updatePerson,
} from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { identityLookup } from './identity-lookup.ts';

const toRow = (record: RosterRecord): RosterRow => {
  const { birthDate, identityNumber, phone, otherOrganizations, ...shown } = record;
  return rosterRow.parse({
    ...shown,
    birthMonth: birthDate?.slice(0, 7) ?? null,
    maskedIdentityNumber: maskIdentityNumber(identityNumber),
    maskedPhone: maskPhone(phone),
    otherOrganizations: JSON.parse(otherOrganizations) as string[],
  });
};

/** The roster, numbers masked. @param text part of a name, role or remark */
export const readRoster = (
  { store }: OpenArchive,
  input: { readonly organizationId: OrganizationId; readonly text: string; readonly includeFormer: boolean },
): Promise<RosterRow[]> =>
  store.read((reader) => {
    const wanted = input.text.trim();
    return listRoster(reader, input.organizationId, input.includeFormer)
      .filter((record) =>
        [record.name, record.roleTitle, record.remark].some((text) => text?.includes(wanted)),
      )
      .map(toRow);
  });

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

/** Saves a proven person's data under an id that is known or new. */
export const savePerson = (archive: OpenArchive, writer: Writer, id: PersonId, input: PersonInput): void => {
  const identity = input.identityNumber === null ? null : identityLookup(archive.keys, input.identityNumber);
  const taken = identity === null ? null : findPersonByIdentityHash(writer, identity.whole);
  if (taken !== null && taken.id !== id) throw new CodedError('CONFLICT', { what: 'identity-number' });
  const stored = { id, input, identity, importId: null, at: archive.ports.clock.instant() };
  if (getPerson(writer, id) === null) insertPerson(writer, stored);
  else updatePerson(writer, stored);
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

const rowOf = (reader: Reader, id: MembershipId): RosterRow => {
  const record = rosterRecord(reader, id);
  if (record === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
  return toRow(record);
};

/** Adds a member. @throws CodedError NOT_FOUND, INVALID_VALUE; CONFLICT `member` when already on the roster */
export const addMember = (
  archive: OpenArchive,
  input: { readonly person: PersonInput; readonly membership: Omit<MembershipInput, 'personId'> },
): Promise<RosterRow> =>
  archive.store.write((writer) => {
    const { organizationId } = input.membership;
    if (getOrganization(writer, organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, organizationId);
    const person = personFor(archive, writer, input.person);
    if (currentMembership(writer, organizationId, person) !== null)
      throw new CodedError('CONFLICT', { what: 'member' });
    const id = membershipId.parse(archive.ports.random.id());
    insertMembership(writer, { id, input: { ...input.membership, personId: person }, importId: null });
    refreshOrganization(writer, organizationId);
    return rowOf(writer, id);
  });

/** Changes a member's role, dates or personal data; fields of `person` that are absent stay. @throws CodedError as addMember */
export const changeMember = (
  archive: OpenArchive,
  input: {
    readonly membershipId: MembershipId;
    readonly membership: Omit<MembershipInput, 'personId' | 'organizationId'>;
    readonly person: { readonly [K in keyof PersonInput]?: PersonInput[K] | undefined };
  },
): Promise<RosterRow> =>
  archive.store.write((writer) => {
    const before = getMembership(writer, input.membershipId);
    const person = before === null ? null : getPerson(writer, before.personId);
    if (before === null || person === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
    requireOpenDossier(writer, before.organizationId);
    const { id, ...known } = person;
    const given = Object.fromEntries(Object.entries(input.person).filter(([, value]) => value !== undefined));
    savePerson(archive, writer, id, provenPerson({ ...known, ...given }));
    updateMembership(writer, { ...before, ...input.membership });
    refreshOrganization(writer, before.organizationId);
    return rowOf(writer, before.id);
  });

/** Takes an entry made by mistake off the roster; a member who leaves keeps the entry with a date of leaving. */
export const removeMember = ({ store }: OpenArchive, id: MembershipId): Promise<void> =>
  store.write((writer) => {
    const before = getMembership(writer, id);
    if (before === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
    requireOpenDossier(writer, before.organizationId);
    deleteMembership(writer, id);
    refreshOrganization(writer, before.organizationId);
  });

export interface PossiblePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly maskedIdentityNumber: string | null;
  readonly organizations: string[];
}

/** People who could be meant by a name or an identity number. */
export const findPossiblePeople = (
  { store, keys }: OpenArchive,
  input: { readonly name: string; readonly identityNumber: string | null },
): Promise<PossiblePerson[]> =>
  store.read((reader) => {
    const identity = readIdentityNumber(input.identityNumber ?? '');
    const same =
      identity.kind === 'value'
        ? findPersonByIdentityHash(reader, identityLookup(keys, identity.value.number).whole)
        : null;
    const people = same === null ? findPeopleByName(reader, input.name.trim(), 10) : [same];
    return people.map((person) => ({
      id: person.id,
      name: person.name,
      maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
      organizations: organizationsOfPerson(reader, person.id).map(({ name }) => name),
    }));
  });
