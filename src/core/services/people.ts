import type { IsoDate } from '../../shared/domain/dates.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { maskAddress } from '../../shared/domain/masking.ts';
import type { MemberField, PersonDetails, PersonProfile } from '../../shared/domain/people.ts';
import type { PoliticalStatus } from '../../shared/domain/person.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listConsents } from '../db/repositories/consents.ts';
import { listStaysOfPerson } from '../db/repositories/memberships.ts';
import { personRecord } from '../db/repositories/people-list.ts';
import { getPerson } from '../db/repositories/people.ts';
import { listPosts, listStages } from '../db/repositories/person-career.ts';
import { getDetails, saveDetails } from '../db/repositories/person-details.ts';
import { saveTags } from '../db/repositories/person-tags.ts';
import { listTerms } from '../db/repositories/role-terms.ts';
import type { OpenArchive } from '../open-archive.ts';
import { maskedPerson } from './people-list.ts';
import { savePerson } from './person-entry.ts';
import { rulesOn } from './rules.ts';

/** @throws CodedError NOT_FOUND */
export const profileOf = (reader: Reader, id: PersonId, today: IsoDate): PersonProfile => {
  const record = personRecord(reader, id);
  if (record === null) throw new CodedError('NOT_FOUND', { what: 'person' });
  const details = getDetails(reader, id);
  return {
    person: maskedPerson(record, today),
    details: { ...details, address: maskAddress(details.address) },
    stays: [...listStaysOfPerson(reader, id)],
    terms: [...listTerms(reader, id)],
    consents: [...listConsents(reader, id)],
    stages: [...listStages(reader, id)],
    posts: [...listPosts(reader, id)],
  };
};

/** Everything that is kept of a person, numbers masked. @throws CodedError NOT_FOUND */
export const readPerson = ({ store, ports }: OpenArchive, id: PersonId): Promise<PersonProfile> =>
  store.read((reader) => profileOf(reader, id, ports.clock.today()));

/** Writes something of a person and gives the person back. @throws CodedError NOT_FOUND, and what `change` throws */
export const changePerson = (
  { store, ports }: OpenArchive,
  id: PersonId,
  change: (writer: Writer) => void,
): Promise<PersonProfile> =>
  store.write((writer) => {
    if (getPerson(writer, id) === null) throw new CodedError('NOT_FOUND', { what: 'person' });
    change(writer);
    return profileOf(writer, id, ports.clock.today());
  });

export const setTags = (
  archive: OpenArchive,
  id: PersonId,
  tags: readonly string[],
): Promise<PersonProfile> => changePerson(archive, id, (writer) => saveTags(writer, id, tags));

/**
 * Saves what the rule pack allows to be kept; the rest is dropped without a trace (PIPL Art. 6). What is absent or, for
 * the masked address, null, stays.
 */
export const saveAllowedDetails = (
  archive: OpenArchive,
  id: PersonId,
  given: { readonly [F in MemberField]?: PersonDetails[F] | undefined },
): Promise<PersonProfile> =>
  changePerson(archive, id, (writer) => {
    const { optionalFields } = rulesOn(writer, archive.ports.clock.today()).body.members;
    const before = getDetails(writer, id);
    const after = Object.fromEntries(
      optionalFields.flatMap((field) => {
        const value = given[field];
        return value === undefined || (field === 'address' && value === null) ? [] : [[field, value]];
      }),
    );
    saveDetails(writer, id, { ...before, ...after });
  });

/** Sets the political status. */
export const setPoliticalStatus = (
  archive: OpenArchive,
  writer: Writer,
  personId: PersonId,
  politicalStatus: PoliticalStatus,
): void => {
  const person = getPerson(writer, personId);
  if (person === null || person.politicalStatus === politicalStatus) return;
  const { id, ...input } = person;
  savePerson(archive, writer, id, { ...input, politicalStatus });
};
