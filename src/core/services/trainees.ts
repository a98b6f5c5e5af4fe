import type { TraineeFilter } from '../../shared/contract/trainees.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import {
  personId as personIdSchema,
  traineeStayId,
  type CommunityId,
  type PersonId,
  type TraineeStayId,
} from '../../shared/domain/ids.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import { firstDayOf, isOnRoster } from '../../shared/domain/roster-day.ts';
import { standingsIn, type RotationCycle, type TraineeStanding } from '../../shared/domain/rotation.ts';
import {
  traineeGroup,
  type TraineeGroup,
  type TraineeRow,
  type TraineeStayInput,
  type TraineeStayRow,
} from '../../shared/domain/trainee.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { getPerson } from '../db/repositories/people.ts';
import {
  deleteTraineeStay,
  getTraineeStay,
  insertTraineeStay,
  listStaffStays,
  listStayRows,
  listTraineePeople,
  saveFreeDays,
  updateTraineeStay,
  type TraineePerson,
} from '../db/repositories/trainees.ts';
import { listTrainingsOfPerson, type PersonTraining } from '../db/repositories/training-attendance.ts';
import type { OpenArchive } from '../open-archive.ts';
import { personFor } from './person-entry.ts';
import { rotationOn } from './rotation.ts';

/** A person of the pool in clear, with how they stand; services and prints that need phones read this. */
export interface Trainee {
  readonly person: TraineePerson;
  readonly standing: TraineeStanding;
  /** Of the day. */
  readonly stays: readonly TraineeStayRow[];
}

export interface Pool {
  readonly asOf: IsoDate;
  readonly cycle: RotationCycle;
  readonly trainees: readonly Trainee[];
}

const isPresent = ({ startsOn, endsOn }: TraineeStayRow, day: IsoDate): boolean =>
  isOnRoster({ joinedOn: startsOn, leftOn: endsOn }, day);

const chosen = (
  standings: readonly TraineeStanding[],
  { groups, communityIds, standings: wanted }: TraineeFilter,
): readonly TraineeStanding[] => {
  const cells = (groups.length === 0 ? [null] : groups).flatMap((group) =>
    (communityIds.length === 0 ? [null] : communityIds).map((communityId) => ({ group, communityId })),
  );
  const found = new Set(cells.flatMap((cell) => standingsIn(standings, cell)));
  return [...found].filter(({ standing }) => wanted.length === 0 || wanted.includes(standing));
};

/** Everybody of the pool who answers to a filter, each once, by the sound of their names. */
export const poolOf = (reader: Reader, filter: TraineeFilter, today: IsoDate): Pool => {
  const asOf = filter.asOf ?? today;
  const { cycle, standings } = rotationOn(reader, { asOf, cycleId: filter.cycleId });
  const found = new Map(chosen(standings, filter).map((standing) => [standing.personId, standing]));
  const ids = [...found.keys()];
  const stays = Map.groupBy(
    listStayRows(reader, ids.length > 500 ? null : ids).filter((stay) => isPresent(stay, asOf)),
    ({ personId }) => personId,
  );
  const words = filter.text.trim();
  const trainees = listTraineePeople(reader, ids).flatMap((person): Trainee[] => {
    const standing = found.get(person.id);
    const own = stays.get(person.id) ?? [];
    if (standing === undefined) return [];
    if (filter.source !== null && !own.some(({ source }) => source === filter.source)) return [];
    const units = own.map(({ workUnit, organizationName }) => `${workUnit ?? ''}${organizationName ?? ''}`);
    const named =
      words === '' ||
      person.name.includes(words) ||
      units.some((unit) => unit.includes(words)) ||
      (/^[\dXx]{4}$/.test(words) && (person.identityNumber ?? '').endsWith(words.toUpperCase()));
    return named ? [{ person, standing, stays: own }] : [];
  });
  return { asOf, cycle, trainees };
};

/** As a screen may show one. */
export const traineeRowOf = ({ person, standing, stays }: Trainee): TraineeRow => ({
  personId: person.id,
  name: person.name,
  maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
  maskedPhone: maskPhone(person.phone),
  stays: stays.map(({ id, group, communityName, source, organizationName, workUnit }) => ({
    id,
    group,
    communityName,
    source,
    unit: organizationName ?? workUnit,
  })),
  // Written by saveFreeDays.
  freeDays: JSON.parse(person.freeDays) as number[],
  minutes: standing.minutes,
  lastOn: standing.lastOn,
  standing: standing.standing,
});

const countByGroup = (
  trainees: readonly Trainee[],
): { readonly group: TraineeGroup; readonly people: number }[] =>
  traineeGroup.options.map((group) => ({
    group,
    people: trainees.filter(({ standing }) => standing.places.some((place) => place.group === group)).length,
  }));

/** One page of the pool, counted by person and by group. @throws CodedError NOT_FOUND `training-cycle` */
export const readTrainees = (
  { store, ports }: OpenArchive,
  input: { readonly filter: TraineeFilter; readonly offset: number; readonly limit: number },
): Promise<{
  readonly rows: TraineeRow[];
  readonly total: number;
  readonly byGroup: { readonly group: TraineeGroup; readonly people: number }[];
}> =>
  store.read((reader) => {
    const { trainees } = poolOf(reader, input.filter, ports.clock.today());
    return {
      rows: trainees.slice(input.offset, input.offset + input.limit).map(traineeRowOf),
      total: trainees.length,
      byGroup: countByGroup(trainees),
    };
  });

const everybody: TraineeFilter = {
  text: '',
  groups: [],
  communityIds: [],
  standings: [],
  source: null,
  asOf: null,
  cycleId: null,
};

