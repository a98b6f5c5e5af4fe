import { createHash } from 'node:crypto';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import {
  organizationId,
  personMergeId,
  type OrganizationId,
  type PersonId,
  type PersonMergeId,
} from '../../shared/domain/ids.ts';
import {
  mergedField,
  type LikelyPair,
  type MergedField,
  type MergePreview,
  type PersonMerge,
  type PersonProfile,
} from '../../shared/domain/people.ts';
import type { Person, PersonInput } from '../../shared/domain/person.ts';
import { CodedError } from '../../shared/errors.ts';
import { politicalStatusLabels, sexLabels } from '../../shared/labels/person.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listStaysOfPerson } from '../db/repositories/memberships.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { personRecord } from '../db/repositories/people-list.ts';
import { deletePerson, getPerson } from '../db/repositories/people.ts';
import { getDetails, saveDetails } from '../db/repositories/person-details.ts';
import {
  getMerge,
  insertDistinction,
  insertMerge,
  listLikelyPairs,
  listMerges,
  markMergeUndone,
  moveToPerson,
  namedIn,
  nameInstead,
  readPersonRows,
  restorePersonRows,
  type NamedIn,
  type PersonRows,
} from '../db/repositories/person-merges.ts';
import { volunteerOf } from '../db/repositories/service-lines.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { maskedPerson } from './people-list.ts';
import { joinStays, sharedStays } from './joined-stays.ts';
import { profileOf } from './people.ts';
import { savePerson } from './person-entry.ts';
import { settlePoints } from './service-points.ts';

/** As many as somebody goes through at a time. */
const pairsShown = 100;
const mergesShown = 50;

const requirePerson = (reader: Reader, id: PersonId): Person => {
  const found = getPerson(reader, id);
  if (found === null) throw new CodedError('NOT_FOUND', { what: 'person' });
  return found;
};

/** Entries that may be one person, the likeliest first. */
export const readDuplicates = ({
  store,
  ports,
}: OpenArchive): Promise<{ readonly pairs: LikelyPair[]; readonly more: boolean }> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const found = listLikelyPairs(reader, pairsShown + 1);
    const pairs = found.slice(0, pairsShown).flatMap(({ oneId, otherId, likeness }) => {
      const [one, other] = [personRecord(reader, oneId), personRecord(reader, otherId)];
      return one === null || other === null
        ? []
        : [{ one: maskedPerson(one, today), other: maskedPerson(other, today), likeness }];
    });
    return { pairs, more: found.length > pairsShown };
  });

/** Two entries are two people, and are not asked about again. @throws CodedError NOT_FOUND */
export const tellApart = (
  { store }: OpenArchive,
  { oneId, otherId }: { readonly oneId: PersonId; readonly otherId: PersonId },
): Promise<void> =>
  store.write((writer) => {
    requirePerson(writer, oneId);
    requirePerson(writer, otherId);
    insertDistinction(writer, oneId, otherId);
  });

const shownField = (person: Person, field: MergedField): string | null => {
  switch (field) {
    case 'name':
      return person.name;
    case 'sex':
      return person.sex === null ? null : sexLabels[person.sex];
    case 'birthDate':
      return person.birthDate?.slice(0, 7) ?? null;
    case 'politicalStatus':
      return person.politicalStatus === null ? null : politicalStatusLabels[person.politicalStatus];
    case 'identityNumber':
      return maskIdentityNumber(person.identityNumber);
    case 'phone':
      return maskPhone(person.phone);
  }
};

interface Two {
  readonly kept: Person;
  readonly merged: Person;
}

const requireTwo = (reader: Reader, keptId: PersonId, mergedId: PersonId): Two => {
  const two = { kept: requirePerson(reader, keptId), merged: requirePerson(reader, mergedId) };
  if (keptId === mergedId) throw new CodedError('INVALID_VALUE', { field: 'mergedId', reason: 'same' });
  // Two accounts of points cannot become one: what was redeemed from each stays with it.
  if (volunteerOf(reader, keptId) !== null && volunteerOf(reader, mergedId) !== null)
    throw new CodedError('CONFLICT', { what: 'two-volunteers' });
  if (two.kept.identityNumber !== null && two.merged.identityNumber !== null)
    throw new CodedError('CONFLICT', { what: 'identity-number' });
  return two;
};

/** What a merge would make. @throws CodedError NOT_FOUND; INVALID_VALUE `same`; CONFLICT `identity-number` */
export const previewMerge = (
  { store, ports }: OpenArchive,
  { keptId, mergedId }: { readonly keptId: PersonId; readonly mergedId: PersonId },
): Promise<MergePreview> =>
  store.read((reader) => {
    const two = requireTwo(reader, keptId, mergedId);
    const today = ports.clock.today();
    const stays = listStaysOfPerson(reader, mergedId);
    return {
      kept: profileOf(reader, keptId, today).person,
      merged: profileOf(reader, mergedId, today).person,
      fields: mergedField.options.map((field) => ({
        field,
        kept: shownField(two.kept, field),
        merged: shownField(two.merged, field),
      })),
      bothIn: [
        ...new Set(
          sharedStays(reader, keptId, mergedId).map(
            ({ organizationId: id }) =>
              stays.find((stay) => stay.organizationId === id)?.organizationName ?? '',
          ),
        ),
      ],
    };
  });

