import type { CommunityId, PersonId } from './ids.ts';
import { weekdayOf } from './calendar-days.ts';
import { dayOfMoment, overlap, type LocalMoment } from './training.ts';

interface Span {
  readonly startsAt: LocalMoment;
  readonly endsAt: LocalMoment;
}

/** Somebody who is due. */
export interface PlannerTrainee {
  readonly id: PersonId;
  readonly communityIds: readonly CommunityId[];
  /** Days of the week on which they can come; none: any. */
  readonly freeDays: readonly number[];
  /** When they are in another session. */
  readonly busy: readonly Span[];
}

/** A place at a time: a session that could be held. */
export interface PlannerSlot extends Span {
  readonly place: string;
  /** Where the place is; its people come first. */
  readonly communityId: CommunityId | null;
  /** Communities that can come there; none: all. */
  readonly serves: readonly CommunityId[];
  readonly capacity: number;
}

export interface PlannerInput {
  readonly trainees: readonly PlannerTrainee[];
  readonly slots: readonly PlannerSlot[];
  /** How many sessions can be held at once: as many as there are teachers. */
  readonly teachers: number;
  /** Fewer people than this are not worth a session. */
  readonly fewest: number;
}

export interface ProposedSession {
  readonly slot: PlannerSlot;
  readonly people: readonly PersonId[];
}

export interface TrainingPlan {
  /** By the time they begin. */
  readonly sessions: readonly ProposedSession[];
  /** Who found no seat; `nowhere`: no slot suits them at all. */
  readonly unplaced: readonly { readonly id: PersonId; readonly why: 'nowhere' | 'full' }[];
}

export interface PlannerProgress {
  readonly stage: 'suit' | 'open' | 'shift' | 'close';
  readonly done: number;
  readonly total: number;
}

/** Steps between two reports, few enough that a cancel is seen at once. */
const stepsBetweenReports = 250;

/** Slots that suit a trainee: their community is served, the day is free, and they are nowhere else. */
export const suits = (trainee: PlannerTrainee, slot: PlannerSlot): boolean =>
  (slot.serves.length === 0 || trainee.communityIds.some((id) => slot.serves.includes(id))) &&
  (trainee.freeDays.length === 0 || trainee.freeDays.includes(weekdayOf(dayOfMoment(slot.startsAt)))) &&
  !trainee.busy.some((span) => overlap(span, slot));

/** Work in progress: trainees and slots by their place in the input. */
interface State {
  readonly input: PlannerInput;
  readonly suiting: readonly (readonly number[])[];
  /** Slot of each trainee; -1: none. */
  readonly seatOf: Int32Array;
  readonly seated: Map<number, Set<number>>;
}

const slotAt = ({ input }: State, index: number): PlannerSlot => input.slots[index] as PlannerSlot;

const hasSeat = (state: State, slot: number): boolean =>
  (state.seated.get(slot)?.size ?? 0) < slotAt(state, slot).capacity;

const seat = (state: State, trainee: number, slot: number): void => {
  const before = state.seatOf[trainee] ?? -1;
  if (before >= 0) state.seated.get(before)?.delete(trainee);
  state.seatOf[trainee] = slot;
  state.seated.get(slot)?.add(trainee);
};

/** A teacher is at one place at a time, and a place holds one session at a time. */
const canOpen = (state: State, slot: number): boolean => {
  const wanted = slotAt(state, slot);
  const open = [...state.seated.keys()]
    .map((each) => slotAt(state, each))
    .filter((each) => overlap(each, wanted));
  if (open.some(({ place }) => place === wanted.place)) return false;
  // The most at once within the wanted time is reached where one of them begins.
  const starts = [wanted.startsAt, ...open.map(({ startsAt }) => startsAt)];
  const atOnce = starts.map(
    (moment) => open.filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt).length,
  );
  return Math.max(...atOnce) < state.input.teachers;
};

const isLocal = (trainee: PlannerTrainee, { communityId }: PlannerSlot): boolean =>
  communityId !== null && trainee.communityIds.includes(communityId);