/** One person with every stay there was and every training. @throws CodedError NOT_FOUND `person` */
export const readTrainee = (
  { store, ports }: OpenArchive,
  personId: PersonId,
): Promise<{
  readonly person: TraineeRow;
  readonly stays: TraineeStayRow[];
  readonly trainings: PersonTraining[];
}> =>
  store.read((reader) => {
    const [person] = listTraineePeople(reader, [personId]);
    if (person === undefined) throw new CodedError('NOT_FOUND', { what: 'person' });
    const today = ports.clock.today();
    const stays = listStayRows(reader, [personId]);
    const trainings = listTrainingsOfPerson(reader, personId);
    const standing = rotationOn(reader, { ...everybody, asOf: today }).standings.find(
      (each) => each.personId === personId,
    ) ?? {
      personId,
      places: [],
      minutes: 0,
      lastOn: trainings[0]?.on ?? null,
      standing: trainings.length === 0 ? ('never' as const) : ('due' as const),
    };
    const present = stays.filter((stay) => isPresent(stay, today));
    return {
      person: traineeRowOf({ person, standing, stays: present }),
      stays: [...stays],
      trainings: [...trainings],
    };
  });

/** The same group and community twice on one day would count one stay twice. */
const requireApart = (
  reader: Reader,
  personId: PersonId,
  id: TraineeStayId | null,
  { group, communityId, startsOn, endsOn }: TraineeStayInput,
): void => {
  const begins = startsOn === null ? '' : firstDayOf(startsOn);
  const clashes = listStaffStays(reader, personId).some((other) => {
    const otherBegins = other.startsOn === null ? '' : firstDayOf(other.startsOn);
    return (
      other.id !== id &&
      other.group === group &&
      other.communityId === communityId &&
      (other.endsOn === null || other.endsOn > begins) &&
      (endsOn === null || endsOn > otherBegins)
    );
  });
  if (clashes) throw new CodedError('CONFLICT', { what: 'trainee-stay' });
};

/** @throws CodedError NOT_FOUND `community` */
export const requireCommunity = (reader: Reader, id: CommunityId | null): void => {
  if (id !== null && !listCommunities(reader).some((community) => community.id === id))
    throw new CodedError('NOT_FOUND', { what: 'community' });
};

const personOf = (
  archive: OpenArchive,
  writer: Writer,
  { personId, person }: { readonly personId: PersonId | null; readonly person: PersonInput | null },
): PersonId => {
  if (personId !== null) {
    if (getPerson(writer, personId) === null) throw new CodedError('NOT_FOUND', { what: 'person' });
    return personId;
  }
  if (person === null) throw new CodedError('INVALID_VALUE', { field: 'name', reason: 'missing' });
  return personFor(archive, writer, person);
};

/** @throws CodedError NOT_FOUND; CONFLICT `trainee-stay`, `identity-number`; INVALID_VALUE */
export const saveTraineeStay = (
  archive: OpenArchive,
  input: {
    readonly id: TraineeStayId | null;
    readonly personId: PersonId | null;
    readonly person: PersonInput | null;
    readonly stay: TraineeStayInput;
  },
): Promise<{ readonly personId: PersonId }> =>
  archive.store.write((writer) => {
    const { id, stay } = input;
    requireCommunity(writer, stay.communityId);
    const at = archive.ports.clock.instant();
    if (id === null) {
      const personId = personOf(archive, writer, input);
      requireApart(writer, personId, null, stay);
      const newId = traineeStayId.parse(archive.ports.random.id());
      insertTraineeStay(writer, { id: newId, personId, input: stay, importId: null, at });
      return { personId };
    }
    const before = getTraineeStay(writer, id);
    if (before === null) throw new CodedError('NOT_FOUND', { what: 'trainee-stay' });
    requireApart(writer, before.personId, id, stay);
    updateTraineeStay(writer, { id, input: stay, at });
    return { personId: before.personId };
  });

/** Ends stays that go on. @throws CodedError NOT_FOUND; INVALID_VALUE `endsOn` `before-joined` */
export const endTraineeStays = (
  { store, ports }: OpenArchive,
  { ids, endsOn }: { readonly ids: readonly TraineeStayId[]; readonly endsOn: IsoDate },
): Promise<{ readonly ended: number }> =>
  store.write((writer) => {
    let ended = 0;
    for (const id of ids) {
      const before = getTraineeStay(writer, id);
      if (before === null) throw new CodedError('NOT_FOUND', { what: 'trainee-stay' });
      if (before.endsOn !== null) continue;
      if (before.startsOn !== null && firstDayOf(before.startsOn) > endsOn)
        throw new CodedError('INVALID_VALUE', { field: 'endsOn', reason: 'before-joined' });
      updateTraineeStay(writer, { id, input: { ...before, endsOn }, at: ports.clock.instant() });
      ended++;
    }
    return { ended };
  });

/** @throws CodedError NOT_FOUND `trainee-stay` */
export const removeTraineeStay = ({ store }: OpenArchive, id: TraineeStayId): Promise<void> =>
  store.write((writer) => {
    if (getTraineeStay(writer, id) === null) throw new CodedError('NOT_FOUND', { what: 'trainee-stay' });
    deleteTraineeStay(writer, id);
  });

/** Days of the week on which somebody can come; none: any. @throws CodedError NOT_FOUND `person` */
export const setFreeDays = (
  { store }: OpenArchive,
  { personId, weekdays }: { readonly personId: PersonId; readonly weekdays: readonly number[] },
): Promise<void> =>
  store.write((writer) => {
    const id = personIdSchema.parse(personId);
    if (getPerson(writer, id) === null) throw new CodedError('NOT_FOUND', { what: 'person' });
    saveFreeDays(
      writer,
      id,
      [...new Set(weekdays)].toSorted((one, other) => one - other),
    );
  });