/** A fact of the kept entry, unless it is unknown there or the merged one is right. */
const mergedInput = ({ kept, merged }: Two, take: readonly MergedField[]): PersonInput => {
  const pick = <F extends MergedField>(field: F): Person[F] =>
    take.includes(field) ? (merged[field] ?? kept[field]) : (kept[field] ?? merged[field]);
  const identified = kept.identityNumber === null ? merged : kept;
  return {
    name: pick('name'),
    sex: pick('sex'),
    birthDate: pick('birthDate'),
    politicalStatus: pick('politicalStatus'),
    identityKind: identified.identityKind,
    identityNumber: identified.identityNumber,
    phone: pick('phone'),
  };
};

const mergeDetails = (writer: Writer, { kept, merged }: Two): void => {
  const [ours, theirs] = [getDetails(writer, kept.id), getDetails(writer, merged.id)];
  saveDetails(writer, kept.id, {
    address: ours.address ?? theirs.address,
    nation: ours.nation ?? theirs.nation,
    education: ours.education ?? theirs.education,
    speciality: ours.speciality ?? theirs.speciality,
    workUnit: ours.workUnit ?? theirs.workUnit,
  });
};

/** @param known tables that count: a merge that was made before a table existed is held against those of its day */
const markOf = (reader: Reader, id: PersonId, known: PersonRows): string => {
  const rows = Object.entries(readPersonRows(reader, [id])).filter(([table]) => table in known);
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(rows)))
    .digest('hex');
};

/** What undo restores. */
interface Before {
  readonly rows: PersonRows;
  readonly named: NamedIn;
}

const organizationsIn = ({ rows, named }: Before): readonly OrganizationId[] => {
  const ids = [...rows.memberships.map((row) => row['organization_id']), ...named.organizations];
  return [...new Set(ids)].map((id) => organizationId.parse(id));
};

const becomeOne = (archive: OpenArchive, writer: Writer, two: Two, take: readonly MergedField[]): void => {
  const { kept, merged } = two;
  for (const shared of sharedStays(writer, kept.id, merged.id)) joinStays(writer, kept.id, shared);
  moveToPerson(writer, merged.id, kept.id);
  mergeDetails(writer, two);
  nameInstead(writer, namedIn(writer, merged.id), { from: merged.id, to: kept.id });
  deletePerson(writer, merged.id);
  savePerson(archive, writer, kept.id, mergedInput(two, take));
};

/**
 * Makes one person of two: both memberships, tags, terms, consents, stages and posts are kept; stays in one
 * organization that share a day become one from the earlier day.
 *
 * @throws CodedError as previewMerge; DOSSIER_SEALED where one of them is in a sealed dossier
 */
export const mergePeople = (
  archive: OpenArchive,
  input: { readonly keptId: PersonId; readonly mergedId: PersonId; readonly take: readonly MergedField[] },
): Promise<{ readonly id: PersonMergeId; readonly profile: PersonProfile }> =>
  archive.store.write((writer) => {
    const two = requireTwo(writer, input.keptId, input.mergedId);
    const { kept, merged } = two;
    const before: Before = {
      rows: readPersonRows(writer, [kept.id, merged.id]),
      named: namedIn(writer, merged.id),
    };
    const organizations = organizationsIn(before);
    for (const organization of organizations) requireOpenDossier(writer, organization);
    becomeOne(archive, writer, two, input.take);
    for (const organization of organizations) refreshOrganization(writer, organization);
    settlePoints(archive.ports, writer, kept.id, '合并为一人');
    const id = personMergeId.parse(archive.ports.random.id());
    insertMerge(writer, {
      id,
      keptId: kept.id,
      mergedId: merged.id,
      mergedName: merged.name,
      before: JSON.stringify(before),
      afterMark: markOf(writer, kept.id, before.rows),
      mergedAt: archive.ports.clock.instant(),
    });
    return { id, profile: profileOf(writer, kept.id, archive.ports.clock.today()) };
  });

/** Merges that can be taken back, newest first. */
export const readMerges = ({ store }: OpenArchive): Promise<PersonMerge[]> =>
  store.read((reader) => [...listMerges(reader, mergesShown)]);

/** Makes two of one again, as they were. @throws CodedError NOT_FOUND; CONFLICT `person` when changed since; DOSSIER_SEALED */
export const undoMerge = ({ store, ports }: OpenArchive, id: PersonMergeId): Promise<PersonProfile> =>
  store.write((writer) => {
    const merge = getMerge(writer, id);
    if (merge === null) throw new CodedError('NOT_FOUND', { what: 'merge' });
    // Written by mergePeople.
    const before = JSON.parse(merge.before) as Before;
    if (markOf(writer, merge.keptId, before.rows) !== merge.afterMark)
      throw new CodedError('CONFLICT', { what: 'person' });
    for (const organization of organizationsIn(before)) requireOpenDossier(writer, organization);
    restorePersonRows(writer, merge.keptId, before.rows);
    nameInstead(writer, before.named, { from: merge.keptId, to: merge.mergedId });
    for (const organization of organizationsIn(before)) refreshOrganization(writer, organization);
    for (const personId of [merge.keptId, merge.mergedId]) settlePoints(ports, writer, personId, '撤销合并');
    markMergeUndone(writer, id, ports.clock.instant());
    return profileOf(writer, merge.keptId, ports.clock.today());
  });
