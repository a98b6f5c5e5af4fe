import { z } from 'zod';
import { addMonths } from './calendar-days.ts';
import { isoDate, reckonedDay, type IsoDate, type PartialDate } from './dates.ts';
import { communityId, trainingCycleId, trainingTargetId, type CommunityId, type PersonId } from './ids.ts';
import { isOnRoster } from './roster-day.ts';
import { traineeGroup, type RotationStanding, type TraineeGroup } from './trainee.ts';

const cycleFields = z.object({
  name: z.string().trim().min(1).max(40),
  startsOn: reckonedDay,
  endsOn: reckonedDay,
  /** Training of so many months before the cycle still counts in it. */
  carryOverMonths: z.int().min(0).max(60),
  /** Minutes that make somebody count as trained; 0: any attendance does. */
  requiredMinutes: z.int().min(0).max(60_000),
});
export const rotationCycleInput = cycleFields.refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
  path: ['endsOn'],
  error: 'before-start',
});
export type RotationCycleInput = z.infer<typeof cycleFields>;

/** 轮训周期; `id` is null for the calendar year that stands in where the office has set none. */
export const rotationCycle = cycleFields.extend({ id: trainingCycleId.nullable() });
export type RotationCycle = z.infer<typeof rotationCycle>;

export const trainingTargetInput = z.object({
  /** null: each of the six */
  group: traineeGroup.nullable(),
  rate: z.int().min(1).max(100),
  dueOn: isoDate,
  basis: z.string().trim().max(60).nullable(),
  note: z.string().trim().max(200).nullable(),
});
export type TrainingTargetInput = z.infer<typeof trainingTargetInput>;
export const trainingTarget = trainingTargetInput.extend({ id: trainingTargetId });
export type TrainingTarget = z.infer<typeof trainingTarget>;

/** The days in which somebody belongs to a group, in a community or in the street itself (null). */
export interface GroupStay {
  readonly personId: PersonId;
  readonly group: TraineeGroup;
  readonly communityId: CommunityId | null;
  readonly startsOn: PartialDate | null;
  /** First day that they do not. */
  readonly endsOn: IsoDate | null;
}

/** Minutes credited to a person on a day. */
export interface Attended {
  readonly personId: PersonId;
  readonly on: IsoDate;
  readonly minutes: number;
}

export interface RotationFacts {
  readonly stays: readonly GroupStay[];
  readonly attended: readonly Attended[];
}

type CycleRule = Pick<RotationCycle, 'startsOn' | 'endsOn' | 'carryOverMonths' | 'requiredMinutes'>;

/** A person of the day, once, with every group they are in and how they stand in the cycle. */
export interface TraineeStanding {
  readonly personId: PersonId;
  readonly places: readonly { readonly group: TraineeGroup; readonly communityId: CommunityId | null }[];
  /** Credited in the cycle, with what is carried over. */
  readonly minutes: number;
  /** Last day with credit, up to the day of the question. */
  readonly lastOn: IsoDate | null;
  readonly standing: RotationStanding;
}

/** The cycle that a day lies in, else the last before it, else the calendar year. Of several, the one that began last. */
export const cycleOn = (cycles: readonly RotationCycle[], day: IsoDate): RotationCycle => {
  const begun = cycles
    .filter(({ startsOn }) => startsOn <= day)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1));
  const year = day.slice(0, 4);
  return (
    begun.find(({ endsOn }) => day <= endsOn) ??
    begun[0] ?? {
      id: null,
      name: `${year} 年`,
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
      carryOverMonths: 0,
      requiredMinutes: 0,
    }
  );
};

/** A rule that counts whatever anybody was ever trained. */
export const everTrained: CycleRule = {
  startsOn: '1900-01-01',
  endsOn: '2999-12-31',
  carryOverMonths: 0,
  requiredMinutes: 0,
};

interface Credit {
  minutes: number;
  lastOn: IsoDate | null;
}

const creditsOf = (
  attended: readonly Attended[],
  rule: CycleRule,
  day: IsoDate,
): ReadonlyMap<PersonId, Credit> => {
  const from = rule.carryOverMonths === 0 ? rule.startsOn : addMonths(rule.startsOn, -rule.carryOverMonths);
  const to = rule.endsOn < day ? rule.endsOn : day;
  const credits = new Map<PersonId, Credit>();
  for (const { personId, on, minutes } of attended) {
    if (on > day || minutes <= 0) continue;
    const credit = credits.get(personId) ?? { minutes: 0, lastOn: null };
    if (on >= from && on <= to) credit.minutes += minutes;
    if (credit.lastOn === null || on > credit.lastOn) credit.lastOn = on;
    credits.set(personId, credit);
  }
  return credits;
};

/**
 * Everybody who is in a group on a day, each once, and whether they have been trained in a cycle by then. Training
 * belongs to the person: what somebody learned before they joined a group counts, if it lies in the cycle or is carried
 * over into it. Training after the day of the question is not known yet.
 */