/** The best slot again and again: the one that seats most of those who are left, the earliest of equals. */
function* openSlots(state: State): Generator<PlannerProgress, void> {
  const { trainees, slots, fewest } = state.input;
  const waiting: Set<number>[] = slots.map(() => new Set());
  state.suiting.forEach((suiting, trainee) => {
    if ((state.seatOf[trainee] ?? -1) < 0) for (const slot of suiting) waiting[slot]?.add(trainee);
  });
  let left = waiting.map((_, slot) => slot).filter((slot) => !state.seated.has(slot) && canOpen(state, slot));
  const begun = left.length;
  for (;;) {
    const gain = (slot: number): number => Math.min(waiting[slot]?.size ?? 0, slotAt(state, slot).capacity);
    let best = -1;
    for (const slot of left) if (best < 0 || gain(slot) > gain(best)) best = slot;
    if (best < 0 || gain(best) < Math.max(1, fewest)) return;
    state.seated.set(best, new Set());
    const chosen = slotAt(state, best);
    const own = [...(waiting[best] ?? [])].toSorted((one, other) => {
      const [first, second] = [trainees[one] as PlannerTrainee, trainees[other] as PlannerTrainee];
      return (
        Number(isLocal(second, chosen)) - Number(isLocal(first, chosen)) ||
        (state.suiting[one]?.length ?? 0) - (state.suiting[other]?.length ?? 0) ||
        one - other
      );
    });
    for (const trainee of own.slice(0, chosen.capacity)) {
      seat(state, trainee, best);
      for (const slot of state.suiting[trainee] ?? []) waiting[slot]?.delete(trainee);
    }
    // Only what would be held at the same time can be shut out by it.
    left = left.filter(
      (slot) => slot !== best && (!overlap(slotAt(state, slot), chosen) || canOpen(state, slot)),
    );
    yield { stage: 'open', done: begun - left.length, total: begun };
  }
}

/**
 * A seat for somebody, by moving others along if need be: the shortest chain of moves between open slots that ends at a
 * free seat. `dead` collects slots from which no chain leads to one.
 */
const seatByShifting = (state: State, trainee: number, dead: Set<number>, barred: number): boolean => {
  const from = new Map<number, { readonly slot: number; readonly mover: number }>();
  const queue: number[] = [];
  const reach = (mover: number, slot: number): void => {
    for (const next of state.suiting[mover] ?? []) {
      if (next === barred || dead.has(next) || from.has(next) || !state.seated.has(next)) continue;
      from.set(next, { slot, mover });
      queue.push(next);
    }
  };
  reach(trainee, -1);
  for (let at = 0; at < queue.length; at++) {
    const slot = queue[at] as number;
    if (hasSeat(state, slot)) {
      for (let to = slot; to >= 0;) {
        const step = from.get(to);
        if (step === undefined) break;
        seat(state, step.mover, to);
        to = step.slot;
      }
      return true;
    }
    for (const mover of state.seated.get(slot) ?? []) reach(mover, slot);
  }
  for (const slot of queue) dead.add(slot);
  return false;
};

function* shiftIn(state: State): Generator<PlannerProgress, void> {
  const dead = new Set<number>();
  const total = state.seatOf.length;
  for (let trainee = 0; trainee < total; trainee++) {
    if ((state.seatOf[trainee] ?? -1) < 0) seatByShifting(state, trainee, dead, -1);
    if (trainee % stepsBetweenReports === 0) yield { stage: 'shift', done: trainee, total };
  }
}

/** Closes a slot where everybody in it finds a seat in the others; else leaves it as it was. */
const closeSlot = (state: State, slot: number): boolean => {
  const own = [...(state.seated.get(slot) ?? [])];
  const free = [...state.seated.keys()]
    .filter((each) => each !== slot)
    .reduce((sum, each) => sum + slotAt(state, each).capacity - (state.seated.get(each)?.size ?? 0), 0);
  if (free < own.length) return false;
  const before = Int32Array.from(state.seatOf);
  const dead = new Set<number>();
  const moved = own.every((trainee) => seatByShifting(state, trainee, dead, slot));
  if (moved) {
    state.seated.delete(slot);
    return true;
  }
  before.forEach((seatBefore, trainee) => {
    if (state.seatOf[trainee] !== seatBefore && seatBefore >= 0) seat(state, trainee, seatBefore);
  });
  return false;
};

