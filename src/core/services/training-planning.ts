import type { PlanRequest, PlanResult } from '../../shared/contract/rotation.ts';
import { addDays, weekdayOf } from '../../shared/domain/calendar-days.ts';
import type { TrainingSessionId } from '../../shared/domain/ids.ts';
import type { TraineeGroup } from '../../shared/domain/trainee.ts';
import {
  planTraining,
  type PlannerInput,
  type PlannerSlot,
  type PlannerTrainee,
} from '../../shared/domain/training-planner.ts';
import { minutesBetween, overlap, type TrainingMeans } from '../../shared/domain/training.ts';
import { CodedError } from '../../shared/errors.ts';
import { listBookings, type Booking } from '../db/repositories/training-attendance.ts';
import { listSessions } from '../db/repositories/training-sessions.ts';
import type { OpenArchive } from '../open-archive.ts';
import { enrolIn } from './training-attendance.ts';
import { requireSession, storeSession } from './training-sessions.ts';
import { poolOf, type Trainee } from './trainees.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

/** More than anybody plans at once, and few enough to weigh. */
const mostSlots = 2_000;

/** Every place at every time of the days asked for. @throws CodedError INVALID_VALUE `endsOn` */
const slotsOf = ({ from, to, weekdays, times, places }: PlanRequest): PlannerSlot[] => {
  if (to < from) throw new CodedError('INVALID_VALUE', { field: 'endsOn', reason: 'before-joined' });
  const slots: PlannerSlot[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!weekdays.includes(weekdayOf(day))) continue;
    for (const { starts, ends } of times) {
      if (minutesBetween(`${day}T${starts}`, `${day}T${ends}`) <= 0)
        throw new CodedError('INVALID_VALUE', { field: 'endsOn', reason: 'before-joined' });
      for (const { name, ...place } of places)
        slots.push({ ...place, place: name, startsAt: `${day}T${starts}`, endsAt: `${day}T${ends}` });
    }
    if (slots.length > mostSlots)
      throw new CodedError('INVALID_VALUE', { field: 'endsOn', reason: 'too-large' });
  }
  return slots;
};

interface Prepared {
  readonly input: PlannerInput;
  readonly trainees: ReadonlyMap<string, Trainee>;
}

const prepare = ({ store, ports }: OpenArchive, request: PlanRequest): Promise<Prepared> =>
  store.read((reader) => {
    const { from, to, teachers, fewest } = request;
    const { trainees } = poolOf(reader, request.filter, ports.clock.today());
    const bookings = Map.groupBy(listBookings(reader, { from, to }), ({ personId }) => personId);
    const taken = listSessions(reader, { from, to, courseId: null }).filter(
      ({ state }) => state !== 'cancelled',
    );
    const free = slotsOf(request).filter(
      (slot) => !taken.some((session) => session.place === slot.place && overlap(session, slot)),
    );
    return {
      input: {
        trainees: trainees.map(({ person, standing }): PlannerTrainee => ({
          id: person.id,
          communityIds: standing.places.flatMap(({ communityId }) => communityId ?? []),
          // Written by saveFreeDays.
          freeDays: JSON.parse(person.freeDays) as number[],
          busy: bookings.get(person.id) ?? [],
        })),
        slots: free,
        teachers,
        fewest,
      },
      trainees: new Map(trainees.map((trainee) => [trainee.person.id, trainee])),
    };
  });

const communityNameOf = ({ stays }: Trainee): string | null =>
  stays.find(({ communityName }) => communityName !== null)?.communityName ?? null;

const plan = async (archive: OpenArchive, request: PlanRequest, watch: Watch): Promise<PlanResult> => {
  const { input, trainees } = await prepare(archive, request);
  const steps = planTraining(input);
  let step = steps.next();
  for (; step.done !== true; step = steps.next())
    await watch.report(step.value.stage, step.value.done, step.value.total);
  const personOf = (id: string) => {
    const trainee = trainees.get(id);
    if (trainee === undefined) throw new Error('the planner seats only whom it was given');
    const { person } = trainee;
    return { personId: person.id, name: person.name, communityName: communityNameOf(trainee) };
  };
  return {
    sessions: step.value.sessions.map(({ slot, people }) => ({
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      place: slot.place,
      communityId: slot.communityId,
      capacity: slot.capacity,
      people: people.map(personOf),
    })),
    unplaced: step.value.unplaced.map(({ id, why }) => ({ ...personOf(id), why })),
    wanted: input.trainees.length,
  };
};

/** Proposes sessions, in slices between which a cancel is seen. @throws CodedError INVALID_VALUE, CANCELLED */
export const proposeSessions = (
  archive: OpenArchive,
  request: PlanRequest,
  signal?: AbortSignal,
): ProgressThen<PlanResult> => watched((watch) => plan(archive, request, watch), signal);

interface AcceptedPlan {
  readonly title: string;
  readonly topic: string;
  readonly means: TrainingMeans;
  readonly courseId: PlanRequest['courseId'];
  readonly groups: readonly TraineeGroup[];
  readonly sessions: readonly (Omit<PlanResult['sessions'][number], 'people'> & {
    readonly teacher: string | null;
    readonly personIds: readonly PlannerTrainee['id'][];
  })[];
}

const isBooked = (bookings: readonly Booking[], session: AcceptedPlan['sessions'][number]): boolean =>
  bookings.some((booking) => session.personIds.includes(booking.personId) && overlap(booking, session));

/**
 * Makes sessions of proposals, as the coordinator has edited them, all of them or none.
 *
 * @throws CodedError CONFLICT `training-plan` where somebody would be at two sessions at once, or a session is too full
 */
export const acceptPlan = (
  archive: OpenArchive,
  { sessions, groups, title, topic, means, courseId }: AcceptedPlan,
): Promise<{ readonly ids: TrainingSessionId[] }> =>
  archive.store.write((writer) => {
    const ids = sessions.map((session, index) => {
      const { personIds, teacher, startsAt, endsAt, place, communityId, capacity } = session;
      const day = { from: startsAt.slice(0, 10), to: endsAt.slice(0, 10) };
      if (new Set(personIds).size > capacity || isBooked(listBookings(writer, day), session))
        throw new CodedError('CONFLICT', { what: 'training-plan' });
      if (minutesBetween(startsAt, endsAt) <= 0)
        throw new CodedError('INVALID_VALUE', { field: 'endsOn', reason: 'before-joined' });
      const id = storeSession(archive, writer, null, {
        courseId,
        title: sessions.length === 1 ? title : `${title}（${index + 1}）`,
        topic,
        groups: [...groups],
        startsAt,
        endsAt,
        breakMinutes: 0,
        place,
        communityId,
        teacher,
        capacity,
        means,
        provider: null,
        cost: 0,
        note: null,
      });
      enrolIn(archive, writer, requireSession(writer, id), personIds);
      return id;
    });
    return { ids };
  });