export const standingsOn = (
  { stays, attended }: RotationFacts,
  rule: CycleRule,
  day: IsoDate,
): readonly TraineeStanding[] => {
  const credits = creditsOf(attended, rule, day);
  const present = stays.filter(({ startsOn, endsOn }) =>
    isOnRoster({ joinedOn: startsOn, leftOn: endsOn }, day),
  );
  return [...Map.groupBy(present, ({ personId }) => personId)].map(([personId, own]) => {
    const { minutes, lastOn } = credits.get(personId) ?? { minutes: 0, lastOn: null };
    const places = new Map(
      own.map(({ group, communityId: place }) => [`${group} ${place}`, { group, communityId: place }]),
    );
    const trained = minutes > 0 && minutes >= rule.requiredMinutes;
    return {
      personId,
      places: [...places.values()],
      minutes,
      lastOn,
      standing: trained ? 'trained' : lastOn === null ? 'never' : 'due',
    };
  });
};

export const coverageCount = z.object({
  people: z.int(),
  trained: z.int(),
  /** Not trained in the cycle, but before. */
  due: z.int(),
  never: z.int(),
});
export type CoverageCount = z.infer<typeof coverageCount>;

export const coverageRow = z.object({
  /** null: the street itself */
  communityId: communityId.nullable(),
  communityName: z.string(),
  /** By group, in the order of the groups. */
  cells: z.array(coverageCount),
  /** People of the community, each once. */
  total: coverageCount,
});
export type CoverageRow = z.infer<typeof coverageRow>;

export const coverageMatrix = z.object({
  groups: z.array(traineeGroup),
  rows: z.array(coverageRow),
  /** People of a group, each once, wherever they are. */
  totals: z.array(coverageCount),
  /** Everybody, each once. */
  overall: coverageCount,
});
export type CoverageMatrix = z.infer<typeof coverageMatrix>;

export const countStandings = (standings: readonly TraineeStanding[]): CoverageCount => {
  const count = (wanted: RotationStanding): number =>
    standings.filter(({ standing }) => standing === wanted).length;
  return { people: standings.length, trained: count('trained'), due: count('due'), never: count('never') };
};

/** Where a number of the matrix comes from: null means all. `street`: those of no community. */
export interface CoverageCell {
  readonly group: TraineeGroup | null;
  readonly communityId: CommunityId | 'street' | null;
}

/** The people whom a cell counts. */
export const standingsIn = (
  standings: readonly TraineeStanding[],
  { group, communityId: place }: CoverageCell,
): readonly TraineeStanding[] =>
  group === null && place === null
    ? standings
    : standings.filter(({ places }) =>
        places.some(
          (each) =>
            (group === null || each.group === group) &&
            (place === null || (each.communityId ?? 'street') === place),
        ),
      );

/**
 * Group × community. A person in two groups is counted in both cells and once in the totals; the street's own row is
 * there only where somebody belongs to it.
 */
export const coverageOf = (
  standings: readonly TraineeStanding[],
  communities: readonly { readonly id: CommunityId; readonly name: string }[],
): CoverageMatrix => {
  const groups = traineeGroup.options;
  const rowOf = (id: CommunityId | 'street', communityName: string): CoverageRow => {
    const own = standingsIn(standings, { group: null, communityId: id });
    return {
      communityId: id === 'street' ? null : id,
      communityName,
      cells: groups.map((group) => countStandings(standingsIn(own, { group, communityId: id }))),
      total: countStandings(own),
    };
  };
  const street = rowOf('street', '街道本级');
  return {
    groups: [...groups],
    rows: [
      ...(street.total.people === 0 ? [] : [street]),
      ...communities.map(({ id, name }) => rowOf(id, name)),
    ],
    totals: groups.map((group) => countStandings(standingsIn(standings, { group, communityId: null }))),
    overall: countStandings(standings),
  };
};

/** Trained of people in per cent, one decimal; null where there is nobody. */
export const coverageRate = ({ people, trained }: Pick<CoverageCount, 'people' | 'trained'>): number | null =>
  people === 0 ? null : Math.floor((trained / people) * 1000) / 10;

export const targetState = z.enum(['met', 'running', 'overdue', 'nobody']);
export type TargetState = z.infer<typeof targetState>;

/** How a target stands: 100 % is reached only by everybody, whatever rounding says. */
export const targetStateOn = (
  { rate, dueOn }: Pick<TrainingTarget, 'rate' | 'dueOn'>,
  { people, trained }: Pick<CoverageCount, 'people' | 'trained'>,
  day: IsoDate,
): TargetState => {
  if (people === 0) return 'nobody';
  if (trained * 100 >= rate * people) return 'met';
  return day > dueOn ? 'overdue' : 'running';
};

/** What the policy asks beside the rotation: density, Art. 7's teams, and the four Party-building counts of Art. 1. */
export const policyFigureCode = z.enum([
  'density-urban',
  'density-rural',
  'rural-team',
  'fallback-party',
  'party-heads',
  'party-developed',
  'party-leadership',
]);
export type PolicyFigureCode = z.infer<typeof policyFigureCode>;