function* closeSlots(state: State): Generator<PlannerProgress, void> {
  const slots = [...state.seated]
    .toSorted(([, one], [, other]) => one.size - other.size)
    .map(([slot]) => slot);
  for (const [done, slot] of slots.entries()) {
    closeSlot(state, slot);
    yield { stage: 'close', done: done + 1, total: slots.length };
  }
}

/** Slots of every trainee; those who are alike in community and free days, and nowhere else, share theirs. */
function* begin(input: PlannerInput): Generator<PlannerProgress, State> {
  const total = input.trainees.length;
  const shared = new Map<string, readonly number[]>();
  const suiting: (readonly number[])[] = [];
  for (const trainee of input.trainees) {
    const slotsOf = (): number[] =>
      input.slots.flatMap((slot, index) => (suits(trainee, slot) ? [index] : []));
    const key = JSON.stringify([trainee.communityIds, trainee.freeDays]);
    const own = trainee.busy.length > 0 ? slotsOf() : (shared.get(key) ?? slotsOf());
    if (trainee.busy.length === 0) shared.set(key, own);
    suiting.push(own);
    if (suiting.length % stepsBetweenReports === 0) yield { stage: 'suit', done: suiting.length, total };
  }
  return { input, suiting, seatOf: new Int32Array(total).fill(-1), seated: new Map() };
}

const finished = <Result>(steps: Generator<PlannerProgress, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

const planOf = (state: State): TrainingPlan => {
  const { trainees, slots } = state.input;
  const idOf = (trainee: number): PersonId => (trainees[trainee] as PlannerTrainee).id;
  return {
    sessions: [...state.seated]
      .filter(([, people]) => people.size > 0)
      .map(([slot, people]) => ({
        slot: slots[slot] as PlannerSlot,
        people: [...people].toSorted((one, other) => one - other).map(idOf),
      }))
      .toSorted((one, other) =>
        `${one.slot.startsAt} ${one.slot.place}` < `${other.slot.startsAt} ${other.slot.place}` ? -1 : 1,
      ),
    unplaced: [...state.seatOf.entries()]
      .filter(([, slot]) => slot < 0)
      .map(([trainee]) => ({
        id: idOf(trainee),
        why: (state.suiting[trainee] ?? []).length === 0 ? 'nowhere' : 'full',
      })),
  };
};

/** What somebody does by hand: the fullest session, again and again. The planner is held against it. */
export const greedyPlan = (input: PlannerInput): TrainingPlan => {
  const state = finished(begin(input));
  finished(openSlots(state));
  return planOf(state);
};

/**
 * Proposes sessions for those who are due: nobody twice, no more than there are seats, no teacher or place at two
 * sessions at once, none with too few. Begins like a greedy hand, then moves people along until nobody more can be
 * seated, and gives up sessions that the others can take in. So it seats at least as many as the greedy hand, and as
 * many in no more sessions. Yields between steps, so that long work can be watched and cancelled.
 */
export function* planTraining(input: PlannerInput): Generator<PlannerProgress, TrainingPlan> {
  yield { stage: 'suit', done: 0, total: input.trainees.length };
  const state = yield* begin(input);
  for (;;) {
    yield* openSlots(state);
    const open = state.seated.size;
    yield* shiftIn(state);
    yield* closeSlots(state);
    // What was closed may let another slot open, for those who are left.
    if (state.seated.size === open || [...state.seatOf].every((slot) => slot >= 0)) return planOf(state);
    yield* openSlots(state);
    if (state.seated.size <= open) return planOf(state);
  }
}
