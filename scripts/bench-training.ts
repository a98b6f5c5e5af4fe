/** The planner on 5,000 trainees of a generated district, against a greedy hand on the same and a limit of 10 s. */
import { communityId, personId } from '../src/shared/domain/ids.ts';
import {
  greedyPlan,
  planTraining,
  type PlannerInput,
  type TrainingPlan,
} from '../src/shared/domain/training-planner.ts';
import { addDays, weekdayOf } from '../src/shared/domain/calendar-days.ts';

const limitMs = 10_000;
const people = 5_000;
const communities = Array.from({ length: 40 }, (_, index) => communityId.parse(`c${index}`));

/** A small generator, the same in every run. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

const district = (capacity: number): PlannerInput => {
  const roll = dice(20_261_125);
  const slots = [];
  for (let day = '2027-01-04'; day < '2027-04-30'; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    for (let place = 0; place < 6; place++) {
      const home = communities[place * 6] ?? null;
      slots.push({
        startsAt: `${day}T${place % 2 === 0 ? '09:00' : '14:00'}`,
        endsAt: `${day}T${place % 2 === 0 ? '11:30' : '16:30'}`,
        place: `place ${place}`,
        communityId: home,
        serves: place < 2 ? [] : communities.slice(place * 6, place * 6 + 12),
        capacity,
      });
    }
  }
  return {
    trainees: Array.from({ length: people }, (_, index) => ({
      id: personId.parse(`p${index}`),
      communityIds: [communities[roll(40)] as (typeof communities)[number]],
      freeDays: roll(3) === 0 ? [] : [1 + roll(5)],
      busy: [],
    })),
    slots,
    teachers: 2,
    fewest: 8,
  };
};

const timed = (work: () => TrainingPlan): { readonly plan: TrainingPlan; readonly ms: number } => {
  const started = performance.now();
  const plan = work();
  return { plan, ms: performance.now() - started };
};

for (const capacity of [20, 40, 80]) {
  const input = district(capacity);
  const greedy = timed(() => greedyPlan(input));
  let longest = 0;
  const planned = timed(() => {
    const steps = planTraining(input);
    for (;;) {
      const began = performance.now();
      const step = steps.next();
      longest = Math.max(longest, performance.now() - began);
      if (step.done === true) return step.value;
    }
  });
  const words = ({ plan: { sessions, unplaced }, ms }: typeof planned): string =>
    `${people - unplaced.length} people in ${sessions.length} sessions, ${Math.round(ms)} ms`;
  console.log(`${capacity} seats, ${input.slots.length} slots`);
  console.log(`  greedy   ${words(greedy)}`);
  console.log(`  planner  ${words(planned)}; longest step ${Math.round(longest)} ms`);
  console.log(`  of the limit of ${limitMs} ms: ${((planned.ms / limitMs) * 100).toFixed(1)} %`);
}
